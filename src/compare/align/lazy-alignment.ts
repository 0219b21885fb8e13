import {
  type Alignment,
  leastFirm,
  pairScore,
  type SentencePair,
  sentencePair,
  type UnitPair,
} from './alignment';
import { partnerLists } from './partners';
import { bothHaveNumbers, type UnitScorer } from './unit-scorer';
import type { Weighed, WeighedArticle } from './weighed';

/** Works out the pairs of two articles as they are asked for; each is kept. */
export class LazyAlignment implements Alignment {
  private readonly width: number;
  private partners: number[][] | null = null;
  private readonly exact = new Map<number, SentencePair>();
  /** Bounds of the scores of pairs that were given up. */
  private readonly bounds = new Map<number, number>();
  private firmPairs: SentencePair[] | null = null;
  private partnersBack: number[][] | null = null;

  constructor(
    private readonly left: WeighedArticle,
    private readonly right: WeighedArticle,
    private readonly scorer: UnitScorer,
  ) {
    this.width = right.sentences.length;
  }

  partnersOf(at: number): readonly number[] {
    this.partners ??= partnerLists(this.left, this.right);
    return this.partners[at] ?? [];
  }

  pair(at: number, other: number, least = 0): SentencePair | null {
    const key = at * this.width + other;
    const known = this.exact.get(key);
    if (known) return pairScore(known) >= least ? known : null;
    if ((this.bounds.get(key) ?? 1) < least || !this.partnersOf(at).includes(other)) return null;
    const pair = this.compute(at, other, least);
    if (pair) this.exact.set(key, pair);
    else this.bounds.set(key, this.scorer.bound);
    return pair && pairScore(pair) >= least ? pair : null;
  }

  /** The exact pair, or null when its score was found to be less than `least`. */
  private compute(at: number, other: number, least: number): SentencePair | null {
    const left = this.left.sentences[at] as Weighed;
    const right = this.right.sentences[other] as Weighed;
    const whole = this.scorer.score(left, right, least);
    return whole && sentencePair(whole, () => this.bestClauses(at, other) ?? whole);
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

  firm(): readonly SentencePair[] {
    if (this.firmPairs) return this.firmPairs;
    const pairs: SentencePair[] = [];
    for (let at = 0; at < this.left.sentences.length; at += 1) {
      for (const other of this.partnersOf(at)) {
        const pair = this.pair(at, other, leastFirm);
        if (pair) pairs.push(pair);
      }
    }
    this.firmPairs = pairs;
    return pairs;
  }

  bestScore(at: number, least = 0): number {
    return this.highest(
      this.partnersOf(at).map((other) => [at, other]),
      least,
    );
  }

  /** Highest score of the pairs given, firm ones first: where there is one, the rest need not be known exactly. */
  highest(places: readonly (readonly [number, number])[], least: number): number {
    let best = 0;
    for (const from of [Math.max(least, leastFirm), least]) {
      for (const [at, other] of places) {
        const pair = this.pair(at, other, Math.max(from, best));
        if (pair) best = Math.max(best, pairScore(pair));
      }
      if (best > 0) return best;
    }
    return best;
  }

  clausePairs(at: number, other: number): UnitPair[] {
    return this.left
      .clausesOf(at)
      .flatMap((here) =>
        this.right.clausesOf(other).flatMap((there) => this.scorer.score(here, there, 0) ?? []),
      );
  }

  /** Sentences of the first article that have one of the second among their partners. */
  partnersThere(other: number): readonly number[] {
    if (!this.partnersBack) {
      const back: number[][] = this.right.sentences.map(() => []);
      for (let at = 0; at < this.left.sentences.length; at += 1) {
        for (const partner of this.partnersOf(at)) back[partner]?.push(at);
      }
      this.partnersBack = back;
    }
    return this.partnersBack[other] ?? [];
  }
}

const turnedPair = <Pair extends UnitPair>(pair: Pair): Pair => ({ ...pair, a: pair.b, b: pair.a });

const turned = (pair: SentencePair): SentencePair => {
  const { a, b, features, score } = pair;
  return sentencePair({ a: b, b: a, features, score }, () => turnedPair(pair.clauses));
};

const inTextOrder = (left: SentencePair, right: SentencePair): number =>
  left.a.sentence - right.a.sentence || left.b.sentence - right.b.sentence;

/** An alignment seen from the second article. */
export class TurnedAlignment implements Alignment {
  private firmPairs: SentencePair[] | null = null;

  constructor(private readonly forward: LazyAlignment) {}

  partnersOf(at: number): readonly number[] {
    return this.forward.partnersThere(at);
  }

  pair(at: number, other: number, least = 0): SentencePair | null {
    const pair = this.forward.pair(other, at, least);
    return pair && turned(pair);
  }

  firm(): readonly SentencePair[] {
    this.firmPairs ??= this.forward.firm().map(turned).sort(inTextOrder);
    return this.firmPairs;
  }

  bestScore(at: number, least = 0): number {
    return this.forward.highest(
      this.partnersOf(at).map((other) => [other, at]),
      least,
    );
  }

  clausePairs(at: number, other: number): UnitPair[] {
    return this.forward.clausePairs(other, at).map(turnedPair);
  }
}
