import type { ArticleId } from '../model/article';
import { IdList } from './article-ids';
import { longDistance, mediumDistance, shortDistances } from './bytes';
import { findTerm, openSegment, type PostingList, type Segment } from './segment';
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

/** Calls `visit` with each article of a term and the weight the term has in it, removed articles included. */
export function eachPosting(
  { lists }: Segment,
  { start, count }: PostingList,
  visit: (article: number, weight: number) => void,
): void {
  let position = start;
  let article = 0;
  for (let left = count; left > 0; left--) {
    let distance = lists[position++]!;
    if (distance >= mediumDistance) {
      const long = distance === longDistance;
      distance = lists[position]! | (lists[position + 1]! << 8);
      position += 2;
      if (long) distance |= lists[position++]! << 16;
    } else if (distance >= shortDistances) {
      distance = shortDistances + ((distance - shortDistances) << 8) + lists[position++]!;
    }
    article += distance;
    visit(article, lists[position++]!);
  }
}

/** The postings of a term in one part of an index; `base` is the number of the part's first article. */
export interface TermPlace extends PostingList {
  part: Part;
  base: number;
}

const found: PostingList = { start: 0, count: 0 };

/** How many articles of a list are living. */
export function livingOf({ segment, removed }: Part, list: PostingList): number {
  let living = list.count;
  // Postings are decoded only where articles have been removed.
  if (removed)
    eachPosting(segment, list, (article) => {
      if (removed.has(article)) living--;
    });
  return living;
}

/** In how many living articles a term is salient. */
export function countPostings(parts: readonly Part[], key: number): number {
  let count = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (findTerm(part.segment, key, found)) count += livingOf(part, found);
  }
  return count;
}

/** Where the postings of a term lie. */
export function placesOf(parts: readonly Part[], key: number): TermPlace[] {
  const places: TermPlace[] = [];
  let base = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (findTerm(part.segment, key, found))
      places.push({ part, base, start: found.start, count: found.count });
    base += part.segment.articles;
  }
  return places;
}

/**
 * Adds `amount` times its weight to the sum of every living article of a term. The decoding of distances is written out
 * once more here: this is the hottest loop of a query.
 */
function addPlace(place: TermPlace, amount: number, sums: Sums): void {
  const { part, base, start } = place;
  const { lists } = part.segment;
  const { removed } = part;
  const { values, touched } = sums;
  let { count } = sums;
  let position = start;
  let article = base;
  for (let left = place.count; left > 0; left--) {
    let distance = lists[position++]!;
    if (distance >= mediumDistance) {
      const long = distance === longDistance;
      distance = lists[position]! | (lists[position + 1]! << 8);
      position += 2;
      if (long) distance |= lists[position++]! << 16;
    } else if (distance >= shortDistances) {
      distance = shortDistances + ((distance - shortDistances) << 8) + lists[position++]!;
    }
    article += distance;
    const weight = lists[position++]!;
    if (removed?.has(article - base)) continue;
    const before = values[article]!;
    if (before === 0) touched[count++] = article;
    values[article] = before + amount * weight;
  }
  sums.count = count;
}

/** Adds a term's postings over all parts, articles numbered through. */
export function addPostings(places: readonly TermPlace[], amount: number, sums: Sums): void {
  for (const place of places) addPlace(place, amount, sums);
}
