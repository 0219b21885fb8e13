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

/**
 * What the first opinion (probability of being in the article) says about a block's surroundings: its
 * neighbours, the other blocks with its path, and those in the same parent elements.
 */
export function contextFeatures(blocks: Block[], opinions: number[]): number[][] {
  const byPath = new Map<string, Mean>();
  const byParent = new Map<unknown, Mean>();
  const byGrand = new Map<unknown, Mean>();
  blocks.forEach((block, index) => {
    const value = opinions[index] ?? 0;
    const weight = weightOf(block);
    add(byPath, block.context.path, value, weight);
    add(byParent, block.context.parent, value, weight);
    add(byGrand, block.context.parent?.parent, value, weight);
  });
  const upTo: number[] = [0];
  blocks.forEach((block, index) => {
    upTo.push((upTo[index] ?? 0) + (opinions[index] ?? 0) * block.text.length);
  });
  const total = upTo.at(-1) ?? 0;
  const at = (index: number): number => opinions[index] ?? -1;
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index <= to; index++) sum += Math.max(0, at(index));
    return sum / reach;
  };
  return blocks.map((block, index) => {
    const value = at(index);
    const weight = weightOf(block);
    const before = upTo[index] ?? 0;
    return [
      value,
      ...windows.map((offset) => at(index + offset)),
      mean(index - reach, index - 1),
      mean(index + 1, index + reach),
      others(byPath.get(block.context.path), value, weight),
      others(byParent.get(block.context.parent), value, weight),
      others(byGrand.get(block.context.parent?.parent), value, weight),
      towards(blocks, opinions, index, 1),
      towards(blocks, opinions, index, -1),
      Math.log1p(before),
      Math.log1p(Math.max(0, total - before)),
      total > 0 ? before / total : 0,
    ];
  });
}
