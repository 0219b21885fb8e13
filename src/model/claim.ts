import type { ArticleId, ArticlePart, Span } from './article';

/** What kind of number a quantity is; two kinds are never compared. */
export type QuantityKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'percentage-points'
  | 'measure'
  | 'duration'
  | 'age'
  | 'magnitude'
  | 'score'
  | 'ordinal';

export type Casualty = 'killed' | 'injured' | 'missing' | 'arrested' | 'displaced' | 'rescued';

/** A number with what it counts. `low` and `high` are equal unless a range was stated. */
export interface Quantity extends Span {
  low: number;
  high: number;
  kind: QuantityKind;
  /** Base unit after conversion ("metre", "kelvin-difference", "USD"), or the counted noun's lemma. */
  unit: string;
  /** Head noun as written: "troops". */
  head: string;
  /** Words that narrow what is counted: "North Korean", "serious". */
  modifiers: string[];
  /** What the number says about its head: a toll, a population, a distance to a named place. */
  scope: string;
  approximate: boolean;
  bound: 'exact' | 'at-least' | 'more-than' | 'at-most' | 'less-than';
  /** Significant digits as written: 13 in "13 billion" has 2. */
  significantDigits: number;
  /** "dozens", "thousands". */
  vague: boolean;
  /** "two of the three victims", "of which four": part of a stated whole. */
  part: boolean;
  /** The three in "two of the three victims": the whole a part was taken from. */
  whole: boolean;
  /** Just the number and its unit, without head and modifiers: "about 11,000", "$13 billion". */
  figure: Span;
  casualty: Casualty | null;
}

export type TimeGrain = 'clock' | 'part-of-day' | 'day' | 'week' | 'month' | 'year' | 'vague';

/** A time expression resolved against dateline and publication. `from`/`to` are ISO days or instants. */
export interface TimeValue extends Span {
  from: string | null;
  to: string | null;
  grain: TimeGrain;
  relation: 'on' | 'by' | 'since' | 'after' | 'before' | 'start' | 'until' | 'between';
  /** 0 Sunday to 6 Saturday when a bare weekday was written. */
  weekday: number | null;
  /** Whether the text states the day itself or it was worked out from the publication date. */
  explicit: boolean;
  /** Report time ("said on Friday") as against event time. */
  report: boolean;
  /** Minutes after midnight and the zone as written ("GMT", "local"), when a time of day was given. */
  clock: { minutes: number; zone: string | null } | null;
  /** Hours after midnight between which the part of the day lies: afternoon is [12, 18]. */
  partOfDay: [number, number] | null;
}

export type EntityKind = 'person' | 'organisation' | 'place' | 'nationality' | 'unknown';

export interface Entity extends Span {
  /** Key that all variants within and across articles share as far as spelling rules allow. */
  key: string;
  name: string;
  kind: EntityKind;
  /** "president", "military intelligence chief". */
  role: string | null;
  /** Written as an adjective or a people: "Korean troops", "the Koreans". */
  adjective: boolean;
}

/** How firmly a claim is stated, weakest first. The order is the ladder. */
export const stances = ['denied', 'alleged', 'unnamed-source', 'named-source', 'official', 'stated'] as const;
export type Stance = (typeof stances)[number];

/** Who says so. `via` is set when second hand: "The Post reported that officials said". */
export interface Attribution {
  source: Span & { name: string; key: string; role: string | null; named: boolean; official: boolean };
  cue: Span & { lemma: string };
  manner: 'direct' | 'indirect';
  via: { name: string; key: string } | null;
}

/** An attribution where it stands, with the range of what is attributed. */
export interface AttributionMention extends Attribution {
  part: ArticlePart;
  sentence: number;
  content: Span;
}

export interface Quotation extends Span {
  /** Words between the quotation marks as written. */
  text: string;
  speakerKey: string | null;
  /** Scare quotes and titles are not statements of anybody. */
  statement: boolean;
}

export type Mood = 'done' | 'ongoing' | 'planned' | 'possible';

export interface Predicate extends Span {
  lemma: string;
  passive: boolean;
  negated: boolean;
  mood: Mood;
}

/** One finite clause and what it states. Spans are offsets in the article part it stands in. */
export interface Claim extends Span {
  /** Position in `Analysis.claims`. */
  index: number;
  part: ArticlePart;
  /** Position in `Analysis.sentences`. */
  sentence: number;
  predicates: Predicate[];
  subject: Span | null;
  quantities: Quantity[];
  times: TimeValue[];
  entities: Entity[];
  attribution: Attribution | null;
  stance: Stance;
  /** Lemmas of the words that weaken the claim: "allegedly", "appear". */
  hedges: string[];
  negated: boolean;
  /** The clause itself denies something: "rejected the reports". With `negated`: "did not deny". */
  denies: boolean;
  mood: Mood;
  insideQuotation: boolean;
  /** Another event told as background: the 2004 tsunami in a report on today's quake. */
  background: boolean;
  /** Content lemmas, lower case, with weights: what the clause talks about. 1 in the clause, .8 in a borrowed subject. */
  terms: [string, number][];
}

export interface Sentence extends Span {
  part: ArticlePart;
}

/** All claims of one article under one version of the rules: the cached result of analysis. */
export interface Analysis {
  article: ArticleId;
  rules: number;
  language: string;
  sentences: Sentence[];
  claims: Claim[];
  quotations: (Quotation & { part: ArticlePart; sentence: number })[];
  attributions: AttributionMention[];
  /** A text longer than the limit is analysed up to this offset of `Article.text`; null when all of it was. */
  analysedUntil: number | null;
}
