import { agglomerate } from './agglomerate';
import { type Evidence, joinThreshold, noEvidence, type PairEvidence } from './group-link';

/** Candidates below this with the article itself take no part in its story. */
const worthComparing = 0.04;

/** The most candidates that are also compared with one another: the work grows with the square. */
const comparedAmongThemselves = 40;

export interface LocalDecision {
  /** Positions of the candidates in the article's own story. */
  same: number[];
  /** All candidates, best first. */
  ranked: number[];
}

export type Grouping = (count: number, evidence: Evidence) => number[][];

const fitted: Grouping = (count, evidence) => agglomerate(count, evidence, { threshold: joinThreshold });

/**
 * The story of one article among its candidates: groups are joined over the article and those that may belong to it.
 * It depends on the stored articles only, not on the order they came in.
 * @param own evidence of each candidate with the article
 * @param between evidence of two candidates by position
 */
export function decideAmong(
  own: readonly PairEvidence[],
  between: Evidence,
  grouping: Grouping = fitted,
): LocalDecision {
  const order = own.map((_, at) => at);
  order.sort((left, right) => own[right]!.probability - own[left]!.probability || left - right);
  const pool = order.filter((at) => own[at]!.probability >= worthComparing).slice(0, comparedAmongThemselves);
  const evidence = memoised(pool.length + 1, (left, right) =>
    left === 0 ? own[pool[right - 1]!]! : between(pool[left - 1]!, pool[right - 1]!),
  );
  const group = grouping(pool.length + 1, evidence).find((members) => members.includes(0)) ?? [0];
  const inStory = new Set(group.filter((at) => at > 0).map((at) => pool[at - 1]!));
  const same = order.filter((at) => inStory.has(at));
  return { same, ranked: rankByCompany(order, pool, own, evidence) };
}

/** Company in common counts this much beside the likeness itself. */
const companyWeight = 2;

/**
 * A candidate is the surer the more the two have the same company: the share that two articles' likely mates have in
 * common, each counted by its probability.
 */
function rankByCompany(
  order: readonly number[],
  pool: readonly number[],
  own: readonly PairEvidence[],
  evidence: Evidence,
): number[] {
  const values = own.map(({ probability }) => probability);
  const likeness = (left: number, right: number) => (left === right ? 1 : evidence(left, right).probability);
  pool.forEach((at, offset) => {
    let shared = 0;
    let all = 0;
    for (let other = 0; other <= pool.length; other++) {
      const pair = [likeness(0, other), likeness(offset + 1, other)] as const;
      shared += Math.min(...pair);
      all += Math.max(...pair);
    }
    values[at]! += (companyWeight * shared) / all;
  });
  return [...order].sort((left, right) => values[right]! - values[left]! || left - right);
}

/** Asks for each pair once, whichever way round. */
function memoised(count: number, evidence: Evidence): Evidence {
  const known: (PairEvidence | undefined)[] = new Array(count * count);
  return (left, right) => {
    if (left === right) return noEvidence;
    const at = Math.min(left, right) * count + Math.max(left, right);
    known[at] ??= evidence(Math.min(left, right), Math.max(left, right));
    return known[at];
  };
}
