import type { BoundRow } from './bounds';
import type { Unit } from './unit';
import type { UnitPair } from './unit-scorer';

export type { UnitPair } from './unit-scorer';

/** A pair of sentences with the best pair of their clauses, which is looked for when it is first asked for. */
export interface SentencePair extends UnitPair {
  readonly clauses: UnitPair;
  /** The pair as the other article sees it. */
  readonly turned: SentencePair;
}

/**
 * How likely two sentences tell one fact: by the sentences as wholes. The best pair of their clauses says no more
 * (bench/compare/fit-alignment.ts) and costs most of the time.
 */
export const pairScore = (pair: SentencePair): number => pair.score;

/** Pairs from here on are firm: the rules that go through all pairs of two articles ask for no less. */
export const leastFirm = 0.5;

/** The sentences of two articles set side by side. Places are positions in `Profile.sentences`. */
export interface Alignment {
  /** Sentences of the second article, by place, that share enough words with one of the first; in text order. */
  partnersOf(at: number): number[];
  /** What a sentence of the first article can have in common with all sentences of the story's other articles. */
  boundsOf(at: number): BoundRow;
  /** Weight of those of some words that stand in each sentence of the story, by column. Valid until asked again. */
  weigh(roots: ArrayLike<number>): Float64Array;
  /** Highest weight of words that a sentence of the first article shares with any one of its partners. */
  mostShared(at: number): number;
  /** The first of a row's entries that are sentences of the second article, and the one behind them. */
  firstEntry(row: BoundRow): number;
  lastEntry(row: BoundRow): number;
  /** The sentence of the second article, by place, that an entry of a row stands for. */
  placeOf(row: BoundRow, entry: number): number;
  /** The pair of two sentences if they are partners and its score is at least `least` (0: whatever it is). */
  pair(at: number, other: number, least?: number): SentencePair | null;
  /** The same by the entry of the second sentence in the row of the first. */
  pairAt(at: number, row: BoundRow, entry: number, least?: number): SentencePair | null;
  /** All pairs of at least `leastFirm`, in text order. */
  firm(): readonly SentencePair[];
  /** The highest score of a sentence of the first article with any of the second if it is at least `least`, or 0. */
  bestScore(at: number, least?: number): number;
  /** All pairs of clauses of two sentences that share a word or a number, of those clauses that are asked about. */
  clausePairs(at: number, other: number, isAsked?: (clause: Unit) => boolean): UnitPair[];
}
