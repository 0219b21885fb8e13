import type { BoundRow } from './bounds';
import type { UnitPair } from './unit-scorer';

export type { UnitPair } from './unit-scorer';

/** A pair of sentences with the best pair of their clauses, which is looked for when it is first asked for. */
export interface SentencePair extends UnitPair {
  readonly clauses: UnitPair;
}

/**
 * How likely two sentences tell one fact: by the sentences as wholes. The best pair of their clauses says no more
 * (bench/compare/fit-alignment.ts) and costs most of the time.
 */
export const pairScore = (pair: SentencePair): number => pair.score;

export function sentencePair(whole: UnitPair, findClauses: () => UnitPair): SentencePair {
  let found: UnitPair | null = null;
  const { a, b, features, score } = whole;
  return {
    a,
    b,
    features,
    score,
    get clauses() {
      found ??= findClauses();
      return found;
    },
  };
}

/** Pairs from here on are firm: the rules that go through all pairs of two articles ask for no less. */
export const leastFirm = 0.5;

/** The sentences of two articles set side by side. Places are positions in `Profile.sentences`. */
export interface Alignment {
  /** Sentences of the second article, by place, that share enough words with one of the first; in text order. */
  partnersOf(at: number): readonly number[];
  /** What a sentence of the first article can have in common with each of the second by what costs little to know. */
  boundsOf(at: number): BoundRow;
  /** The pair of two sentences if they are partners and its score is at least `least` (0: whatever it is). */
  pair(at: number, other: number, least?: number): SentencePair | null;
  /** All pairs of at least `leastFirm`, in text order. */
  firm(): readonly SentencePair[];
  /** The highest score of a sentence of the first article with any of the second if it is at least `least`, or 0. */
  bestScore(at: number, least?: number): number;
  /** All pairs of clauses of two sentences that share a word or a number. */
  clausePairs(at: number, other: number): UnitPair[];
}
