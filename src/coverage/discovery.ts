import { type Failure, fail, ok, type Result } from '../model/result';
import { decodeText } from './decode';
import { parseFeedText } from './feed';
import { lineOfMarkup } from './markup';
import type { FeedFormat, RequestPurpose } from './records';
import type { Answer } from './request';
import { sitemapsIn } from './robots';
import { isSitemap, sitemapsOfIndex } from './sitemap';

/** A feed that a site offers. `items` is null when only its link was seen. */
export interface FoundFeed {
  address: string;
  title: string;
  format: FeedFormat | null;
  home: string | null;
  language: string | null;
  items: number | null;
  /** How it was found. */
  by: 'itself' | 'link' | 'well-known-place' | 'robots';
}

export interface Discovery {
  found: FoundFeed[];
  /** Every address that was asked, and what came of it. */
  tried: { address: string; failure: Failure | null }[];
}

export interface DiscoveryDependencies {
  ask(address: string, purpose: RequestPurpose): Promise<Result<Answer>>;
  /** robots.txt of the address's host, or null when there is none. */
  robots(address: string): Promise<string | null>;
  now(): number;
}

/** Places where publishing systems put their feeds, commonest first. */
const wellKnownPlaces = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];
const sitemapsTried = 3;
const feedTypes =
  /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)\s*(?:;|$)|^text\/xml\s*(?:;|$)/i;

/** What readers type: "harbour-post.example", "feed://…", with blanks around. Null when no address can be made. */
export function typedAddress(written: string): string | null {
  const text = written.trim().replace(/^feed:(?:\/\/)?/i, '');
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!text || /\s/.test(text) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.hostname && !url.username ? url.href : null;
}

const attribute = (tag: string, name: string): string => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return lineOfMarkup(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
};

/** `<link rel="alternate">` feeds of a page, in its order; comment feeds, which hold no articles, last. */
export function linkedFeeds(html: string, address: string): FoundFeed[] {
  const head = html.slice(0, 500_000);
  const base = attribute(/<base\s[^>]*>/i.exec(head)?.[0] ?? '', 'href');
  const root = base && URL.canParse(base, address) ? new URL(base, address).href : address;
  const found = new Map<string, FoundFeed>();
  for (const [tag] of head.matchAll(/<link\s[^>]{1,2000}>/gi)) {
    const rel = attribute(tag, 'rel').toLowerCase().split(' ');
    const href = attribute(tag, 'href');
    if (!rel.includes('alternate') || !feedTypes.test(attribute(tag, 'type'))) continue;
    if (!href || !URL.canParse(href, root)) continue;
    const feed = new URL(href, root).href;
    const title = attribute(tag, 'title');
    if (/^https?:/.test(feed) && !/\/wp-json\/|oembed/i.test(feed) && !found.has(feed))
      found.set(feed, {
        address: feed,
        title,
        format: null,
        home: null,
        language: null,
        items: null,
        by: 'link',
      });
  }
  const isComments = ({ address: href, title }: FoundFeed) => /comment/i.test(`${href} ${title}`);
  const feeds = [...found.values()];
  return [...feeds.filter((feed) => !isComments(feed)), ...feeds.filter(isComments)];
}

/** Looks for feeds at an address the reader gave; stops at the first kind of place that has one. */
export async function discoverFeeds(
  written: string,
  { ask, robots, now }: DiscoveryDependencies,
): Promise<Result<Discovery>> {
  const address = typedAddress(written);
  if (!address) return fail('address-malformed');
  const tried: Discovery['tried'] = [];
  const attempt = async (place: string): Promise<{ text: string; address: string } | null> => {
    const answer = await ask(place, 'discovery');
    tried.push({ address: place, failure: answer.ok ? null : answer.failure });
    if (!answer.ok) return null;
    const text = decodeText(answer.value.bytes, answer.value.header('content-type'));
    return { text, address: answer.value.address };
  };
  const asFeed = (text: string, place: string, by: FoundFeed['by']): FoundFeed[] => {
    const parsed = parseFeedText(text, place, now());
    if (!parsed.ok) return [];
    const { title, format, home, language, items } = parsed.value;
    return [{ address: place, title, format, home, language, items: items.length, by }];
  };
  const page = await attempt(address);
  if (!page && tried[0]?.failure) return { ok: false, failure: tried[0].failure };
  if (page) {
    const itself = asFeed(page.text, page.address, 'itself');
    const found = itself.length > 0 ? itself : linkedFeeds(page.text, page.address);
    if (found.length > 0) return ok({ found, tried });
  }
  const site = page?.address ?? address;
  for (const place of wellKnownPlaces.map((path) => new URL(path, site).href)) {
    const answer = await attempt(place);
    const found = answer ? asFeed(answer.text, answer.address, 'well-known-place') : [];
    if (found.length > 0) return ok({ found, tried });
  }
  const found = await sitemapFeeds(site, await robots(site), attempt, asFeed);
  return found.length > 0 ? ok({ found, tried }) : fail('feed-not-found', { host: new URL(site).host });
}

async function sitemapFeeds(
  site: string,
  robots: string | null,
  attempt: (place: string) => Promise<{ text: string; address: string } | null>,
  asFeed: (text: string, place: string, by: FoundFeed['by']) => FoundFeed[],
): Promise<FoundFeed[]> {
  const places = robots ? sitemapsIn(robots, site) : [];
  for (const place of places.slice(0, sitemapsTried)) {
    const answer = await attempt(place);
    if (!answer || !isSitemap(answer.text)) continue;
    const direct = asFeed(answer.text, answer.address, 'robots').filter(({ items }) => items !== 0);
    if (direct.length > 0) return direct;
    const listed = sitemapsOfIndex(answer.text, answer.address).filter((href) => /news/i.test(href));
    const inner = listed[0] ? await attempt(listed[0]) : null;
    const found = inner ? asFeed(inner.text, inner.address, 'robots').filter(({ items }) => items !== 0) : [];
    if (found.length > 0) return found;
  }
  return [];
}
