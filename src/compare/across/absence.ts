import type { Profile } from '../align/profile';
import { logistic } from '../align/score';
import type { Unit } from '../align/unit';
import type { SentenceCoverage } from './coverage';
import weightTable from './data/absence.json';
import type { Missing } from './missing';

/**
 * Whether a sentence is only here, and whether its fact is left out elsewhere: two small logistic models, fitted by
 * bench/compare/fit-absence.ts. Alignment alone is not enough: a fact may be in half a sentence of the other text.
 */
export const onlyHereFeatures = [
  'bestScore',
  'secondScore',
  'typed',
  'words',
  'secondWords',
  'names',
  'numbers',
  'length',
  'position',
  'quoted',
  'background',
] as const;

export const leftOutFeatures = [
  'scoreHere',
  'typedHere',
  'wordsHere',
  'namesHere',
  'numbersHere',
  'bestScore',
  'secondScore',
  'typed',
  'words',
  'secondWords',
  'names',
  'numbers',
  'missingWords',
  'missingScored',
  'missingName',
  'missingNumber',
  'length',
  'position',
  'quoted',
  'background',
] as const;

type Values<Names extends readonly string[]> = Record<Names[number], number>;

const evidenceLimit = 4;
const epsilon = 1e-3;

/** Log odds of a score, kept within limits so that one firm match does not drown the rest. */
const odds = (score: number): number =>
  Math.max(-evidenceLimit, Math.min(evidenceLimit, Math.log((score + epsilon) / (1 - score + epsilon))));

/** The highest value, or with `place` 1 the one after it. */
function ranked(coverage: readonly SentenceCoverage[], key: keyof SentenceCoverage, place: 0 | 1): number {
  let first = 0;
  let second = 0;
  for (const each of coverage) {
    const value = each[key];
    if (value > first) {
      second = first;
      first = value;
    } else if (value > second) second = value;
  }
  return place === 0 ? first : second;
}

const shapeOf = (sentence: Unit, sentences: readonly Unit[]) => ({
  length: Math.min(1, sentence.roots.length / 12),
  position: sentences.indexOf(sentence) / Math.max(1, sentences.length),
  quoted: sentence.quoted ? 1 : 0,
  background: sentence.background ? 1 : 0,
});

/** @param coverage of the sentence by each other voice */
export const onlyHereValues = (
  sentence: Unit,
  article: Profile,
  coverage: readonly SentenceCoverage[],
): Values<typeof onlyHereFeatures> => ({
  bestScore: odds(ranked(coverage, 'score', 0)),
  secondScore: odds(ranked(coverage, 'score', 1)),
  typed: ranked(coverage, 'typed', 0),
  words: ranked(coverage, 'words', 0),
  secondWords: ranked(coverage, 'words', 1),
  names: ranked(coverage, 'names', 0),
  numbers: ranked(coverage, 'numbers', 0),
  ...shapeOf(sentence, article.sentences),
});

/**
 * @param here coverage of the sentence by the article read
 * @param others coverage by the remaining voices
 */
export const leftOutValues = (
  sentence: Unit,
  article: Profile,
  here: SentenceCoverage,
  others: readonly SentenceCoverage[],
  missing: Missing,
): Values<typeof leftOutFeatures> => ({
  scoreHere: odds(here.score),
  typedHere: here.typed,
  wordsHere: here.words,
  namesHere: here.names,
  numbersHere: here.numbers,
  bestScore: odds(ranked(others, 'score', 0)),
  secondScore: odds(ranked(others, 'score', 1)),
  typed: ranked(others, 'typed', 0),
  words: ranked(others, 'words', 0),
  secondWords: ranked(others, 'words', 1),
  names: ranked(others, 'names', 0),
  numbers: ranked(others, 'numbers', 0),
  missingWords: Math.min(2, missing.words),
  missingScored: Math.min(2, missing.scored),
  missingName: missing.name,
  missingNumber: missing.number,
  ...shapeOf(sentence, article.sentences),
});

const weights: {
  onlyHere: Values<typeof onlyHereFeatures> & { bias: number };
  leftOut: Values<typeof leftOutFeatures> & { bias: number };
} = weightTable;

const chance = <Name extends string>(
  names: readonly Name[],
  values: Record<Name, number>,
  table: Record<Name, number> & { bias: number },
): number => logistic(names.reduce((sum, name) => sum + values[name] * table[name], table.bias));

/** Probability that no other voice has anything of the sentence. */
export const onlyHereChance = (values: Values<typeof onlyHereFeatures>): number =>
  chance(onlyHereFeatures, values, weights.onlyHere);

/** Probability that the sentence holds a fact another voice has too and the article read lacks. */
export const leftOutChance = (values: Values<typeof leftOutFeatures>): number =>
  chance(leftOutFeatures, values, weights.leftOut);

/**
 * The highest probability any values between `low` and `high` can give. Most sentences fail it before the costly
 * features of all the other voices are known.
 */
export function highestLeftOutChance(
  low: Values<typeof leftOutFeatures>,
  high: Values<typeof leftOutFeatures>,
): number {
  const table = weights.leftOut;
  let sum = table.bias;
  for (const name of leftOutFeatures) sum += Math.max(low[name] * table[name], high[name] * table[name]);
  return logistic(sum);
}
