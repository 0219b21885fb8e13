import type { WordClass } from './word-classes';

/** Class of a word's outline: digits, ALL CAPITALS, Capitalised, hyphenated, lower case, mark. */
export const outline = (word: string): string => {
  if (/^\d/.test(word)) return '9';
  if (word.length > 1 && /^\p{Lu}+$/u.test(word)) return 'AA';
  if (/^\p{Lu}/u.test(word)) return 'Aa';
  if (word.includes('-') && /\p{L}/u.test(word)) return 'a-';
  return /^\p{L}/u.test(word) ? 'a' : '.';
};

export type ClassOrStart = WordClass | '<';

/** What stands beyond the ends of a sentence. */
export const startWord = '<';
export const endWord = '>';
export const secondEndWord = '>>';

export const ownFeatures = (word: string): string[] => [
  'b',
  `w${word}`,
  `s${word.slice(-3)}`,
  `z${word.slice(-2)}`,
];
export const beforeFeatures = (word: string): string[] => [`4${word}`, `5${word.slice(-3)}`];
export const afterFeatures = (word: string): string[] => [`6${word}`, `7${word.slice(-3)}`];
export const secondAfterFeatures = (word: string): string[] => [`8${word}`];

export const wordAfterClassFeature = (word: string, last: ClassOrStart): string => `3${last}${word}`;

/** Features of outlines and of the classes already decided. */
export const shapeFeatures = (
  shape: string,
  next: string,
  isFirst: boolean,
  last: ClassOrStart,
  secondLast: ClassOrStart,
): string[] => [`h${shape}${isFirst ? '0' : ''}`, `1${last}`, `2${last}${secondLast}`, `9${next}${shape}`];

/**
 * All features of the word at `position` for the averaged perceptron, as short strings (they are the keys of
 * the weight table). `words` as written, `previous` the classes already decided.
 */
export function featuresAt(
  words: readonly string[],
  position: number,
  previous: readonly [ClassOrStart, ClassOrStart],
): string[] {
  const word = (at: number, edge: string): string => words[at]?.toLowerCase() ?? edge;
  const shape = (at: number): string => outline(words[at] ?? '.');
  return [
    ...ownFeatures(word(position, '')),
    ...beforeFeatures(word(position - 1, startWord)),
    ...afterFeatures(word(position + 1, endWord)),
    ...secondAfterFeatures(word(position + 2, secondEndWord)),
    wordAfterClassFeature(word(position, ''), previous[0]),
    ...shapeFeatures(shape(position), shape(position + 1), position === 0, ...previous),
  ];
}
