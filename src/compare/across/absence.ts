import { logistic } from '../align/score';
import type { Unit } from '../align/unit';
import weightTable from './data/absence.json';
import type { Missing } from './missing';

/**
 * Whether a sentence is only here, and whether its fact is left out elsewhere: two small logistic models, fitted by
 * bench/compare/fit-absence.ts. Alignment alone is not enough: a fact may be in half a sentence of the other text.
 * Features were chosen on events held out.
 */
export const onlyHereFeatures = [
  'bestScore',
  'secondScore',
  'typed',
  'background',
  'next',
  'newNames',
  'newNumbers',
  'place',
] as const;

export const leftOutFeatures = [
  'namesHere',
  'localHere',
  'counterpartHere',
  'bestScore',
  'secondScore',
  'words',
  'secondWords',
  'names',
  'missingWords',
  'missingNumber',
  'missingTime',
  'missingPlace',
  'quoted',
  'opening',
] as const;

type Values<Names extends readonly string[]> = Record<Names[number], number>;

export type OnlyHereValues = Values<typeof onlyHereFeatures>;
export type LeftOutValues = Values<typeof leftOutFeatures>;

const evidenceLimit = 4;
const epsilon = 1e-3;

/** The score whose log odds are a value, from `evidenceLimit` on all the same. */
const scoreOfOdds = (value: number): number =>
  (Math.exp(value) * (1 + epsilon) - epsilon) / (1 + Math.exp(value));

/** Scores up to the first and from the second on say no more: their odds are at the limit (for what rounding takes). */
export const lowestTellingScore = scoreOfOdds(-evidenceLimit) - 1e-9;
export const highestTellingScore = scoreOfOdds(evidenceLimit) + 1e-9;

/** Log odds of a score, kept within limits so that one firm match does not drown the rest. */
const odds = (score: number): number =>
  Math.max(-evidenceLimit, Math.min(evidenceLimit, Math.log((score + epsilon) / (1 - score + epsilon))));

/** What the other voices have of a sentence of the article read, and where it stands. */
export interface Aloneness {
  /** The two highest of its best alignment scores with each other voice. */
  scores: readonly [number, number];
  /** Best confidence of a typed row (figure, time, quotation) on it with any other voice. */
  typed: number;
  /** Best alignment score of the sentence after it with any other voice: news told alone goes on alone. Null at the end. */
  next: number | null;
  /** Names and numbers of the sentence that no other voice has. */
  newNames: number;
  newNumbers: number;
  /** Sentences of the text before it: what everybody has stands first, and the longer a report, the more of its own. */
  place: number;
}

const mostNew = 2;
/** Sentences further down are no likelier to stand alone. */
const lastPlace = 30;

export const onlyHereValues = (
  sentence: Unit,
  { scores, typed, next, newNames, newNumbers, place }: Aloneness,
): OnlyHereValues => ({
  bestScore: odds(scores[0]),
  secondScore: odds(scores[1]),
  typed,
  background: sentence.background ? 1 : 0,
  next: next === null ? 0 : odds(next),
  newNames: Math.min(mostNew, newNames) / mostNew,
  newNumbers: Math.min(mostNew, newNumbers) / mostNew,
  place: Math.log1p(Math.min(lastPlace, place)) / Math.log1p(lastPlace),
});

/** How far the article read has a sentence of another voice. */
export interface KnownHere {
  /** Share of its names that stand anywhere in the article. */
  names: number;
  /** Share of the sentence's words, by rarity, in that one sentence of the article that has most of them. */
  local: number;
  /** Share of the words of the sentence's counterpart in a third voice that stand anywhere in the article. */
  counterpart: number;
}

/** What the other voices have of a sentence: the highest values over them, and the ones after the highest. */
export interface Told {
  words: number;
  secondWords: number;
  names: number;
  bestScore: number;
  secondScore: number;
}

/** What a text opens with is what the whole story is about. */
export const isOpening = ({ part, start }: Unit): boolean => part === 'text' && start === 0;

/** What is missing counts no further. */
const mostMissingWords = 2;

export const leftOutValues = (
  sentence: Unit,
  here: KnownHere,
  told: Told,
  missing: Pick<Missing, 'words' | 'number' | 'time' | 'place'>,
): LeftOutValues => ({
  namesHere: here.names,
  localHere: here.local,
  counterpartHere: here.counterpart,
  bestScore: odds(told.bestScore),
  secondScore: odds(told.secondScore),
  words: told.words,
  secondWords: told.secondWords,
  names: told.names,
  missingWords: Math.min(mostMissingWords, missing.words),
  missingNumber: missing.number,
  missingTime: missing.time,
  missingPlace: missing.place,
  quoted: sentence.quoted ? 1 : 0,
  opening: isOpening(sentence) ? 1 : 0,
});

const weights: {
  onlyHere: OnlyHereValues & { bias: number };
  leftOut: LeftOutValues & { bias: number };
} = weightTable;

const chance = <Name extends string>(
  names: readonly Name[],
  values: Record<Name, number>,
  table: Record<Name, number> & { bias: number },
): number => logistic(names.reduce((sum, name) => sum + values[name] * table[name], table.bias));

/** Probability that no other voice has anything of the sentence. */
export const onlyHereChance = (values: OnlyHereValues): number =>
  chance(onlyHereFeatures, values, weights.onlyHere);

/** Probability that the sentence holds a fact another voice has too and the article read lacks. */
export const leftOutChance = (values: LeftOutValues): number =>
  chance(leftOutFeatures, values, weights.leftOut);

/**
 * The highest probability any values between `low` and `high` can give. Most sentences fail it before the costly
 * features of all the other voices are known.
 */
export function highestLeftOutChance(low: LeftOutValues, high: LeftOutValues): number {
  const table = weights.leftOut;
  let sum = table.bias;
  for (const name of leftOutFeatures) sum += Math.max(low[name] * table[name], high[name] * table[name]);
  return logistic(sum);
}

/** The best score below which no values between `low` and `high` reach a probability, whatever the second score is. */
export function leastBestScore(low: LeftOutValues, high: LeftOutValues, least: number): number {
  const table = weights.leftOut;
  let sum = table.bias;
  for (const name of leftOutFeatures) {
    if (name !== 'bestScore') sum += Math.max(low[name] * table[name], high[name] * table[name]);
  }
  const leastOdds = (Math.log(least / (1 - least)) - sum) / table.bestScore;
  // Where more of the best score speaks against it, or any will do, nothing is asked of it.
  if (!(table.bestScore > 0 && leastOdds > -evidenceLimit)) return 0;
  return scoreOfOdds(Math.min(leastOdds, evidenceLimit)) - 1e-9;
}
