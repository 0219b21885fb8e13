import type { ArticlePart, Span } from '../../model/article';
import type { Claim } from '../../model/claim';
import type { Reason, RowKind, RowVerdict } from '../../model/comparison';
import type { SentencePair, UnitPair } from '../align/align';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';

/** One side of a row: the sentence, the deciding words in it and the value they give. */
export interface PairSide {
  part: ArticlePart;
  /** Position in `Analysis.sentences`, and its range. */
  sentence: number;
  span: Span;
  marks: Span[];
  /** The value in the article's own words. */
  value: string;
  low: number | string | null;
  high: number | string | null;
  unit: string | null;
  claim: Claim | null;
}

/** A verdict on one thing that two articles tell, with both sentences. */
export interface PairRow {
  verdict: RowVerdict;
  kind: RowKind;
  /** What is in question, in the articles' own words: "soldiers". */
  label: string;
  a: PairSide;
  b: PairSide;
  reason: Reason;
  /** Raw strength of the evidence before calibration, 0 to 1. */
  strength: number;
  /** What differs is all that the two sentences have in common: no agreement is drawn from them beside it. */
  exclusive?: true;
  confidence: number;
  certain: boolean;
}

export type DraftRow = Omit<PairRow, 'confidence' | 'certain'>;

/** What every rule may look at when it compares two articles. */
export interface PairContext {
  a: Profile;
  b: Profile;
  rarity: Rarity;
  /** The firm pairs, in text order: no rule that goes through all of them asks for weaker ones. */
  pairs: readonly SentencePair[];
  /** Sentences of `b` that share enough words with one of `a` to be aligned with it, in text order. */
  partnersOf(sentence: number): number[];
  /** The alignment of a sentence of `a` with one of `b`, if they share enough, however weak it is. */
  pairOf(sentenceA: number, sentenceB: number): SentencePair | undefined;
  /** Their clauses, each with each; only of those clauses that are asked about. */
  clausePairs(pair: SentencePair, isAsked?: (clause: Unit) => boolean): UnitPair[];
}
