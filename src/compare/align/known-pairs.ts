import type { SentencePair } from './alignment';
import type { Features } from './feature-names';
import { bothHaveNumbers, type Unit } from './unit';
import type { UnitPair, UnitScorer } from './unit-scorer';
import type { Weighed, WeighedArticle } from './weighed';

export const turnedPair = (pair: UnitPair): UnitPair => ({ ...pair, a: pair.b, b: pair.a });

class ForwardPair implements SentencePair {
  readonly a: Unit;
  readonly b: Unit;
  readonly features: Features;
  readonly score: number;
  #clauses: UnitPair | null = null;
  #turned: TurnedPair | null = null;

  constructor(
    private readonly whole: UnitPair,
    private readonly findClauses: () => UnitPair | null,
  ) {
    this.a = whole.a;
    this.b = whole.b;
    this.features = whole.features;
    this.score = whole.score;
  }

  get clauses(): UnitPair {
    this.#clauses ??= this.findClauses() ?? this.whole;
    return this.#clauses;
  }

  get turned(): SentencePair {
    this.#turned ??= new TurnedPair(this);
    return this.#turned;
  }
}

class TurnedPair implements SentencePair {
  readonly a: Unit;
  readonly b: Unit;
  readonly features: Features;
  readonly score: number;
  #clauses: UnitPair | null = null;

  constructor(readonly turned: ForwardPair) {
    this.a = turned.b;
    this.b = turned.a;
    this.features = turned.features;
    this.score = turned.score;
  }

  get clauses(): UnitPair {
    this.#clauses ??= turnedPair(this.turned.clauses);
    return this.#clauses;
  }
}

/** Exact pairs of two articles, each worked out once, whichever of the two asks. */
export class KnownPairs {
  private readonly exact = new Map<number, ForwardPair>();
  private readonly width: number;
  /** The most the evidence for the pair given up last can be. */
  bound = 0;

  constructor(
    readonly left: WeighedArticle,
    readonly right: WeighedArticle,
    private readonly scorer: UnitScorer,
  ) {
    this.width = right.sentences.length;
  }

  known(at: number, other: number): ForwardPair | undefined {
    return this.exact.get(at * this.width + other);
  }

  /** The exact pair, or null when its score was found to be less than `least`; `likeness` is that of their letters. */
  find(at: number, other: number, least: number, likeness: number): ForwardPair | null {
    const left = this.left.sentences[at] as Weighed;
    const right = this.right.sentences[other] as Weighed;
    const whole = this.scorer.score(left, right, least, likeness);
    this.bound = this.scorer.bound;
    if (!whole) return null;
    const pair = new ForwardPair(whole, () => this.bestClauses(at, other));
    this.exact.set(at * this.width + other, pair);
    return pair;
  }

  /** The best pair of clauses; null when none shares a word, or both sentences are one clause. */
  private bestClauses(at: number, other: number): UnitPair | null {
    const left = this.left.clausesOf(at);
    const right = this.right.clausesOf(other);
    if (left.length <= 1 && right.length <= 1) return null;
    let best: UnitPair | null = null;
    for (const a of left) {
      for (const b of right) {
        if (!bothHaveNumbers(a.unit, b.unit) && !this.scorer.shareEnough(a, b)) continue;
        const pair = this.scorer.score(a, b, best ? best.score : 0);
        if (pair && (best === null || pair.score > best.score)) best = pair;
      }
    }
    return best;
  }

  clausePairs(at: number, other: number, isAsked: (clause: Unit) => boolean = () => true): UnitPair[] {
    const left = this.left.clausesOf(at).filter(({ unit }) => isAsked(unit));
    const right = this.right.clausesOf(other).filter(({ unit }) => isAsked(unit));
    return left.flatMap((here) => right.flatMap((there) => this.scorer.score(here, there, 0) ?? []));
  }
}
