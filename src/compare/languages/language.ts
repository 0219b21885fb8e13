import type { RawToken, Token } from '../claims/tokens';

/** Words of a list, written with blanks between them. */
export const wordSet = (...lists: string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.trim().split(/\s+/)).filter((word) => word !== ''));

/** Number words, separators and what stands around a number. */
export interface NumberLanguage {
  decimalMark: '.' | ',';
  /** "eleven" 11, "sixty" 60. Compounds are built from these by `compound`. */
  cardinals: Readonly<Record<string, number>>;
  /** "hundred" 100, "million" 1e6, "bn" 1e9. */
  multipliers: Readonly<Record<string, number>>;
  /** "first" 1. Never compared with counts. */
  ordinals: Readonly<Record<string, number>>;
  /** "dozens" 24 to 99. */
  vague: Readonly<Record<string, readonly [number, number]>>;
  /** "half" .5, "third" 1/3, as a share of what follows. */
  fractions: Readonly<Record<string, number>>;
  /** Value of a number word written as one: "sixty-three", "dreiundsechzig"; null when it is none. */
  compound(word: string): number | null;
  /** Words that join number words: "two hundred AND five". */
  joiners: ReadonlySet<string>;
  /** "a" in "a dozen". */
  articles: ReadonlySet<string>;
  approximate: ReadonlySet<string>;
  /** Phrases before the number, longest first, with the bound they set. */
  bounds: readonly (readonly [string, 'at-least' | 'more-than' | 'at-most' | 'less-than'])[];
  /** Phrases after the number: "or more". */
  boundsAfter: readonly (readonly [string, 'at-least' | 'at-most' | 'approximate'])[];
  rangeWords: ReadonlySet<string>;
  between: ReadonlySet<string>;
  and: ReadonlySet<string>;
  of: ReadonlySet<string>;
  percent: ReadonlySet<string>;
  /** Two-word forms: "per cent". */
  percentPairs: readonly (readonly [string, string])[];
  percentPoints: ReadonlySet<string>;
  currencies: Readonly<Record<string, string>>;
  /** Unit word to base unit and factor: "mile" to metre, 1609.34. */
  units: Readonly<Record<string, readonly [string, number]>>;
  /** Duration word to seconds. */
  durations: Readonly<Record<string, number>>;
  nautical: ReadonlySet<string>;
  /** "degrees", with the letters or words that follow for each scale. */
  degrees: ReadonlySet<string>;
  fahrenheit: ReadonlySet<string>;
  celsius: ReadonlySet<string>;
  magnitude: ReadonlySet<string>;
  quakes: ReadonlySet<string>;
  old: ReadonlySet<string>;
  aged: ReadonlySet<string>;
  /** "more", "other": part of the head phrase, not its head. */
  additional: ReadonlySet<string>;
  /** Words before a number that make it a name: "Interstate 75", "chapter 4". */
  labels: ReadonlySet<string>;
  /** Nouns that say what a number is about: "population", "price". */
  scopes: ReadonlySet<string>;
  /** "residents" after "has" or "home": a population. */
  inhabitants: ReadonlySet<string>;
  homeWords: ReadonlySet<string>;
  none: ReadonlySet<string>;
  /** Adjectives and participles that can stand as the counted head: "24 dead". */
  countedStates: ReadonlySet<string>;
  directionWords: ReadonlySet<string>;
  awayWords: ReadonlySet<string>;
  /** "victory", "match": words that make "3-1" a score. */
  scoreWords: ReadonlySet<string>;
  /** As in `GrammarLanguage`: what happened to the counted may stand at the end of the clause. */
  verbBracket?: boolean;
  /** What a charge is counted in: "one count of attempted murder" kills nobody. */
  charges?: ReadonlySet<string>;
  casualties: Readonly<
    Record<'killed' | 'injured' | 'missing' | 'arrested' | 'displaced' | 'rescued', ReadonlySet<string>>
  >;
}

/** Calendar words and the phrases made of them. */
export interface CalendarLanguage {
  months: Readonly<Record<string, number>>;
  /** Month words that are also other words ("may", "march"): only read beside a number or a preposition. */
  ambiguousMonths: ReadonlySet<string>;
  weekdays: Readonly<Record<string, number>>;
  /** "yesterday" -1. */
  dayWords: Readonly<Record<string, number>>;
  next: ReadonlySet<string>;
  last: ReadonlySet<string>;
  current: ReadonlySet<string>;
  units: Readonly<Record<string, 'hour' | 'day' | 'week' | 'month' | 'year' | 'weekend' | 'decade'>>;
  /** Part of day to hours after midnight. */
  partsOfDay: Readonly<Record<string, readonly [number, number]>>;
  /** "ago" after, "vor" before the amount. */
  agoAfter: ReadonlySet<string>;
  agoBefore: ReadonlySet<string>;
  /** "later", "earlier": relative to something else in the text, so left open. */
  relativeToText: ReadonlySet<string>;
  smallNumbers: Readonly<Record<string, number>>;
  relations: Readonly<
    Record<string, 'by' | 'since' | 'after' | 'before' | 'start' | 'until' | 'between' | 'on'>
  >;
  periodParts: Readonly<Record<string, 'start' | 'middle' | 'end'>>;
  rangeWords: ReadonlySet<string>;
  /** Words that may stand between parts of a date: "of", "the", "del". */
  fillers: ReadonlySet<string>;
  clockZones: ReadonlySet<string>;
  morning: ReadonlySet<string>;
  afternoon: ReadonlySet<string>;
  noon: ReadonlySet<string>;
  midnight: ReadonlySet<string>;
  /** "local" in "local time". */
  localZone: ReadonlySet<string>;
  oclock: ReadonlySet<string>;
  /** "1100 hours". */
  militaryHours: ReadonlySet<string>;
  /** What makes a decade of a year when written to it: "the 1990s". */
  decadeEndings: ReadonlySet<string>;
  /** "1. Mai": the day is written with a full stop. */
  dayWithStop: boolean;
  /** Numeric dates "05/06/2021": day first or month first. */
  numericOrder: 'day-first' | 'month-first';
}

export interface SpeechLanguage {
  /** Base forms of verbs that report what somebody says, whatever follows. */
  sayVerbs: ReadonlySet<string>;
  /** Verbs that report only with a content clause, a quotation or at the end of the sentence. */
  reportVerbs: ReadonlySet<string>;
  /** Verbs that carry an attitude to what follows as their object: "criticise the plan", "urge". */
  attitudeVerbs: ReadonlySet<string>;
  denialVerbs: ReadonlySet<string>;
  /** "tell": the noun after it is the hearer. */
  addresseeVerbs: ReadonlySet<string>;
  /** Forms of "say" and "ask" that may follow a quotation. */
  saidForms: ReadonlySet<string>;
  /** "according to", as words. */
  accordingTo: readonly (readonly string[])[];
  /** "reports", "claims": nouns that carry a statement, with the words that lead to the source. */
  nouns: ReadonlySet<string>;
  nounSourceWords: ReadonlySet<string>;
  /** Words after a noun with an owner that lead to what it is about: "decision TO". */
  nounContentWords: ReadonlySet<string>;
  contentWords: ReadonlySet<string>;
  /** Subjects that show rather than say: "the video shows". */
  evidence: ReadonlySet<string>;
  /** Generic sources without a name: "officials", "sources". */
  unnamedSources: ReadonlySet<string>;
  /** Whoever is spoken to or of nobody in particular: "you", "somebody". They say nothing inside a quotation. */
  anybody: ReadonlySet<string>;
  /** Nouns that make a source official. */
  officialSources: ReadonlySet<string>;
  /** Media nouns: "newspaper". */
  mediaSources: ReadonlySet<string>;
}

export interface StanceLanguage {
  negators: ReadonlySet<string>;
  /** Subjects that negate: "no", "nobody". */
  negativeDeterminers: ReadonlySet<string>;
  negativeVerbs: ReadonlySet<string>;
  hedges: ReadonlySet<string>;
  possible: ReadonlySet<string>;
  planned: ReadonlySet<string>;
  planVerbs: ReadonlySet<string>;
  planAdjectives: ReadonlySet<string>;
  /** "not ... until" is no denial. */
  until: ReadonlySet<string>;
}

/** What a pronoun says of the person it stands for: "he", "she". */
export type Gender = 'male' | 'female';

export interface NameLanguage {
  titles: ReadonlySet<string>;
  /** Titles and given names that tell "he" from "she", lower case without stops. */
  genders: ReadonlyMap<string, Gender>;
  organisationWords: ReadonlySet<string>;
  placeWords: ReadonlySet<string>;
  directionWords: ReadonlySet<string>;
  /** Nation key by name, demonym or seat of government, lower case. */
  nations: ReadonlyMap<string, string>;
  demonyms: ReadonlySet<string>;
  /** Capitals that stand for their government. */
  seats: ReadonlySet<string>;
  placePrepositions: ReadonlySet<string>;
  /** Lower-case words inside a name: "de", "al", "von". */
  particles: ReadonlySet<string>;
  organisationJoiners: ReadonlySet<string>;
  ignored: ReadonlySet<string>;
  /** All nouns are capitalised: a capital does not make a name. */
  nounsCapitalised: boolean;
}

export interface GrammarLanguage {
  stopWords: ReadonlySet<string>;
  subordinators: ReadonlySet<string>;
  relatives: ReadonlySet<string>;
  coordinators: ReadonlySet<string>;
  /** Subordinators that keep their clause apart from a finite one. */
  finiteSubordinators: ReadonlySet<string>;
  infinitiveMarks: ReadonlySet<string>;
  passiveAuxiliaries: ReadonlySet<string>;
  pronouns: Readonly<Record<string, 'person' | 'people' | 'thing' | 'speaker'>>;
  /** Of the pronouns for a person, those that tell a man from a woman. */
  genders: Readonly<Record<string, Gender>>;
  definiteArticles: ReadonlySet<string>;
  /** Adverbs that stand inside a verb group. */
  innerAdverbs: ReadonlySet<string>;
  /** Verbs after which an infinitive belongs to the same predicate: "appear to be", "begin to fall". */
  raisingVerbs: ReadonlySet<string>;
  ing: RegExp | null;
  participle: RegExp;
  agentWords: ReadonlySet<string>;
  /** Main clauses part their verb: "sind am Samstag neun Menschen getötet worden". */
  verbBracket?: boolean;
}

/**
 * Everything that depends on the language of an article. One folder per language fills it; an unknown
 * language gets `neutral`, which knows numbers, ISO dates, names and quotation marks and no words.
 */
export interface Language {
  code: string;
  abbreviations: ReadonlySet<string>;
  /** Words that begin a sentence after an abbreviation: "in the U.S. The ...". */
  sentenceStarters: ReadonlySet<string>;
  /** Word classes and lemmas of one sentence. */
  tag(tokens: readonly RawToken[]): Token[];
  /** Whether a word, lower case, is an ordinary one: in a headline its capital makes no name. */
  isCommonWord(lower: string): boolean;
  numbers: NumberLanguage;
  calendar: CalendarLanguage;
  speech: SpeechLanguage;
  stance: StanceLanguage;
  names: NameLanguage;
  grammar: GrammarLanguage;
}
