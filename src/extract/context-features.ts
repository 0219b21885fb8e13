import type { Block } from './block';

/** How far a block sees the first opinion on its neighbours. */
const reach = 3;
const windows = [-3, -2, -1, 1, 2, 3];

/** Names of the features that the second opinion adds to the first one's. */
export const contextFeatureNames: string[] = [
  'opinion',
  ...windows.map((offset) => `opinion@${offset}`),
  'opinionBefore',
  'opinionAfter',
  'opinionOfPath',
  'opinionOfParent',
  'opinionOfGrandparent',
  'opinionNextText',
  'opinionLastText',
  'articleWordsBefore',
  'articleWordsAfter',
  'articleShare',
];

interface Mean {
  sum: number;
  weight: number;
}

const add = <Key>(means: Map<Key, Mean>, key: Key, value: number, weight: number): void => {
  const mean = means.get(key) ?? { sum: 0, weight: 0 };
  mean.sum += value * weight;
  mean.weight += weight;
  means.set(key, mean);
};

/** Weighted mean of the others under one key; the block's own opinion would only repeat itself. */
const others = (mean: Mean | undefined, value: number, weight: number): number => {
  const left = (mean?.weight ?? 0) - weight;
  return mean && left > 1e-6 ? (mean.sum - value * weight) / left : -1;
};

const weightOf = (block: Block): number => Math.log1p(block.text.length);

/** Opinion on the nearest long block in one direction. */
function towards(blocks: Block[], opinions: number[], from: number, step: 1 | -1): number {
  for (let at = from + step, left = 8; at >= 0 && at < blocks.length && left > 0; at += step, left--) {
    const block = blocks[at];
    if (block && block.text.length >= 80) return opinions[at] ?? 0;
  }
  return -1;
}

/** Running totals of what the first opinion says. */
interface Around {
  byPath: Map<number, Mean>;
  byParent: Map<unknown, Mean>;
  byGrand: Map<unknown, Mean>;
  /** Characters of the article before each block, as far as the first opinion goes. */
  before: number[];
  total: number;
}

function totals(blocks: Block[], opinions: number[]): Around {
  const around: Around = {
    byPath: new Map(),
    byParent: new Map(),
    byGrand: new Map(),
    before: [],
    total: 0,
  };
  blocks.forEach((block, index) => {
    around.before.push(around.total);
    const value = opinions[index] as number;
    if (value === 0) return;
    const weight = weightOf(block);
    const { path, parent } = block.context;
    add(around.byPath, path, value, weight);
    add(around.byParent, parent, value, weight);
    add(around.byGrand, parent?.parent, value, weight);
    around.total += value * block.text.length;
  });
  return around;
}

/**
 * What the first opinion (probability of being in the article) says about a block's surroundings: its
 * neighbours, the other blocks with its path, and those in the same parent elements. Null for blocks that nobody
 * wants to know of.
 */
export function contextFeatures(
  blocks: Block[],
  opinions: number[],
  wanted: (index: number) => boolean = () => true,
): (number[] | null)[] {
  const { byPath, byParent, byGrand, before, total } = totals(blocks, opinions);
  const at = (index: number): number => opinions[index] ?? -1;
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index <= to; index++) sum += Math.max(0, at(index));
    return sum / reach;
  };
  return blocks.map((block, index) => {
    if (!wanted(index)) return null;
    const value = at(index);
    const weight = weightOf(block);
    const past = before[index] ?? 0;
    const { path, parent } = block.context;
    return [
      value,
      ...windows.map((offset) => at(index + offset)),
      mean(index - reach, index - 1),
      mean(index + 1, index + reach),
      others(byPath.get(path), value, weight),
      others(byParent.get(parent), value, weight),
      others(byGrand.get(parent?.parent), value, weight),
      towards(blocks, opinions, index, 1),
      towards(blocks, opinions, index, -1),
      Math.log1p(past),
      Math.log1p(Math.max(0, total - past)),
      total > 0 ? past / total : 0,
    ];
  });
}
