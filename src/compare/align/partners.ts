import { leastSharedWeight, sharedConcept } from './unit-scorer';
import type { WeighedArticle } from './weighed';

/** Sentences that share words or synonyms of some weight, found through the words: all others are never met. */
export function partnerLists(left: WeighedArticle, right: WeighedArticle): number[][] {
  const { weights } = left.rarity;
  const sums = new Float64Array(right.sentences.length);
  return left.sentences.map(({ numbers }) => {
    sums.fill(0);
    for (const root of numbers.roots) {
      const weight = weights[root] as number;
      for (const at of right.byRoot.get(root) ?? []) sums[at] = (sums[at] as number) + weight;
    }
    for (const concept of numbers.concepts) {
      for (const at of right.byConcept.get(concept) ?? []) sums[at] = (sums[at] as number) + sharedConcept;
    }
    const partners: number[] = [];
    for (let at = 0; at < sums.length; at += 1)
      if ((sums[at] as number) >= leastSharedWeight) partners.push(at);
    return partners;
  });
}
