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

const model = modelFile as unknown as BlockModel;
const allNames = [...featureNames, ...contextFeatureNames];
const columns = Int32Array.from(model.features, (name) => allNames.indexOf(name));

function score(trees: Tree[], row: Float64Array): number {
  let sum = 0;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') {
      node = (row[columns[node[0]] as number] as number) <= node[1] ? node[2] : node[3];
    }
    sum += node;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Blocks that the first opinion is this sure of are not asked about again. */
const surelyNot = 0.02;

/**
 * Probability for each block that it is part of the article's text. `rows` are the features of the same
 * blocks, one for one; a block without features (far from all that the reader took) is not part of it.
 */
export function judgeBlocks(blocks: Block[], rows: (Float64Array | null)[]): number[] {
  const first = rows.map((row) => (row ? score(model.first, row) : 0));
  const around = contextFeatures(blocks, first);
  const whole = new Float64Array(allNames.length);
  return rows.map((row, index) => {
    const opinion = first[index] ?? 0;
    if (!row || opinion < surelyNot) return opinion;
    whole.set(row);
    whole.set(around[index] ?? [], row.length);
    return score(model.second, whole);
  });
}
