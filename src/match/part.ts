import { IdList } from './article-ids';
import { findTerm, openSegment, type Segment } from './segment';

/** An open segment and which of its articles have been removed since it was written. */
export interface Part {
  name: string;
  /** How many merges made it: a segment of level n holds about 8 times one of level n - 1. */
  level: number;
  segment: Segment;
  ids: IdList;
  /** Positions of removed articles; never changed in place, so that a snapshot stays true. */
  removed: ReadonlySet<number> | null;
}

/** Opens stored bytes. Throws `DamagedBytes` when they are not a whole segment. */
export function openPart(name: string, level: number, stored: Uint8Array, removed: number[] = []): Part {
  const segment = openSegment(stored);
  const ids = new IdList(segment.idBytes, segment.articles);
  return { name, level, segment, ids, removed: removed.length > 0 ? new Set(removed) : null };
}

export const livingArticles = (part: Part): number => part.segment.articles - (part.removed?.size ?? 0);

/** Postings of one term over all parts, articles numbered through. */
export interface Postings {
  articles: Uint32Array;
  weights: Uint8Array;
  count: number;
}

/** Room for the postings of one term, used again for the next one. */
export const postingsFor = (articles: number): Postings => ({
  articles: new Uint32Array(articles),
  weights: new Uint8Array(articles),
  count: 0,
});

/** Decodes one varint of at most five bytes in place; kept inline here because it is the hottest loop of a query. */
function decodeInto(part: Part, at: number, base: number, into: Postings): void {
  const { bytes, offsets, counts } = part.segment;
  const { removed } = part;
  let position = offsets[at]!;
  let article = base;
  for (let left = counts[at]!; left > 0; left--) {
    let byte = bytes[position++]!;
    let distance = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++]!;
      distance |= (byte & 0x7f) << shift;
    }
    article += distance;
    const weight = bytes[position++]!;
    if (removed?.has(article - base)) continue;
    into.articles[into.count] = article;
    into.weights[into.count++] = weight;
  }
}

/** In how many living articles a term is salient. Postings are decoded only where articles have been removed. */
export function countPostings(parts: readonly Part[], key: number): number {
  let count = 0;
  for (const part of parts) {
    const at = findTerm(part.segment, key);
    if (at < 0) continue;
    if (!part.removed) {
      count += part.segment.counts[at]!;
      continue;
    }
    const living = postingsFor(part.segment.counts[at]!);
    decodeInto(part, at, 0, living);
    count += living.count;
  }
  return count;
}

/** Fills `into` with the living postings of a term. */
export function readPostings(parts: readonly Part[], key: number, into: Postings): void {
  into.count = 0;
  let base = 0;
  for (const part of parts) {
    const at = findTerm(part.segment, key);
    if (at >= 0) decodeInto(part, at, base, into);
    base += part.segment.articles;
  }
}
