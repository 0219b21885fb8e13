import type { ArticleId, CutReason, Quote, Span } from './article';
import type { Stance } from './claim';

export type VoiceId = string;

/** Why an article counts as the same text as its voice's lead. */
export type CopyReason =
  | { code: 'same-text'; share: number }
  | { code: 'shortened'; share: number }
  | { code: 'rewritten'; share: number }
  | { code: 'credit'; credit: string }
  | { code: 'declared-original'; address: string };

export type FirstPublisherReason = 'credited' | 'linked' | 'earliest' | 'longest' | 'only-one';

/** Articles that carry one text. */
export interface Voice {
  id: VoiceId;
  /** The article whose sentences stand for the voice: the fullest text. */
  lead: ArticleId;
  articles: ArticleId[];
  /** Outlet names, lead first. */
  outlets: string[];
  copies: { article: ArticleId; reason: CopyReason; shared: Span[]; added: Span[] }[];
  likelyFirst: { name: string; article: ArticleId | null; reason: FirstPublisherReason };
}

/** One of two voices that share passages. */
export interface ReuseSide {
  voice: VoiceId;
  /** Whose text the ranges belong to. */
  article: ArticleId;
  /** Share of this text that the passages are, 0 to 1. */
  share: number;
  /** What this text has beside them. */
  added: Span[];
}

/** Passages that two voices share word for word although neither is a copy of the other. */
export interface Reuse {
  sides: [ReuseSide, ReuseSide];
  /** Each as a range of the first side's text and one of the second's. */
  passages: [Span, Span][];
}

/** One reason for a match, with the words or values shared. */
export interface MatchReason {
  code: 'names' | 'places' | 'dates' | 'numbers' | 'rare-words' | 'same-text' | 'close-in-time' | 'lead';
  shared: string[];
}

/** A stored article on the same event, and why it is taken for one. */
export interface Match {
  article: ArticleId;
  /** Probability that both tell one event, 0 to 1. */
  score: number;
  reasons: MatchReason[];
  /** `later`: an arrest or trial weeks after; shown apart from same-day coverage. */
  relation: 'same-event' | 'later';
}

/**
 * Why a near miss is no match: too little in common, another event's coverage nearer to it, days apart, the reader's
 * word.
 */
export type RefusalCode = 'unlike' | 'other-story' | 'days-apart' | 'reader';

/** A stored article that was nearly taken for the same event, and why it was not. */
export interface Refusal {
  article: ArticleId;
  score: number;
  because: RefusalCode;
  reasons: MatchReason[];
}

export type RowKind =
  | 'quantity'
  | 'time'
  | 'place'
  | 'name'
  | 'speaker'
  | 'quotation'
  | 'polarity'
  | 'certainty'
  | 'statement';

export type RowVerdict = 'agree' | 'differ' | 'update';

/** Names a template in the interface; `parameters` are the articles' own words and values. */
export interface Reason {
  code: string;
  parameters: Record<string, string>;
}

/** A sentence that supports a row: the sentence, the deciding words in it, and how firmly it speaks. */
export interface Evidence {
  quote: Quote;
  /** Ranges in the same part, inside `quote`: the deciding words. */
  marks: Span[];
  voice: VoiceId;
  stance: Stance;
  /** Who says so, as a range of words in the same part, or null when the outlet speaks itself. */
  source: { name: string; via: string | null } | null;
}

/** One value of the thing in question and everyone who gives it. Voices in order of time. */
export interface RowValue {
  /** The value in the articles' own words: "about 11,000 troops". */
  label: string;
  /** Number or ISO day to draw on an axis, when there is one. */
  low: number | string | null;
  high: number | string | null;
  unit: string | null;
  evidence: Evidence[];
  /** Fits the value of the article read without being it: "five" where that says "at least two". */
  agrees?: boolean;
}

/**
 * One thing in question across voices; the value of the article read first. What agrees with it in other words has a
 * line of its own, so that no voice is given a value it never said. Differ and update rows have two values or more.
 */
export interface Row {
  /** Stable for the same articles and rules, so that a reader's "this is wrong" can be remembered. */
  id: string;
  verdict: RowVerdict;
  kind: RowKind;
  /** The thing in question, in the articles' own words: "troops sent". */
  label: string;
  values: RowValue[];
  reason: Reason;
  /** Calibrated probability that the verdict is right, 0 to 1. */
  confidence: number;
  certain: boolean;
}

/** What stands behind every "only here" and "left out here". */
export interface Denominator {
  voices: number;
  /** ISO instants of the oldest and newest text looked at. */
  oldest: string | null;
  newest: string | null;
  cut: { article: ArticleId; reasons: CutReason[] }[];
}

export interface OnlyHere {
  id: string;
  evidence: Evidence;
  /** Shown first; the rest is folded under "less certain". */
  certain: boolean;
}

/** Stated by at least two other voices and not by this article. Marked are the facts both tell that it has not. */
export interface LeftOut {
  id: string;
  evidence: Evidence[];
  certain: boolean;
}

/** One article against the voices of its story. Same input and rules give byte-equal output. */
export interface Comparison {
  rules: number;
  article: ArticleId;
  rows: Row[];
  onlyHere: OnlyHere[];
  leftOut: LeftOut[];
  denominator: Denominator;
}

/** Comparison with the coverage it rests on: what popup, panel, library and command line show. */
export interface Collation {
  comparison: Comparison;
  /** Voice of the article itself first. */
  voices: Voice[];
  /** Which of them share passages; each pair once. */
  reuses: Reuse[];
  matches: Match[];
  later: Match[];
  counts: { pages: number; outlets: number; voices: number; sources: number };
}

/** One article resting on another or on a name: who cites whom. */
export interface Citation {
  from: ArticleId;
  /** Null when the cited text is not stored. */
  to: ArticleId | null;
  /** Outlet or agency, by the name we show. */
  name: string;
  kind: 'link' | 'reported' | 'wire-credit' | 'original';
  /** Where it stands in the text of `from`; null when the page declares it elsewhere. */
  span: Span | null;
}
