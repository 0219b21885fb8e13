import { newsstandPages, type SamplePage } from '../../sample/newsstand';
import { type Answers, feedPage, html, rss } from './outlets';

const stand = newsstandPages();

export function pageOf(address: string): string {
  const body = stand.find((page) => page.address === address)?.body;
  return String(typeof body === 'function' ? body() : body);
}

export const hostOf = ({ address }: SamplePage): string => new URL(address).hostname;
export const siteOf = (outlet: SamplePage): string => hostOf(outlet).replace(/^(?:www|news)\./, '');
export const feedAddress = ({ address }: SamplePage): string => new URL('/feed.xml', address).href;
/** Host and path, as the outlets' answers are kept under. */
export const placeOf = (address: string): string =>
  `${new URL(address).hostname}${new URL(address).pathname}`;

export const headlineOf = ({ address }: SamplePage): string =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(pageOf(address))![1]!
    .replace(/<[^>]+>/g, '')
    .trim();

/** Headlines that tell nothing of the sample's event. */
export const noise = [
  'Wheat prices fall for a third week',
  'School choir wins in Osten',
  'Old mill to become flats',
];

export const itemsOf = (outlet: SamplePage) => [
  ...noise.map((headline, index) => ({ headline, address: new URL(`/${index}`, outlet.address).href })),
  { headline: headlineOf(outlet), address: outlet.address },
];

/** Front page, feed and report of each outlet; front page and report link the feed. */
export const outletAnswers = (outlets: SamplePage[]): Answers =>
  Object.fromEntries(
    outlets.flatMap((outlet) => {
      const link = `<link rel="alternate" type="application/rss+xml" title="${outlet.outlet}" href="/feed.xml">`;
      const report = pageOf(outlet.address).replace(/<head[^>]*>/i, (head) => `${head}${link}`);
      return [
        [`${hostOf(outlet)}/`, () => html(`<html><head>${link}</head><body>${outlet.outlet}</body></html>`)],
        [`${hostOf(outlet)}/feed.xml`, () => rss(feedPage(outlet.outlet, itemsOf(outlet)))],
        [placeOf(outlet.address), () => html(report)],
      ];
    }),
  );
