import type { PairTable } from '../average-link';

/** Groups whose fullest texts are one text join if their pairs are at least this likely copies in the mean. */
const leastMean = 0.4;

interface TextGroup {
  members: number[];
  /** The longest text: the others are read as copies of it. */
  fullest: number;
}

/**
 * Groups of positions that carry one text, each in order; those of the surest pairs come about first. Two groups join
 * by the mean of their pairs (average link), so that a report that shares a passage with each of two texts does not
 * make the two one; or by their fullest texts, for a page may have the first half of a text and another the second.
 * @param lengths words of each text
 * @param probability of two texts being one
 */
export function textGroups(
  lengths: readonly number[],
  probability: PairTable,
  threshold: number,
): number[][] {
  const groups: TextGroup[] = lengths.map((_, at) => ({ members: [at], fullest: at }));
  /** `sums[right][left]` over all pairs of two groups, for left < right. */
  const sums = groups.map((_, right) => groups.slice(0, right).map((_, left) => probability(left, right)));
  const likeness = (left: number, right: number): number => {
    const [one, other] = [groups[left]!, groups[right]!];
    const mean = sums[right]![left]! / (one.members.length * other.members.length);
    return mean >= leastMean ? Math.max(mean, probability(one.fullest, other.fullest)) : mean;
  };
  for (;;) {
    let best = { left: -1, right: -1, likeness: threshold };
    for (let right = 1; right < groups.length; right++) {
      for (let left = 0; left < right; left++) {
        const value = likeness(left, right);
        if (value > best.likeness || (best.left < 0 && value >= threshold)) {
          best = { left, right, likeness: value };
        }
      }
    }
    if (best.left < 0) return groups.map(({ members }) => members.sort((one, other) => one - other));
    join(groups, sums, best.left, best.right, lengths);
  }
}

const sumOf = (sums: readonly number[][], one: number, other: number): number =>
  one < other ? sums[other]![one]! : sums[one]![other]!;

/** Makes one group of two, at the place of the first. */
function join(
  groups: TextGroup[],
  sums: number[][],
  into: number,
  from: number,
  lengths: readonly number[],
): void {
  for (let other = 0; other < groups.length; other++) {
    if (other === into || other === from) continue;
    const sum = sumOf(sums, into, other) + sumOf(sums, from, other);
    sums[Math.max(into, other)]![Math.min(into, other)] = sum;
  }
  const [one, two] = [groups[into]!, groups[from]!];
  const longer = lengths[two.fullest]! > lengths[one.fullest]!;
  groups[into] = {
    members: [...one.members, ...two.members],
    fullest: longer ? two.fullest : one.fullest,
  };
  groups.splice(from, 1);
  sums.splice(from, 1);
  for (const row of sums.slice(from)) row.splice(from, 1);
}
