/**
 * Gradient boosted trees for two classes, after Friedman (2001) with second-order gains as in XGBoost (Chen and
 * Guestrin 2016): quantile bins, depth-limited trees, shrinkage, and random subsets of pages and features.
 * Deterministic for a seed.
 */
export interface Samples {
  /** Row-major values. */
  values: Float32Array;
  features: number;
  labels: Uint8Array;
  weights: Float32Array;
  /** Page of each row: whole pages are drawn, because rows of one page are alike. */
  groups: Int32Array;
}

export interface BoostingOptions {
  trees: number;
  depth: number;
  rate: number;
  /** L2 penalty on leaf values. */
  penalty: number;
  /** Least sum of weights (hessian) in a leaf. */
  leastHessian: number;
  featureShare: number;
  groupShare: number;
  seed: number;
}

/** `[feature, threshold, left, right]`, or a number for a leaf; a row goes left when its value is at most the threshold. */
export type Tree = number | [feature: number, threshold: number, left: Tree, right: Tree];

export interface Forest {
  base: number;
  trees: Tree[];
}

const mostBins = 32;

/** Mulberry32, a small generator whose sequence is the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Upper limits of the bins of one feature: quantiles of its distinct values, halfway between neighbours. */
function limitsOf({ values, features, labels }: Samples, feature: number): number[] {
  const step = Math.max(1, Math.floor(labels.length / 20_000));
  const seen: number[] = [];
  for (let row = 0; row < labels.length; row += step) seen.push(values[row * features + feature] ?? 0);
  seen.sort((left, right) => left - right);
  const distinct = seen.filter((value, index) => index === 0 || value !== seen[index - 1]);
  const between = (index: number): number => ((distinct[index] ?? 0) + (distinct[index + 1] ?? 0)) / 2;
  if (distinct.length <= mostBins) return distinct.slice(0, -1).map((_, index) => between(index));
  const limits = new Set<number>();
  for (let bin = 1; bin < mostBins; bin++) {
    const value = seen[Math.floor((bin * seen.length) / mostBins)] ?? 0;
    const at = distinct.indexOf(value);
    if (at + 1 < distinct.length) limits.add(between(at));
  }
  return [...limits].sort((left, right) => left - right);
}

/** Bin of every value, row-major. */
function binned({ values, features, labels }: Samples, limits: number[][]): Uint8Array {
  const bins = new Uint8Array(labels.length * features);
  limits.forEach((limit, feature) => {
    for (let row = 0; row < labels.length; row++) {
      const value = values[row * features + feature] ?? 0;
      let low = 0;
      let high = limit.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (limit[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      bins[row * features + feature] = low;
    }
  });
  return bins;
}

interface Split {
  feature: number;
  bin: number;
  gain: number;
}

/** Rows of one node with the sums of gradient and hessian for each candidate feature and bin. */
interface GrowingNode {
  rows: Int32Array;
  sums: Float64Array;
  gradient: number;
  hessian: number;
}

const slot = (mostBins + 1) * 2;

class TreeBuilder {
  constructor(
    private readonly bins: Uint8Array,
    private readonly features: number,
    private readonly limits: number[][],
    private readonly gradient: Float64Array,
    private readonly hessian: Float64Array,
    private readonly candidates: Int32Array,
    private readonly options: BoostingOptions,
  ) {}

  grow(rows: Int32Array): Tree {
    return this.build(this.node(rows), this.options.depth);
  }

  private node(rows: Int32Array): GrowingNode {
    const { bins, features, candidates, gradient, hessian } = this;
    const sums = new Float64Array(candidates.length * slot);
    let gradients = 0;
    let hessians = 0;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      const first = gradient[row] as number;
      const second = hessian[row] as number;
      gradients += first;
      hessians += second;
      const at = row * features;
      for (let candidate = 0; candidate < candidates.length; candidate++) {
        const cell = candidate * slot + (bins[at + (candidates[candidate] as number)] as number) * 2;
        sums[cell] = (sums[cell] as number) + first;
        sums[cell + 1] = (sums[cell + 1] as number) + second;
      }
    }
    return { rows, sums, gradient: gradients, hessian: hessians };
  }

  /** The sibling's sums are the parent's less the other child's: only the smaller child is counted. */
  private rest(parent: GrowingNode, other: GrowingNode, rows: Int32Array): GrowingNode {
    const sums = parent.sums.map((sum, index) => sum - (other.sums[index] as number));
    return {
      rows,
      sums,
      gradient: parent.gradient - other.gradient,
      hessian: parent.hessian - other.hessian,
    };
  }

  private build(node: GrowingNode, depth: number): Tree {
    const leaf = (-this.options.rate * node.gradient) / (node.hessian + this.options.penalty);
    if (depth === 0 || node.hessian < 2 * this.options.leastHessian) return leaf;
    const split = this.best(node);
    if (!split) return leaf;
    const { feature, bin } = split;
    const { bins, features } = this;
    const left = node.rows.filter((row) => (bins[row * features + feature] as number) <= bin);
    const right = node.rows.filter((row) => (bins[row * features + feature] as number) > bin);
    const small = this.node(left.length < right.length ? left : right);
    const large = this.rest(node, small, left.length < right.length ? right : left);
    const [first, second] = left.length < right.length ? [small, large] : [large, small];
    const threshold = this.limits[feature]?.[bin] ?? 0;
    return [feature, threshold, this.build(first, depth - 1), this.build(second, depth - 1)];
  }

  private best(node: GrowingNode): Split | null {
    const { penalty, leastHessian } = this.options;
    const { gradient, hessian, sums } = node;
    const parent = gradient ** 2 / (hessian + penalty);
    let best: Split | null = null;
    this.candidates.forEach((feature, candidate) => {
      const count = this.limits[feature]?.length ?? 0;
      let left = 0;
      let weight = 0;
      for (let bin = 0; bin < count; bin++) {
        left += sums[candidate * slot + bin * 2] as number;
        weight += sums[candidate * slot + bin * 2 + 1] as number;
        const rest = hessian - weight;
        if (weight < leastHessian || rest < leastHessian) continue;
        const gain = left ** 2 / (weight + penalty) + (gradient - left) ** 2 / (rest + penalty) - parent;
        if (gain > (best?.gain ?? 1e-4)) best = { feature, bin, gain };
      }
    });
    return best;
  }
}

export function scoreTree(tree: Tree, row: ArrayLike<number>, at = 0): number {
  let node = tree;
  while (typeof node !== 'number') node = (row[at + node[0]] ?? 0) <= node[1] ? node[2] : node[3];
  return node;
}

/** Log-odds of a row. */
export const scoreForest = (forest: Forest, row: ArrayLike<number>, at = 0): number =>
  forest.trees.reduce<number>((sum, tree) => sum + scoreTree(tree, row, at), forest.base);

/** Fits a forest to weighted samples. */
export function fitForest(samples: Samples, options: BoostingOptions): Forest {
  const { labels, weights, groups, features, values } = samples;
  const draw = random(options.seed);
  const limits = Array.from({ length: features }, (_, feature) => limitsOf(samples, feature));
  const bins = binned(samples, limits);
  const usable = limits.flatMap((limit, feature) => (limit.length > 0 ? [feature] : []));
  const score = new Float64Array(labels.length);
  const gradient = new Float64Array(labels.length);
  const hessian = new Float64Array(labels.length);
  const forest: Forest = { base: 0, trees: [] };
  const names = [...new Set(groups)];
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < labels.length; row++) {
      const chance = 1 / (1 + Math.exp(-(score[row] as number)));
      const weight = weights[row] as number;
      gradient[row] = weight * (chance - (labels[row] as number));
      hessian[row] = weight * chance * (1 - chance);
    }
    const drawn = new Set(names.filter(() => draw() < options.groupShare));
    const rows = Int32Array.from(labels.keys()).filter(
      (row) => drawn.has(groups[row] as number) && (weights[row] as number) > 0,
    );
    const candidates = Int32Array.from(usable.filter(() => draw() < options.featureShare));
    const builder = new TreeBuilder(bins, features, limits, gradient, hessian, candidates, options);
    const grown = builder.grow(rows);
    forest.trees.push(grown);
    for (let row = 0; row < labels.length; row++)
      score[row] = (score[row] as number) + scoreTree(grown, values, row * features);
  }
  return forest;
}
