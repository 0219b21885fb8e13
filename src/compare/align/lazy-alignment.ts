import { type Alignment, leastFirm, pairScore, type SentencePair, type UnitPair } from './alignment';
import type { BoundRow, StoryBounds } from './bounds';
import { leastEvidence } from './guesses';
import { KnownPairs, turnedPair } from './known-pairs';
import type { Unit } from './unit';
import type { UnitScorer } from './unit-scorer';
import type { Weighed, WeighedArticle } from './weighed';

const inTextOrder = (left: SentencePair, right: SentencePair): number =>
  left.a.sentence - right.a.sentence || left.b.sentence - right.b.sentence;

/** Works out the pairs of two articles as they are asked for, the most promising first; each is kept. */
abstract class LazyAlignment implements Alignment {
  private firmPairs: SentencePair[] | null = null;
  private readonly here: number;
  private readonly there: number;

  constructor(
    protected readonly pairs: KnownPairs,
    protected readonly left: WeighedArticle,
    private readonly right: WeighedArticle,
    private readonly bounds: StoryBounds,
  ) {
    this.here = bounds.join(left);
    this.there = bounds.join(right);
  }

  protected abstract known(at: number, other: number): SentencePair | undefined;
  protected abstract find(at: number, other: number, least: number, likeness: number): SentencePair | null;
  protected abstract findFirm(): SentencePair[];
  abstract clausePairs(at: number, other: number, isAsked?: (clause: Unit) => boolean): UnitPair[];

  partnersOf(at: number): number[] {
    const row = this.boundsOf(at);
    const offset = this.bounds.offsetOf(this.there);
    return Array.from(
      row.columns.subarray(this.firstEntry(row), this.lastEntry(row)),
      (each) => each - offset,
    );
  }

  boundsOf(at: number): BoundRow {
    return this.bounds.rowOf(this.here, at);
  }

  weigh(roots: ArrayLike<number>): Float64Array {
    return this.bounds.weigh(roots);
  }

  mostShared(at: number): number {
    return this.boundsOf(at).mostShared[this.there] as number;
  }

  firstEntry({ starts }: BoundRow): number {
    return starts[this.there] as number;
  }

  lastEntry({ starts }: BoundRow): number {
    return starts[this.there + 1] as number;
  }

  placeOf({ columns }: BoundRow, entry: number): number {
    return (columns[entry] as number) - this.bounds.offsetOf(this.there);
  }

  pair(at: number, other: number, least = 0): SentencePair | null {
    const known = this.known(at, other);
    if (known) return pairScore(known) >= least ? known : null;
    const row = this.boundsOf(at);
    const entry = this.entryOf(row, other);
    return entry < 0 ? null : this.unknownPair(at, other, row, entry, least);
  }

  /** The entry of a sentence of the second article in a row, or -1. */
  private entryOf(row: BoundRow, other: number): number {
    const column = this.bounds.offsetOf(this.there) + other;
    const end = this.lastEntry(row);
    for (let entry = this.firstEntry(row); entry < end; entry += 1) {
      if (row.columns[entry] === column) return entry;
    }
    return -1;
  }

  pairAt(at: number, row: BoundRow, entry: number, least = 0): SentencePair | null {
    const other = this.placeOf(row, entry);
    const known = this.known(at, other);
    if (known) return pairScore(known) >= least ? known : null;
    return this.unknownPair(at, other, row, entry, least);
  }

  private unknownPair(
    at: number,
    other: number,
    row: BoundRow,
    entry: number,
    least: number,
  ): SentencePair | null {
    const left = this.left.sentences[at] as Weighed;
    const right = this.right.sentences[other] as Weighed;
    if (!this.bounds.reaches(row, entry, left, right, leastEvidence(least))) return null;
    const pair = this.find(at, other, least, row.likeness?.[entry] as number);
    row.most[entry] = this.pairs.bound;
    return pair;
  }

  firm(): readonly SentencePair[] {
    this.firmPairs ??= this.findFirm();
    return this.firmPairs;
  }

  bestScore(at: number, least = 0): number {
    const row = this.boundsOf(at);
    const { most } = row;
    const from = this.firstEntry(row);
    const end = this.lastEntry(row);
    // The most promising first: where it keeps its promise, hardly any other is looked at.
    const first = placeOfHighest(most, from, end);
    if (first < 0) return 0;
    let best = this.scoreFrom(at, row, first, least);
    let enough = leastEvidence(Math.max(best, least));
    for (let entry = from; entry < end; entry += 1) {
      if (entry === first || (most[entry] as number) < enough) continue;
      const score = this.scoreFrom(at, row, entry, Math.max(best, least));
      if (score <= best) continue;
      best = score;
      enough = leastEvidence(best);
    }
    return best;
  }

  /** The score of a pair if it is at least `least`, or 0. */
  private scoreFrom(at: number, row: BoundRow, entry: number, least: number): number {
    const pair = this.pairAt(at, row, entry, least);
    return pair ? pairScore(pair) : 0;
  }
}

/** The entry with the highest bound, or -1 when there is none. */
function placeOfHighest(most: Float32Array, from: number, end: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  let place = -1;
  for (let entry = from; entry < end; entry += 1) {
    if ((most[entry] as number) <= highest) continue;
    highest = most[entry] as number;
    place = entry;
  }
  return place;
}

/** An alignment seen from the article it was made for first. */
export class ForwardAlignment extends LazyAlignment {
  constructor(left: WeighedArticle, right: WeighedArticle, scorer: UnitScorer, bounds: StoryBounds) {
    super(new KnownPairs(left, right, scorer), left, right, bounds);
  }

  /** The same alignment seen from the other article. */
  turned(bounds: StoryBounds): Alignment {
    return new TurnedAlignment(this, this.pairs, bounds);
  }

  protected known(at: number, other: number): SentencePair | undefined {
    return this.pairs.known(at, other);
  }

  protected find(at: number, other: number, least: number, likeness: number): SentencePair | null {
    return this.pairs.find(at, other, least, likeness);
  }

  protected findFirm(): SentencePair[] {
    const enough = leastEvidence(leastFirm);
    const pairs: SentencePair[] = [];
    for (let at = 0; at < this.left.sentences.length; at += 1) {
      const row = this.boundsOf(at);
      const end = this.lastEntry(row);
      for (let entry = this.firstEntry(row); entry < end; entry += 1) {
        if ((row.most[entry] as number) < enough) continue;
        const pair = this.pairAt(at, row, entry, leastFirm);
        if (pair) pairs.push(pair);
      }
    }
    return pairs;
  }

  clausePairs(at: number, other: number, isAsked?: (clause: Unit) => boolean): UnitPair[] {
    return this.pairs.clausePairs(at, other, isAsked);
  }
}

class TurnedAlignment extends LazyAlignment {
  constructor(
    private readonly forward: ForwardAlignment,
    pairs: KnownPairs,
    bounds: StoryBounds,
  ) {
    super(pairs, pairs.right, pairs.left, bounds);
  }

  protected known(at: number, other: number): SentencePair | undefined {
    return this.pairs.known(other, at)?.turned;
  }

  protected find(at: number, other: number, least: number, likeness: number): SentencePair | null {
    return this.pairs.find(other, at, least, likeness)?.turned ?? null;
  }

  protected findFirm(): SentencePair[] {
    return this.forward
      .firm()
      .map(({ turned }) => turned)
      .sort(inTextOrder);
  }

  clausePairs(at: number, other: number, isAsked?: (clause: Unit) => boolean): UnitPair[] {
    return this.forward.clausePairs(other, at, isAsked).map(turnedPair);
  }
}
