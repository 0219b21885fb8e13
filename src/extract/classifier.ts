import type { Block } from './block';
import { contextFeatureNames, contextFeatures } from './context-features';
import modelFile from './data/block-model.json';
import { featureNames } from './features';

/** `[feature, threshold, left, right]`, or a number for a leaf; values up to the threshold go left. */
export type Tree = number | [feature: number, threshold: number, left: Tree, right: Tree];

/** The learned weights: see docs/extraction.md for how they were fitted and how well they do. */
export interface BlockModel {
  /** Features the trees refer to by position; any order, looked up by name. */
  features: string[];
  /** First opinion: from the block and where it stands. */
  first: Tree[];
  /** Second opinion: also from the first opinion on its surroundings. */
  second: Tree[];
}

/**
 * Trees laid out in arrays. Node `n` asks for `columns[n]`; values up to `thresholds[n]` go to node `n + 1`, others
 * to `others[n]`. A leaf has column -1 and its value as threshold.
 */
interface Forest {
  roots: number[];
  columns: Int16Array;
  thresholds: Float64Array;
  others: Int16Array;
}

/** Both opinions, ready to be asked. */
export interface Forests {
  first: Forest;
  second: Forest;
}

const allNames = [...featureNames, ...contextFeatureNames];

function layOut(trees: Tree[], columnOf: number[]): Forest {
  const columns: number[] = [];
  const thresholds: number[] = [];
  const others: number[] = [];
  const place = (tree: Tree): number => {
    const at = columns.length;
    const leaf = typeof tree === 'number';
    columns.push(leaf ? -1 : (columnOf[tree[0]] as number));
    thresholds.push(leaf ? tree : tree[1]);
    others.push(-1);
    if (!leaf) {
      place(tree[2]);
      others[at] = place(tree[3]);
    }
    return at;
  };
  const roots = trees.map(place);
  return {
    roots,
    columns: Int16Array.from(columns),
    thresholds: Float64Array.from(thresholds),
    others: Int16Array.from(others),
  };
}

/** Lays a model out for the features as they stand now. */
export function forestsOf({ features, first, second }: BlockModel): Forests {
  const columnOf = features.map((name) => allNames.indexOf(name));
  return { first: layOut(first, columnOf), second: layOut(second, columnOf) };
}

/** The product's own. */
export const fitted = forestsOf(modelFile as unknown as BlockModel);

function score({ roots, columns, thresholds, others }: Forest, row: Float64Array): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    for (let column = columns[node] as number; column >= 0; column = columns[node] as number) {
      node = (row[column] as number) <= (thresholds[node] as number) ? node + 1 : (others[node] as number);
    }
    sum += thresholds[node] as number;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Blocks that the first opinion is this sure of are not asked about again. */
const surelyNot = 0.02;

/**
 * Probability for each block that it is part of the article's text. `rows` are the features of the same
 * blocks, one for one; a block without features (far from all that the reader took) is not part of it.
 */
export function judgeBlocks(
  blocks: Block[],
  rows: (Float64Array | null)[],
  { first, second }: Forests,
): number[] {
  const opinions = rows.map((row) => (row ? score(first, row) : 0));
  const doubtful = (index: number): boolean =>
    rows[index] !== null && (opinions[index] as number) >= surelyNot;
  const around = contextFeatures(blocks, opinions, doubtful);
  const whole = new Float64Array(allNames.length);
  return rows.map((row, index) => {
    const context = around[index];
    if (!row || !context) return opinions[index] as number;
    whole.set(row);
    whole.set(context, row.length);
    return score(second, whole);
  });
}
