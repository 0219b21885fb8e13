import type { Article, Paragraph, Sourced } from '../model/article';
import { identify, outletHost } from '../model/identity';
import type { Feed, FeedItem } from './records';

const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Words that feeds add to the outlet's name: "Harbour Post | World", "Harbour Post - Latest news RSS". */
const sectionWords =
  /^(?:home(?:page)?|front ?page|(?:latest|top|breaking|all|world|local|national|international|recent)?\s*(?:news|stories|headlines|articles|posts|updates)|world|politics|business|sports?|rss(?: feed)?|atom(?: feed)?|feed|index)$/i;

/** The outlet's name in a feed's title: the first part that is not a section or a word about feeds. */
export function outletOf(feedTitle: string): string {
  const parts = feedTitle
    .split(/\s+[|–—»›·:-]\s+|:\s+/)
    .map((part) => part.replace(/\s*\b(?:rss|atom)(?:\s+feed)?\s*$/i, '').trim());
  return parts.find((part) => part && !sectionWords.test(part)) ?? feedTitle.trim();
}

const hostOf = (address: string): string => outletHost(new URL(address).hostname);

const paragraphsOf = (text: string): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    if (part) paragraphs.push({ start, end: start + part.length, kind: 'text' });
    start += part.length + 2;
  }
  return paragraphs;
};

const fromFeed = <T>(value: T): Sourced<T> => ({ value, source: 'feed' });

/**
 * An item of a feed as an article: headline only, or with the text the feed carried, which may be cut.
 * `capturedAt` is an ISO instant.
 */
export function articleOfItem(
  item: FeedItem,
  feed: Pick<Feed, 'title' | 'address' | 'language'> | null,
  capturedAt: string,
): Article {
  const { id, address } = identify(item.address, null);
  const name = item.outlet ?? outletOf(feed?.title ?? '');
  const host = hostOf(item.address);
  const text = item.text;
  return {
    id,
    address,
    outlet: name ? fromFeed(name) : { value: host, source: 'host' },
    host,
    headline: fromFeed(item.headline),
    authors: fromFeed(item.authors),
    wireCredit: null,
    published: item.published && fromFeed(item.published),
    modified: item.modified && fromFeed(item.modified),
    language: fromFeed(item.language ?? feed?.language ?? 'und'),
    section: item.section,
    original: null,
    dateline: null,
    text,
    paragraphs: paragraphsOf(text),
    links: [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: text
      ? { state: 'perhaps-cut', reasons: ['feed-summary'] }
      : { state: 'headline-only', reasons: [] },
    wordCount: countWords(text),
    captured: { at: capturedAt, how: 'feed', reader: 'feed' },
  };
}
