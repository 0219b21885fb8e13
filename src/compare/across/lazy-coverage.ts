import { type Alignment, alignmentOf, type SentencePair } from '../align/align';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { typedRows } from '../verdict/compare-pair';
import { type SentenceCoverage, type Shares, sharesOf } from './coverage';

/**
 * Coverage of one article's sentences by another, each part of it worked out when it is first asked for: shares of
 * words cost little, the alignment of the two articles much, the rows between them most.
 */
export class LazyCoverage {
  private readonly shares = new Map<Unit, Shares>();
  private readonly pairs = new Map<Unit, readonly SentencePair[]>();
  private readonly scores = new Map<Unit, number>();
  private readonly alignment: Alignment;
  private typed: Map<number, number> | null = null;

  constructor(
    private readonly article: Profile,
    private readonly other: Profile,
    private readonly rarity: Rarity,
  ) {
    this.alignment = alignmentOf(article, other, rarity);
  }

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
    const known = this.pairs.get(sentence);
    if (known) return known;
    const { alignment } = this;
    const at = sentence.sentence;
    const pairs = alignment.partnersOf(at).flatMap((other) => alignment.pair(at, other) ?? []);
    this.pairs.set(sentence, pairs);
    return pairs;
  }

  scoreOf(sentence: Unit): number {
    const score = this.scores.get(sentence) ?? this.alignment.bestScore(sentence.sentence);
    this.scores.set(sentence, score);
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
