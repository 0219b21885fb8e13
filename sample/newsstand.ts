import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type SitePage, type SiteServer, serveSites } from '../scripts/browser/serve';

/** A made-up outlet's report on a made-up event: a freight train derails at Rosk junction in Kestria. */
export interface SamplePage {
  outlet: string;
  file: string;
  address: string;
}

/** The report that `npm start` opens, unsaved; the other five are in the library by then. */
export const pageToRead: SamplePage = {
  outlet: 'Varnhaven Courier',
  file: 'varnhaven-courier.html',
  address: 'http://www.varnhavencourier.test/2025/03/12/rosk-derailment-three-dead',
};

/** Daybreak carries the agency text that the Aldmoor Standard prints, without its last paragraph. */
export const pagesToSave: SamplePage[] = [
  {
    outlet: 'The Aldmoor Standard',
    file: 'aldmoor-standard.html',
    address: 'http://aldmoorstandard.test/kestria/train-with-solvents-derails-near-varnhaven',
  },
  {
    outlet: 'Daybreak',
    file: 'daybreak.html',
    address: 'http://www.daybreak.test/n/88120-deadly-train-derailment-in-kestria-thousands-evacuated',
  },
  {
    outlet: 'Northern Ledger',
    file: 'northern-ledger.html',
    address: 'http://northernledger.test/a/7740',
  },
  {
    outlet: 'Radio Ansel',
    file: 'radio-ansel.html',
    address: 'http://news.radioansel.test/2025-03-13/rosk-derailment-five-dead',
  },
  {
    outlet: 'The Coastal Observer',
    file: 'coastal-observer.html',
    address: 'http://coastalobserver.test/world/kestria-train-disaster-what-we-know',
  },
];

const pagePath = ({ file }: SamplePage): string =>
  fileURLToPath(new URL(`./outlets/${file}`, import.meta.url));

export const pageSource = (page: SamplePage): string => readFileSync(pagePath(page), 'utf8');

const feedAddress = 'http://www.varnhavencourier.test/feed.xml';

function feed(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Varnhaven Courier: all stories</title>
<link>http://www.varnhavencourier.test/</link><description>News from Varnhaven</description>
<item><title>Three dead, thousands out of their homes after freight train derails at Rosk</title>
<link>${pageToRead.address}</link><pubDate>Wed, 12 Mar 2025 07:10:00 +0100</pubDate>
<description>Fourteen wagons left the track at Rosk junction on Tuesday.</description></item>
</channel></rss>
`;
}

/** The front page of the newsstand: six links. */
function frontPage(): string {
  const line = ({ outlet, address }: SamplePage) => `<li><a href="${address}">${outlet}</a></li>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Newsstand</title>
<style>body{font:18px/1.8 Georgia,serif;max-width:32rem;margin:3rem auto}</style>
<h1>Newsstand</h1><p>Six made-up outlets on one made-up event.</p>
<ul>${[pageToRead, ...pagesToSave].map(line).join('')}</ul></html>`;
}

/** Everything the newsstand answers: six reports, its front page, one outlet's feed. */
export function newsstandPages(): SitePage[] {
  const reports = [pageToRead, ...pagesToSave].map((page) => ({
    address: page.address,
    body: () => pageSource(page),
  }));
  return [
    ...reports,
    { address: 'http://newsstand.test/', body: frontPage },
    { address: feedAddress, body: feed, type: 'application/rss+xml' },
  ];
}

/** Serves the six outlets on one loopback port; see `serveSites` for how a browser gets there. */
export const serveNewsstand = (port = 0): Promise<SiteServer> => serveSites(newsstandPages(), port);
