import { kept } from '../kept';
import {
  type Alignment,
  leastFirm,
  pairScore,
  type SentencePair,
  sentencePair,
  type UnitPair,
} from './alignment';
import { type BoundDesk, type BoundRow, BoundRows } from './bounds';
import { leastEvidence } from './guesses';
import { bothHaveNumbers } from './unit';
import type { UnitScorer } from './unit-scorer';
import type { Weighed, WeighedArticle } from './weighed';

/** Exact pairs of two articles, each worked out once, whichever of the two asks. */
class KnownPairs {
  private readonly exact = new Map<number, SentencePair>();
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

  known(at: number, other: number): SentencePair | undefined {
    return this.exact.get(at * this.width + other);
  }

  /** The exact pair, or null when its score was found to be less than `least`. */
  find(at: number, other: number, least: number): SentencePair | null {
    const left = this.left.sentences[at] as Weighed;
    const right = this.right.sentences[other] as Weighed;
    const whole = this.scorer.score(left, right, least);
    this.bound = this.scorer.bound;
    if (!whole) return null;
    const pair = sentencePair(whole, () => this.bestClauses(at, other) ?? whole);
    this.exact.set(at * this.width + other, pair);
    return pair;
  }

  /** The pair as the second article sees it. */
  readonly turned = kept((pair: SentencePair): SentencePair => {
    const { a, b, features, score } = pair;
    return sentencePair({ a: b, b: a, features, score }, () => turnedPair(pair.clauses));
  });

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

  clausePairs(at: number, other: number): UnitPair[] {
    return this.left
      .clausesOf(at)
      .flatMap((here) =>
        this.right.clausesOf(other).flatMap((there) => this.scorer.score(here, there, 0) ?? []),
      );
  }
}

const turnedPair = (pair: UnitPair): UnitPair => ({ ...pair, a: pair.b, b: pair.a });

const inTextOrder = (left: SentencePair, right: SentencePair): number =>
  left.a.sentence - right.a.sentence || left.b.sentence - right.b.sentence;

/** Works out the pairs of two articles as they are asked for, the most promising first; each is kept. */
abstract class LazyAlignment implements Alignment {
  private firmPairs: SentencePair[] | null = null;

  constructor(
    protected readonly pairs: KnownPairs,
    protected readonly rows: BoundRows,
  ) {}

  protected abstract known(at: number, other: number): SentencePair | undefined;
  protected abstract find(at: number, other: number, least: number): SentencePair | null;
  protected abstract findFirm(): SentencePair[];
  abstract clausePairs(at: number, other: number): UnitPair[];

  partnersOf(at: number): readonly number[] {
    const { most } = this.rows.of(at);
    const partners: number[] = [];
    for (let other = 0; other < most.length; other += 1) {
      if ((most[other] as number) > Number.NEGATIVE_INFINITY) partners.push(other);
    }
    return partners;
  }

  boundsOf(at: number): BoundRow {
    return this.rows.of(at);
  }

  pair(at: number, other: number, least = 0): SentencePair | null {
    const known = this.known(at, other);
    if (known) return pairScore(known) >= least ? known : null;
    const { most } = this.rows.of(at);
    const enough = leastEvidence(least);
    if (!((most[other] as number) >= enough)) return null;
    this.rows.letter(at, other);
    if ((most[other] as number) < enough) return null;
    const pair = this.find(at, other, least);
    most[other] = this.pairs.bound;
    return pair;
  }

  firm(): readonly SentencePair[] {
    this.firmPairs ??= this.findFirm();
    return this.firmPairs;
  }

  bestScore(at: number, least = 0): number {
    const { most } = this.rows.of(at);
    // The most promising first: where it keeps its promise, hardly any other is looked at.
    const first = placeOfHighest(most);
    let best = this.scoreFrom(at, first, least);
    let enough = leastEvidence(Math.max(best, least));
    for (let other = 0; other < most.length; other += 1) {
      if (other === first || !((most[other] as number) >= enough)) continue;
      const score = this.scoreFrom(at, other, Math.max(best, least));
      if (score <= best) continue;
      best = score;
      enough = leastEvidence(best);
    }
    return best;
  }

  /** The score of a pair if it is at least `least`, or 0. */
  private scoreFrom(at: number, other: number, least: number): number {
    const pair = other < 0 ? null : this.pair(at, other, least);
    return pair ? pairScore(pair) : 0;
  }
}

/** Place of the highest of the bounds, or -1 when no sentence is a partner. */
function placeOfHighest(most: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  let place = -1;
  for (let at = 0; at < most.length; at += 1) {
    if ((most[at] as number) <= highest) continue;
    highest = most[at] as number;
    place = at;
  }
  return place;
}

/** An alignment seen from the article it was made for first. */
export class ForwardAlignment extends LazyAlignment {
  constructor(left: WeighedArticle, right: WeighedArticle, scorer: UnitScorer, desk: BoundDesk) {
    super(new KnownPairs(left, right, scorer), new BoundRows(left, right, desk));
  }

  /** The same alignment seen from the other article. */
  turned(desk: BoundDesk): Alignment {
    return new TurnedAlignment(this, this.pairs, new BoundRows(this.pairs.right, this.pairs.left, desk));
  }

  protected known(at: number, other: number): SentencePair | undefined {
    return this.pairs.known(at, other);
  }

  protected find(at: number, other: number, least: number): SentencePair | null {
    return this.pairs.find(at, other, least);
  }

  protected findFirm(): SentencePair[] {
    const enough = leastEvidence(leastFirm);
    const pairs: SentencePair[] = [];
    for (let at = 0; at < this.pairs.left.sentences.length; at += 1) {
      const { most } = this.rows.of(at);
      for (let other = 0; other < most.length; other += 1) {
        const pair = (most[other] as number) >= enough ? this.pair(at, other, leastFirm) : null;
        if (pair) pairs.push(pair);
      }
    }
    return pairs;
  }

  clausePairs(at: number, other: number): UnitPair[] {
    return this.pairs.clausePairs(at, other);
  }
}

class TurnedAlignment extends LazyAlignment {
  constructor(
    private readonly forward: ForwardAlignment,
    pairs: KnownPairs,
    rows: BoundRows,
  ) {
    super(pairs, rows);
  }

  protected known(at: number, other: number): SentencePair | undefined {
    const pair = this.pairs.known(other, at);
    return pair && this.pairs.turned(pair);
  }

  protected find(at: number, other: number, least: number): SentencePair | null {
    const pair = this.pairs.find(other, at, least);
    return pair && this.pairs.turned(pair);
  }

  protected findFirm(): SentencePair[] {
    return this.forward
      .firm()
      .map((pair) => this.pairs.turned(pair))
      .sort(inTextOrder);
  }

  clausePairs(at: number, other: number): UnitPair[] {
    return this.forward.clausePairs(other, at).map(turnedPair);
  }
}
