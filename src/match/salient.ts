import type { ArticleId } from '../model/article';
import { backgroundWeight } from './frequencies';
import type { Profile } from './profile';
import { heaviestPositions } from './vector';

/** What the index keeps of one article. */
export interface IndexEntry {
  id: ArticleId;
  /** Days since 1970, 0 for undated. */
  day: number;
  /** Term hashes, ascending. */
  keys: Uint32Array;
  /** Share of the article's salient length each term has, 1 to 255. */
  weights: Uint8Array;
}

/** Terms kept per article: recall of mates does not grow beyond (docs/matching.md). */
export const salientTerms = 40;

/**
 * The terms that say most about an article: weighed against the background table only, never against the store,
 * so that the same article makes the same entry whatever was stored before it.
 */
export function salientEntry(profile: Profile): IndexEntry {
  const { terms } = profile;
  const weights = terms.weights.map((count, at) => backgroundWeight(terms.keys[at]!, count));
  const chosen = heaviestPositions(weights, salientTerms);
  let squares = 0;
  for (const at of chosen) squares += weights[at]! ** 2;
  const length = Math.sqrt(squares) || 1;
  return {
    id: profile.article,
    day: profile.day ?? 0,
    keys: Uint32Array.from(chosen, (at) => terms.keys[at]!),
    weights: Uint8Array.from(chosen, (at) => Math.max(1, Math.round((255 * weights[at]!) / length))),
  };
}
