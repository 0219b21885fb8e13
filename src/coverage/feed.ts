import { type AnyFeed, parseFeed } from 'feedsmith';
import { fail, ok, type Result } from '../model/result';
import { readers } from './feed-dialects';
import { finishItems, type RawItem } from './feed-items';
import { lineOfMarkup } from './markup';
import type { ParsedFeed } from './parsed-feed';
import type { FeedFormat } from './records';
import { isSitemap, parseNewsSitemap } from './sitemap';

/** Items read from one answer; a feed that lists more than this is an archive, not news. */
const itemLimit = 1_000;
/** Characters of one feed that are parsed: the same bound as the transfer's, for texts from files. */
const feedCharacterLimit = 20_000_000;

/**
 * A document type with entity definitions is never needed by a feed, and is what entity bombs are made of. It is
 * removed before anything else reads the text; references to its entities stay as they are written.
 */
function withoutDocumentType(xml: string): string {
  const start = xml.slice(0, 10_000).search(/<!DOCTYPE/i);
  if (start < 0) return xml;
  const subset = xml.indexOf('[', start);
  const plainEnd = xml.indexOf('>', start);
  const hasSubset = subset >= 0 && subset < plainEnd;
  const end = hasSubset ? /\]\s*>/.exec(xml.slice(subset)) : null;
  if (hasSubset && !end) return xml.slice(0, start);
  const after = hasSubset ? subset + end!.index + end![0].length : plainEnd + 1;
  return xml.slice(0, start) + xml.slice(after);
}

const parseQuietly = (text: string): AnyFeed<string> | null => {
  try {
    return parseFeed(text, { maxItems: itemLimit * 2 }) as AnyFeed<string>;
  } catch {
    return null;
  }
};

/** Control characters that XML 1.0 forbids (section 2.2) and real feeds contain; bare "&" is left to the parser. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const closings: [pattern: RegExp, lastItem: string, tail: string][] = [
  [/<rss[\s>]/i, '</item>', '</channel></rss>'],
  [/<(?:\w+:)?rdf[\s>]/i, '</item>', '</rdf:RDF>'],
  [/<feed[\s>]/i, '</entry>', '</feed>'],
];

/** A feed cut off in the middle: its text up to the last whole item, closed properly. */
function upToLastWholeItem(text: string): string | null {
  for (const [root, lastItem, tail] of closings) {
    if (!root.test(text.slice(0, 10_000))) continue;
    const end = text.toLowerCase().lastIndexOf(lastItem);
    if (end >= 0) return text.slice(0, end + lastItem.length) + tail;
  }
  return null;
}

const emptyReasons = (text: string): Result<never> => {
  if (!text.trim()) return fail('feed-malformed', { reason: 'empty' });
  if (/<html[\s>]|<!doctype html/i.test(text.slice(0, 5_000)))
    return fail('feed-malformed', { reason: 'web-page' });
  if (/<(?:rss|feed|(?:\w+:)?rdf|urlset)[\s>]/i.test(text.slice(0, 10_000)))
    return fail('feed-malformed', { reason: 'broken-markup' });
  return fail('feed-malformed', { reason: 'unknown-format' });
};

/**
 * Reads a feed: RSS 2.0 and its predecessors, RSS 1.0, Atom, JSON Feed, news sitemap. `address` is where it came
 * from and resolves relative links; `now` (milliseconds since the epoch) bounds dates. Fails with `feed-malformed`
 * and a `reason` (empty, web-page, broken-markup, unknown-format), or `feed-too-large`.
 */
export function parseFeedText(text: string, address: string, now: number): Result<ParsedFeed> {
  if (text.length > feedCharacterLimit) return fail('feed-too-large', { megabytes: 20 });
  const clean = withoutDocumentType(text.replace(forbidden, '').trimStart());
  if (isSitemap(clean)) return parseNewsSitemap(clean, address, now);
  let parsed = parseQuietly(clean);
  let repaired = false;
  if (!parsed) {
    const whole = upToLastWholeItem(clean);
    parsed = whole === null ? null : parseQuietly(whole);
    repaired = parsed !== null;
  }
  if (!parsed) return emptyReasons(text);
  const { title, home, language, items } = readers[parsed.format](parsed.feed as never);
  return ok(finishFeed({ format: parsed.format, title, home, language, items, repaired }, address, now));
}

interface RawFeed {
  format: FeedFormat;
  title: string | undefined;
  home: string | undefined;
  language: string | undefined;
  items: RawItem[];
  repaired: boolean;
}

function finishFeed(raw: RawFeed, address: string, now: number): ParsedFeed {
  const home = raw.home ? absolute(raw.home, address) : null;
  const { items, setAside } = finishItems(raw.items.slice(0, itemLimit), address, now);
  return {
    format: raw.format,
    title: lineOfMarkup(raw.title).slice(0, 200),
    home,
    language: languageOf(raw.language),
    items: items.map((item) => ({ ...item, language: item.language ?? languageOf(raw.language) })),
    setAside,
    repaired: raw.repaired,
  };
}

const absolute = (href: string, base: string): string | null => {
  try {
    const url = new URL(href.trim(), base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
};

/** Primary subtag of a language as feeds write it ("en-GB", "EN_us"), or null. */
export const languageOf = (written: string | null | undefined): string | null =>
  /^\s*([a-z]{2,3})(?:[-_].*)?\s*$/i.exec(written ?? '')?.[1]?.toLowerCase() ?? null;
