import type { WordClass } from './word-classes';

/** Class of a word's outline: digits, ALL CAPITALS, Capitalised, hyphenated, lower case, mark. */
export const outline = (word: string): string => {
  if (/^\d/.test(word)) return '9';
  if (word.length > 1 && /^\p{Lu}+$/u.test(word)) return 'AA';
  if (/^\p{Lu}/u.test(word)) return 'Aa';
  if (word.includes('-') && /\p{L}/u.test(word)) return 'a-';
  return /^\p{L}/u.test(word) ? 'a' : '.';
};

type ClassOrStart = WordClass | '<';

/**
 * Features of the word at `position` for the averaged perceptron, as short strings (they are the keys of the
 * weight table). `words` as written, `lower` the same in lower case, `previous` the classes already decided.
 */
export function featuresAt(
  words: readonly string[],
  lower: readonly string[],
  position: number,
  previous: readonly [ClassOrStart, ClassOrStart],
): string[] {
  const word = lower[position] ?? '';
  const before = lower[position - 1] ?? '<';
  const after = lower[position + 1] ?? '>';
  const shape = outline(words[position] ?? '');
  const [last, secondLast] = previous;
  return [
    'b',
    `w${word}`,
    `s${word.slice(-3)}`,
    `z${word.slice(-2)}`,
    `h${shape}${position === 0 ? '0' : ''}`,
    `1${last}`,
    `2${last}${secondLast}`,
    `3${last}${word}`,
    `4${before}`,
    `5${before.slice(-3)}`,
    `6${after}`,
    `7${after.slice(-3)}`,
    `8${lower[position + 2] ?? '>>'}`,
    `9${outline(words[position + 1] ?? '')}${shape}`,
  ];
}
