import type { Profile } from './profile';

/** How rare a root is within one story: words every sentence uses say nothing about which fact is told. */
export interface Rarity {
  /** Weight of a root, near 0 for words of most sentences, 1 for a word of one. */
  weight(root: string): number;
  /** Share of sentences with the root, times four, at most 1: 1 marks the story's own topic words. */
  topicality(root: string): number;
}

const leastWeight = 0.05;

/**
 * Inverse sentence frequency over the documents of one story, scaled to 1. Measured against frequencies of a
 * background corpus and against both: no difference, so the one that needs no table was kept.
 */
export function rarityOf(profiles: readonly Profile[]): Rarity {
  const frequency = new Map<string, number>();
  let total = 0;
  for (const profile of profiles) {
    for (const sentence of profile.sentences) {
      total += 1;
      for (const root of sentence.roots) frequency.set(root, (frequency.get(root) ?? 0) + 1);
    }
  }
  // A pair of bare sentences has no statistics: pretend a short article around it.
  const size = Math.max(total, smallestStory);
  const scale = Math.log(size + 1);
  const weightByCount = Float64Array.from({ length: total + 1 }, (_, count) =>
    Math.max(leastWeight, Math.log((size + 1) / (count + 0.5)) / scale),
  );
  return {
    weight: (root) => weightByCount[frequency.get(root) ?? 0] ?? leastWeight,
    topicality: (root) => Math.min(1, ((frequency.get(root) ?? 0) / size) * 4),
  };
}

const smallestStory = 24;
