import { type Lexicon, lexiconWithRoom } from './lexicon';
import { numbersOf } from './numbers';
import type { Profile } from './profile';

const leastWeight = 0.05;
const smallestStory = 24;
/** A root of more than this share of the sentences is the story's own topic. */
const topicShare = 1 / 8;

/**
 * How rare a root is within one story: words every sentence uses say nothing about which fact is told. Inverse
 * sentence frequency over the documents of one story, scaled to 1. Measured against frequencies of a background
 * corpus and against both: no difference, so the one that needs no table was kept.
 */
export class Rarity {
  readonly lexicon: Lexicon = lexiconWithRoom();
  /** Weights by number of the root. */
  weights = new Float64Array(0);
  /** 1 for the story's own topic words, by number of the root. */
  topical = new Uint8Array(0);
  private readonly counts: Int32Array;
  private readonly weightByCount: Float64Array;
  private readonly size: number;

  /** @param profiles the articles of the story */
  constructor(readonly profiles: readonly Profile[]) {
    const { lexicon } = this;
    for (const profile of profiles) {
      for (const sentence of profile.sentences) numbersOf(sentence, profile, lexicon);
    }
    this.counts = new Int32Array(lexicon.size);
    let total = 0;
    for (const profile of profiles) {
      for (const sentence of profile.sentences) {
        total += 1;
        for (const root of numbersOf(sentence, profile, lexicon).roots) this.counts[root]! += 1;
      }
    }
    // A pair of bare sentences has no statistics: pretend a short article around it.
    const size = Math.max(total, smallestStory);
    this.size = size;
    const scale = Math.log(size + 1);
    this.weightByCount = new Float64Array(total + 1);
    for (let count = 0; count <= total; count += 1) {
      this.weightByCount[count] = Math.max(leastWeight, Math.log((size + 1) / (count + 0.5)) / scale);
    }
    this.coverLexicon();
  }

  /** Gives the roots numbered since a weight: articles that are no part of the story may be compared in it. */
  coverLexicon(): void {
    const { lexicon, counts, weightByCount, size } = this;
    if (this.weights.length >= lexicon.size) return;
    this.weights = new Float64Array(lexicon.size).fill(weightByCount[0] as number);
    this.topical = new Uint8Array(lexicon.size);
    for (let root = 0; root < counts.length; root += 1) {
      const count = counts[root] as number;
      if (count === 0) continue;
      this.weights[root] = weightByCount[count] as number;
      if (count / size > topicShare) this.topical[root] = 1;
    }
  }

  /** Weight of a root, near 0 for words of most sentences, 1 for a word of one. */
  weight(root: string): number {
    const number = this.lexicon.knownRoot(root);
    return this.weightByCount[(number !== undefined && this.counts[number]) || 0] as number;
  }
}

export const rarityOf = (profiles: readonly Profile[]): Rarity => new Rarity(profiles);
