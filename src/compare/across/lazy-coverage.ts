import { pairsBySentence, type SentencePair } from '../align/align';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { typedRows } from '../verdict/compare-pair';
import { pairScore } from '../verdict/statement-rows';
import { type SentenceCoverage, type Shares, sharesOf } from './coverage';

/**
 * Coverage of one article's sentences by another, each part of it worked out when it is first asked for: shares of
 * words cost little, the alignment of the two articles much, the rows between them most.
 */
export class LazyCoverage {
  private readonly shares = new Map<Unit, Shares>();
  private pairs: ((sentence: Unit) => readonly SentencePair[]) | null = null;
  private typed: Map<number, number> | null = null;

  constructor(
    private readonly article: Profile,
    private readonly other: Profile,
    private readonly rarity: Rarity,
  ) {}

  /** Whether the root stands anywhere in the other article. */
  hasRoot(root: string): boolean {
    return this.other.frequency.has(root);
  }

  sharesOf(sentence: Unit): Shares {
    const known = this.shares.get(sentence);
    if (known) return known;
    const made = sharesOf(sentence, this.other, this.rarity);
    this.shares.set(sentence, made);
    return made;
  }

  /** Pairs of the sentence (side a) with the other article's. */
  pairsOf(sentence: Unit): readonly SentencePair[] {
    this.pairs ??= pairsBySentence(this.article, this.other, this.rarity);
    return this.pairs(sentence);
  }

  scoreOf(sentence: Unit): number {
    let score = 0;
    for (const pair of this.pairsOf(sentence)) score = Math.max(score, pairScore(pair));
    return score;
  }

  private typedOf({ sentence }: Unit): number {
    if (!this.typed) {
      this.typed = new Map();
      for (const { a, confidence } of typedRows(this.article, this.other, this.rarity)) {
        this.typed.set(a.sentence, Math.max(this.typed.get(a.sentence) ?? 0, confidence));
      }
    }
    return this.typed.get(sentence) ?? 0;
  }

  /** All of it, as `coverageBySentence` has it. */
  whole(sentence: Unit): SentenceCoverage {
    return {
      score: this.scoreOf(sentence),
      typed: this.typedOf(sentence),
      ...this.sharesOf(sentence),
    };
  }
}
