import type { ArticleId } from '../model/article';
import { IdList } from './article-ids';
import { findTerm, openSegment, type Segment } from './segment';
import type { Sums } from './sums';

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

export const livingIds = ({ ids, removed }: Part): ArticleId[] =>
  ids.all().filter((_, position) => !removed?.has(position));

/** Opens stored bytes. Throws `DamagedBytes` when they are not a whole segment. */
export function openPart(name: string, level: number, stored: Uint8Array, removed: number[] = []): Part {
  const segment = openSegment(stored);
  const ids = new IdList(segment.idBytes, segment.articles);
  return { name, level, segment, ids, removed: removed.length > 0 ? new Set(removed) : null };
}

export const livingArticles = (part: Part): number => part.segment.articles - (part.removed?.size ?? 0);

/** Calls `visit` with each living article of a term in one part and the weight the term has in it. */
function eachPosting(part: Part, at: number, visit: (article: number, weight: number) => void): void {
  const { bytes, offsets, counts } = part.segment;
  const { removed } = part;
  let position = offsets[at]!;
  let article = 0;
  for (let left = counts[at]!; left > 0; left--) {
    let byte = bytes[position++]!;
    let distance = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++]!;
      distance |= (byte & 0x7f) << shift;
    }
    article += distance;
    const weight = bytes[position++]!;
    if (!removed?.has(article)) visit(article, weight);
  }
}

/** In how many living articles a term is salient. Postings are decoded only where articles have been removed. */
export function countPostings(parts: readonly Part[], key: number): number {
  let count = 0;
  for (const part of parts) {
    const at = findTerm(part.segment, key);
    if (at < 0) continue;
    if (!part.removed) count += part.segment.counts[at]!;
    else
      eachPosting(part, at, () => {
        count++;
      });
  }
  return count;
}

/**
 * Adds `amount` times its weight to the sum of every living article of a term. The decoding of varints is written out
 * once more here: this is the hottest loop of a query.
 */
function addPart(part: Part, at: number, base: number, amount: number, sums: Sums): void {
  const { bytes, offsets, counts } = part.segment;
  const { removed } = part;
  const { values, touched } = sums;
  let { count } = sums;
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
    const before = values[article]!;
    if (before === 0) touched[count++] = article;
    values[article] = before + amount * weight;
  }
  sums.count = count;
}

/** Adds a term's postings over all parts, articles numbered through. */
export function addPostings(parts: readonly Part[], key: number, amount: number, sums: Sums): void {
  let base = 0;
  for (const part of parts) {
    const at = findTerm(part.segment, key);
    if (at >= 0) addPart(part, at, base, amount, sums);
    base += part.segment.articles;
  }
}
