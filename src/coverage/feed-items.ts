import { parseFeedDate } from './dates';
import { lineOfMarkup, textOfMarkup } from './markup';
import type { FeedItem } from './records';

/** An item as its dialect gives it, before it is judged. */
export interface RawItem {
  id: string | undefined;
  /** Possible addresses, best first. */
  addresses: (string | undefined)[];
  /** Base for relative addresses when the item states one (`xml:base`). */
  base?: string | undefined;
  headline: string | undefined;
  summary: string | undefined;
  content: string | undefined;
  authors: (string | undefined)[];
  /** Possible dates, best first. */
  published: (string | undefined)[];
  modified: string | undefined;
  language: string | undefined;
  outlet: string | undefined;
  section: string | undefined;
}

/** Why items of a feed were not taken, and how many. */
export interface SetAsideCount {
  reason: 'no-address' | 'no-headline' | 'same-address';
  count: number;
}

const headlineLimit = 400;
const textLimit = 200_000;
/** A feed text with fewer words than this is a summary whatever the element is called. */
const wholeTextWords = 120;

const webAddress = (href: string | undefined, base: string): string | null => {
  const written = href?.trim();
  if (!written) return null;
  try {
    const url = new URL(written, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
};

/** First sentence or so of a text, for items without a title (micro-blogs): never invented, only cut. */
const headlineFrom = (text: string): string => {
  const line = text.split('\n')[0] ?? '';
  if (line.length <= 140) return line;
  const cut = line.slice(0, 140);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 80)).trimEnd()}…`;
};

const firstDate = (written: (string | undefined)[], now: number) => {
  for (const candidate of written) {
    const date = parseFeedDate(candidate, now);
    if (date) return date;
  }
  return null;
};

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

function finishItem(raw: RawItem, feedAddress: string, now: number): FeedItem | 'no-address' | 'no-headline' {
  const base = webAddress(raw.base, feedAddress) ?? feedAddress;
  const address = raw.addresses.map((href) => webAddress(href, base)).find((href) => href !== null);
  if (!address) return 'no-address';
  const content = textOfMarkup((raw.content ?? '').slice(0, textLimit));
  const summary = textOfMarkup((raw.summary ?? '').slice(0, textLimit));
  const headline = lineOfMarkup(raw.headline) || headlineFrom(summary || content);
  if (!headline) return 'no-headline';
  const longest = content.length >= summary.length ? content : summary;
  const modified = parseFeedDate(raw.modified, now);
  return {
    id: raw.id?.trim() || address,
    address,
    headline: headline.slice(0, headlineLimit),
    summary: summary.slice(0, 2_000),
    text: countWords(longest) >= wholeTextWords ? longest : '',
    authors: [...new Set(raw.authors.map(lineOfMarkup).filter(Boolean))].slice(0, 20),
    published: firstDate(raw.published, now) ?? modified,
    modified,
    language: /^[a-z]{2,3}(?=$|[-_])/i.exec(raw.language ?? '')?.[0].toLowerCase() ?? null,
    outlet: lineOfMarkup(raw.outlet) || null,
    section: lineOfMarkup(raw.section) || null,
  };
}

/**
 * Items with absolute addresses and plain texts. Two items with one id but different addresses are both kept (ids
 * repeated by careless generators are common); two with one address are one, and the later-modified stands.
 */
export function finishItems(
  raw: RawItem[],
  feedAddress: string,
  now: number,
): { items: FeedItem[]; setAside: SetAsideCount[] } {
  const byAddress = new Map<string, FeedItem>();
  const counts = new Map<SetAsideCount['reason'], number>();
  const setAside = (reason: SetAsideCount['reason']) => counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const moment = (item: FeedItem) => item.modified?.instant ?? item.published?.instant ?? '';
  for (const candidate of raw) {
    const item = finishItem(candidate, feedAddress, now);
    if (typeof item === 'string') {
      setAside(item);
      continue;
    }
    const earlier = byAddress.get(item.address);
    if (earlier) setAside('same-address');
    if (!earlier || moment(item) > moment(earlier)) byAddress.set(item.address, item);
  }
  return {
    items: [...byAddress.values()],
    setAside: [...counts].map(([reason, count]) => ({ reason, count })),
  };
}
