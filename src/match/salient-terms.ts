import { backgroundWeight } from './frequencies';
import { heaviestPositions, type TermVector } from './vector';

/** The terms that say most about an article. */
export interface SalientTerms {
  /** Term hashes, ascending. */
  keys: Uint32Array;
  /** Share of the article's salient length each term has, 1 to 255. */
  weights: Uint8Array;
}

/** Terms kept per article: recall of mates does not grow beyond (docs/matching.md). */
const salientTermCount = 40;

/**
 * The heaviest terms, weighed against the background table only, never against the store, so that the same article
 * makes the same entry whatever was stored before it.
 * @param terms counts of an article's terms
 */
export function salientTermsOf(terms: TermVector): SalientTerms {
  const weights = terms.weights.map((count, at) => backgroundWeight(terms.keys[at]!, count));
  const chosen = heaviestPositions(weights, salientTermCount);
  let squares = 0;
  for (const at of chosen) squares += weights[at]! ** 2;
  const length = Math.sqrt(squares) || 1;
  return {
    keys: Uint32Array.from(chosen, (at) => terms.keys[at]!),
    weights: Uint8Array.from(chosen, (at) => Math.max(1, Math.round((255 * weights[at]!) / length))),
  };
}
