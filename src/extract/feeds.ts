import { domAccess } from './reading/dom';
import { fold } from './text-shape';

const feedTypes = /^application\/(?:rss|atom|feed|rdf)\+(?:xml|json)|^application\/json$/i;
const mostFeeds = 20;

/** Feeds a page offers in `<link rel="alternate">`, absolute and without repetitions. */
export function feedLinks(document: Document, address: string): { href: string; title: string }[] {
  const dom = domAccess(document);
  if (!dom) return [];
  const feeds = new Map<string, string>();
  for (const link of dom.all('link')) {
    const rel = dom.attribute(link, 'rel') ?? '';
    const type = dom.attribute(link, 'type') ?? '';
    const href = dom.attribute(link, 'href');
    if (!/\balternate\b/i.test(rel) || !feedTypes.test(type) || !href) continue;
    // WordPress offers its REST interface as application/json, which is no feed.
    if (/json$/i.test(type) && !/feed/i.test(`${type}${href}`)) continue;
    try {
      const url = new URL(href, address);
      if (/^https?:$/.test(url.protocol))
        feeds.set(url.href, feeds.get(url.href) ?? fold(dom.attribute(link, 'title') ?? ''));
    } catch {
      // An address that is none offers nothing.
    }
  }
  return [...feeds].slice(0, mostFeeds).map(([href, title]) => ({ href, title }));
}
