import type { ArticleId } from '../model/article';
import { backgroundShare } from './frequencies';
import { addPostings, type TermPlace } from './part';
import type { SalientTerms } from './salient-terms';
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
const leastTerms = 8;

/** Used again by every query, so that a query allocates little. */
const sums = new Sums();

/** A term as a query needs it: the same for all queries on one state of a store. */
export interface SearchedTerm {
  key: number;
  /** Living articles in which it is salient. */
  count: number;
  /** What the store knows better than the background table, by which both sides' stored weights are corrected. */
  correction: number;
  places: readonly TermPlace[];
}

/** An index as a query sees it. */
export interface Searched {
  /** Living articles. */
  articles: number;
  /** Articles in all segments, removed ones included. */
  numbered: number;
  term(key: number): SearchedTerm;
}

/** @param frequency inverse frequency of the term in the store */
export const correctionOf = (key: number, frequency: number): number =>
  frequency / -Math.log(backgroundShare(key));

interface WeighedTerm {
  term: SearchedTerm;
  weight: number;
}

/** The terms that tell events apart; the rarest of the common ones when there are too few. */
function wantedTerms(terms: readonly WeighedTerm[], articles: number): WeighedTerm[] {
  const wanted = terms.filter(({ term }) => !isCommon(term.count, articles));
  if (wanted.length >= leastTerms) return wanted;
  const common = terms.filter(({ term }) => isCommon(term.count, articles));
  common.sort((left, right) => left.term.count - right.term.count || left.term.key - right.term.key);
  return [...wanted, ...common.slice(0, leastTerms - wanted.length)];
}

/** Articles by number, ascending, and how near each is. */
export interface Nearest {
  articles: Uint32Array;
  scores: Float64Array;
}

/** The `limit` articles nearest to one by its salient words, with all that are as near as the last of them. */
export function search(index: Searched, query: SalientTerms, limit: number): Nearest {
  sums.prepare(index.numbered);
  const terms = Array.from(query.keys, (key, at): WeighedTerm => {
    const term = index.term(key);
    return { term, weight: (query.weights[at]! / 255) * term.correction };
  });
  const squares = terms.reduce((sum, { weight }) => sum + weight * weight, 0);
  for (const { term, weight } of wantedTerms(terms, index.articles)) {
    addPostings(term.places, (weight * term.correction) / 255, sums);
  }
  const found = sums.take(limit);
  return {
    articles: found.articles,
    scores: squares > 0 ? found.sums.map((sum) => sum / squares) : found.sums,
  };
}
