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
  const members = group.filter((at) => at > 0);
  const inStory = new Set(members.map((at) => pool[at - 1]!));
  const same = order.filter((at) => inStory.has(at));
  return { same, ranked: rankBySupport(order, pool, members, own, evidence) };
}

/** What the other members of the story say counts this much beside the article's own likeness. */
const supportWeight = 0.3;

/** A candidate is the surer the more it has in common with the whole story, not with one report of it. */
function rankBySupport(
  order: readonly number[],
  pool: readonly number[],
  members: readonly number[],
  own: readonly PairEvidence[],
  evidence: Evidence,
): number[] {
  const positions = new Map(pool.map((at, position) => [at, position + 1]));
  const values = new Map(
    order.map((at) => {
      const { probability } = own[at]!;
      const position = positions.get(at);
      const others = members.filter((member) => member !== position);
      if (position === undefined || others.length === 0) return [at, probability * (1 + supportWeight)];
      const sum = others.reduce((total, member) => total + evidence(member, position).probability, 0);
      return [at, probability + (supportWeight * sum) / others.length];
    }),
  );
  return [...order].sort((left, right) => values.get(right)! - values.get(left)! || left - right);
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
