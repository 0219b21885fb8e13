import type { ArticleId } from '../model/article';
import { backgroundShare, inverseFrequency } from './frequencies';
import { addPostings, type Part } from './part';
import type { IndexEntry } from './salient';
import { Sums } from './sums';

/** A stored article that shares salient words with the query. */
export interface Candidate {
  id: ArticleId;
  /** Nearness by salient words, 1 for the same words; comparable between queries on one store. */
  score: number;
}

/** Terms salient in more of a store than this tell no event apart; a small store keeps all its terms. */
const commonShare = 0.1;
const smallStore = 300;

const isCommon = (articles: number, store: number): boolean =>
  store > smallStore && articles > store * commonShare;

/** So many terms are looked up at least, the rarest, even when all are common: a store may hold one event only. */
export const leastTerms = 8;

/** Used again by every query, so that a query allocates little. */
const sums = new Sums();

const locate = (parts: readonly Part[], article: number): ArticleId => {
  let position = article;
  for (const part of parts) {
    if (position < part.segment.articles) return part.ids.at(position);
    position -= part.segment.articles;
  }
  throw new RangeError(`no article at ${article}`);
};

interface WeighedTerm {
  key: number;
  /** Living articles in which it is salient. */
  count: number;
  weight: number;
  /** What one unit of stored weight adds to a sum. */
  amount: number;
}

/** An index as a query sees it. */
export interface Searched {
  parts: readonly Part[];
  /** Living articles. */
  articles: number;
  /** In how many living articles a term is salient. */
  salientIn(key: number): number;
}

function weighTerms({ articles, salientIn }: Searched, query: IndexEntry): WeighedTerm[] {
  return Array.from(query.keys, (key, at) => {
    const count = salientIn(key);
    // Stored weights carry the background frequency; what the store knows better corrects both sides.
    const correction =
      inverseFrequency(key, { articles, salientIn: () => count }) / -Math.log(backgroundShare(key));
    const weight = (query.weights[at]! / 255) * correction;
    return { key, count, weight, amount: (weight * correction) / 255 };
  });
}

/** The terms that tell events apart; the rarest of the common ones when there are too few. */
function wantedTerms(terms: readonly WeighedTerm[], articles: number): WeighedTerm[] {
  const wanted = terms.filter(({ count }) => !isCommon(count, articles));
  if (wanted.length >= leastTerms) return wanted;
  const common = terms.filter(({ count }) => isCommon(count, articles));
  common.sort((left, right) => left.count - right.count || left.key - right.key);
  return [...wanted, ...common.slice(0, leastTerms - wanted.length)];
}

/**
 * The stored articles nearest to an entry by its salient words, best first; equal scores in order of id, so that
 * the answer is the same however the index came about. The entry's own article is left out.
 */
export function search(index: Searched, query: IndexEntry, limit: number): Candidate[] {
  const { parts, articles } = index;
  sums.prepare(parts.reduce((total, part) => total + part.segment.articles, 0));
  const terms = weighTerms(index, query);
  const squares = terms.reduce((sum, { weight }) => sum + weight * weight, 0);
  for (const { key, amount } of wantedTerms(terms, articles)) addPostings(parts, key, amount, sums);
  // One more than asked for: the article itself may be among them.
  const found = sums.take(limit + 1).map(({ article, sum }) => ({
    id: locate(parts, article),
    score: squares > 0 ? sum / squares : 0,
  }));
  found.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  return found.filter((candidate) => candidate.id !== query.id).slice(0, limit);
}
