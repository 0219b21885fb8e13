import { XMLParser } from 'fast-xml-parser';
import { fail, ok, type Result } from '../model/result';
import { finishItems, type RawItem } from './feed-items';
import type { ParsedFeed } from './parsed-feed';

/** Google's news extension: at most 1,000 entries of the last two days in a file. */
const entryLimit = 1_000;

const makeParser = (): XMLParser =>
  new XMLParser({
    ignoreAttributes: true,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: true,
    isArray: (name) => name === 'url' || name === 'sitemap',
  });
let parser: XMLParser | null = null;

interface SitemapEntry {
  loc?: string;
  lastmod?: string;
  news?: {
    title?: string;
    publication?: { name?: string; language?: string };
    publication_date?: string;
    genres?: string;
  };
}

interface SitemapFile {
  // An empty element is read as '', which has neither.
  urlset?: { url?: SitemapEntry[] };
  sitemapindex?: { sitemap?: { loc?: string; lastmod?: string }[] };
}

const read = (xml: string): SitemapFile | null => {
  try {
    parser ??= makeParser();
    return parser.parse(xml) as SitemapFile;
  } catch {
    return null;
  }
};

/** A sitemap cut off in the middle, up to its last whole entry. */
const repaired = (xml: string): SitemapFile | null => {
  const end = xml.lastIndexOf('</url>');
  return end < 0 ? null : read(`${xml.slice(0, end)}</url></urlset>`);
};

export const isSitemap = (text: string): boolean =>
  /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 10_000));

const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim() || undefined;
  return Array.isArray(value) ? text(value[0]) : undefined;
};

const rawItem = (entry: SitemapEntry): RawItem => ({
  id: text(entry.loc),
  addresses: [text(entry.loc)],
  headline: text(entry.news?.title),
  summary: undefined,
  content: undefined,
  authors: [],
  published: [text(entry.news?.publication_date), text(entry.lastmod)],
  modified: text(entry.lastmod),
  language: text(entry.news?.publication?.language),
  outlet: text(entry.news?.publication?.name),
  section: undefined,
});

/**
 * A news sitemap as a feed. Entries without the news extension carry no headline and are set aside. A sitemap
 * index fails with `feed-malformed` (reason `sitemap-index`): discovery looks into it, a feed does not.
 */
export function parseNewsSitemap(xml: string, address: string, now: number): Result<ParsedFeed> {
  const whole = read(xml);
  const file = whole ?? repaired(xml);
  if (!file) return fail('feed-malformed', { reason: 'broken-markup' });
  if (file.sitemapindex !== undefined) return fail('feed-malformed', { reason: 'sitemap-index' });
  const entries = file.urlset?.url ?? [];
  const { items, setAside } = finishItems(entries.slice(0, entryLimit).map(rawItem), address, now);
  return ok({
    format: 'news-sitemap',
    title: items[0]?.outlet ?? '',
    home: new URL('/', address).href,
    language: items[0]?.language ?? null,
    items,
    setAside,
    repaired: whole === null,
  });
}

/** Addresses of the sitemaps an index lists, those that name news first. */
export function sitemapsOfIndex(xml: string, address: string): string[] {
  const file = read(xml);
  const listed = file?.sitemapindex?.sitemap ?? [];
  const addresses = listed.flatMap(({ loc }) => {
    const href = text(loc);
    return href && URL.canParse(href, address) ? [new URL(href, address).href] : [];
  });
  const news = addresses.filter((href) => /news/i.test(href));
  return [...news, ...addresses.filter((href) => !news.includes(href))];
}
