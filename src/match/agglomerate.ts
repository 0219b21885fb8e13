import {
  added,
  type Evidence,
  type EvidenceSums,
  type Group,
  type GroupFeatures,
  groupFeatures,
  groupOf,
  groupProbability,
  joined,
  sumsOf,
} from './group-link';

/** One possible join, and how likely the two groups are one story. */
export interface PossibleJoin {
  left: Group;
  right: Group;
  between: EvidenceSums;
  features: GroupFeatures;
  probability: number;
}

export interface GroupingOptions {
  /** Groups less likely to be one story than this stay apart. */
  threshold: number;
  judge?: (features: GroupFeatures) => number;
  /** Sees every join before it is made or refused: for fitting. */
  watch?: (join: PossibleJoin) => void;
}

/**
 * Whatever the groups' sizes and centroids say, their articles must be this likely to tell one event in the mean: a
 * large group must not draw in what merely came out on the same day.
 */
const leastMean = 0.35;

/**
 * Joins groups of articles, the likeliest first, until none is likely enough. Ties go to the lowest positions, so that
 * the same input gives the same groups.
 */
export function agglomerate(count: number, evidence: Evidence, options: GroupingOptions): number[][] {
  const { threshold, judge = groupProbability, watch } = options;
  const groups: Group[] = Array.from({ length: count }, (_, at) => groupOf(at));
  const consider = (left: Group, right: Group, between: EvidenceSums): PossibleJoin => {
    const features = groupFeatures(left, right, between);
    const mean = between.probability / (left.members.length * right.members.length);
    return { left, right, between, features, probability: mean < leastMean ? 0 : judge(features) };
  };
  /** `joins[right][left]` for left < right. */
  const joins = groups.map((right, at) =>
    groups.slice(0, at).map((left, other) => consider(left, right, sumsOf(evidence(other, at)))),
  );
  for (;;) {
    const best = likeliest(joins);
    if (!best) break;
    watch?.(best.join);
    if (best.join.probability < threshold) break;
    const { into, from, join } = best;
    const whole = joined(join.left, join.right, join.between);
    const sums = groups.map((_, other) => {
      if (other === into || other === from) return null;
      return added(joinOf(joins, into, other).between, joinOf(joins, from, other).between);
    });
    groups[into] = whole;
    groups.splice(from, 1);
    sums.splice(from, 1);
    joins.splice(from, 1);
    for (const row of joins.slice(from)) row.splice(from, 1);
    sums.forEach((between, other) => {
      if (!between) return;
      const [low, high] = other < into ? [other, into] : [into, other];
      joins[high]![low] = consider(groups[low]!, groups[high]!, between);
    });
  }
  return groups.map((group) => group.members);
}

const joinOf = (joins: readonly PossibleJoin[][], one: number, other: number): PossibleJoin =>
  one > other ? joins[one]![other]! : joins[other]![one]!;

function likeliest(
  joins: readonly PossibleJoin[][],
): { join: PossibleJoin; into: number; from: number } | null {
  let best: { join: PossibleJoin; into: number; from: number } | null = null;
  joins.forEach((row, from) => {
    row.forEach((join, into) => {
      if (!best || join.probability > best.join.probability) best = { join, into, from };
    });
  });
  return best;
}
