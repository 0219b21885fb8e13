/** Probability of a pair by its two positions; 0 for pairs never scored. */
export type PairTable = (left: number, right: number) => number;

/**
 * Average-link clustering (UPGMA; Sokal and Michener, 1958): joins the two groups with the highest mean probability
 * until none reaches the threshold. One wrong pair between two events cannot join them, which it does in
 * single-link. Ties go to the lowest positions, so that the same input gives the same groups.
 * @returns the group of each position, groups numbered by their first member
 */
export function averageLink(count: number, probability: PairTable, threshold: number): Int32Array {
  const sums = Array.from({ length: count }, (_, left) =>
    Float64Array.from({ length: count }, (_, right) => (left === right ? 0 : probability(left, right))),
  );
  const sizes = new Int32Array(count).fill(1);
  const group = Int32Array.from({ length: count }, (_, position) => position);
  const alive = Array.from({ length: count }, (_, position) => position);
  for (;;) {
    const best = bestPair(alive, sums, sizes);
    if (!best || best.mean < threshold) return group;
    const { into, from } = best;
    for (const other of alive) {
      sums[into]![other]! += sums[from]![other]!;
      sums[other]![into] = sums[into]![other]!;
    }
    sums[into]![into] = 0;
    sizes[into]! += sizes[from]!;
    alive.splice(alive.indexOf(from), 1);
    for (let position = 0; position < count; position++) if (group[position] === from) group[position] = into;
  }
}

function bestPair(
  alive: readonly number[],
  sums: readonly Float64Array[],
  sizes: Int32Array,
): { into: number; from: number; mean: number } | null {
  let best: { into: number; from: number; mean: number } | null = null;
  for (let first = 0; first < alive.length; first++) {
    for (let second = first + 1; second < alive.length; second++) {
      const into = alive[first]!;
      const from = alive[second]!;
      const mean = sums[into]![from]! / (sizes[into]! * sizes[from]!);
      if (!best || mean > best.mean) best = { into, from, mean };
    }
  }
  return best;
}
