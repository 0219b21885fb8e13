import { averageLink } from './average-link';
import { storyThreshold } from './pair-score';

/** Candidates below this with the article itself take no part in its story. */
const worthComparing = 0.05;

/** The most candidates that are also compared with one another: the work grows with the square. */
const comparedAmongThemselves = 24;

export interface LocalDecision {
  /** Positions of the candidates in the article's own story. */
  same: number[];
  /** All candidates, best first. */
  ranked: number[];
}

/**
 * The story of one article among its candidates: average-link over the article and those that may belong to it. It
 * depends on the stored articles only, not on the order they came in.
 * @param own probability of each candidate with the article
 * @param between probability of two candidates by position
 */
export function decideAmong(
  own: readonly number[],
  between: (left: number, right: number) => number,
  threshold = storyThreshold,
): LocalDecision {
  const order = own.map((_, at) => at).sort((left, right) => own[right]! - own[left]! || left - right);
  const pool = order.filter((at) => own[at]! >= worthComparing).slice(0, comparedAmongThemselves);
  const probability = (left: number, right: number): number => {
    if (left === 0) return own[pool[right - 1]!]!;
    if (right === 0) return own[pool[left - 1]!]!;
    return between(pool[left - 1]!, pool[right - 1]!);
  };
  const groups = averageLink(pool.length + 1, memoised(pool.length + 1, probability), threshold);
  const same = pool.filter((_, at) => groups[at + 1] === groups[0]);
  const inStory = new Set(same);
  return { same, ranked: [...same, ...order.filter((at) => !inStory.has(at))] };
}

/** Asks for each pair once, whichever way round. */
function memoised(count: number, probability: (left: number, right: number) => number) {
  const known = new Float64Array(count * count).fill(-1);
  return (left: number, right: number): number => {
    const at = Math.min(left, right) * count + Math.max(left, right);
    if (known[at]! < 0) known[at] = probability(Math.min(left, right), Math.max(left, right));
    return known[at]!;
  };
}
