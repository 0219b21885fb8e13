import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeAt, wordEnd } from '../../src/text/character-classes';

/** What a word is, written as a pattern: slow, and so the test's and not the reader's. */
const word = /\p{N}+(?:[.,٫٬]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu;

function words(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = wordEnd(text, at);
    if (end > at) found.push(`${at} ${text.slice(at, end)}`);
    at = Math.max(end, at + sizeAt(text, at));
  }
  return found;
}

const byPattern = (text: string): string[] =>
  [...text.matchAll(word)].map((match) => `${match.index} ${match[0]}`);

describe('the ends of words', () => {
  it('are where the pattern finds them in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(words(text)).toEqual(byPattern(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are where the pattern finds them among marks, apostrophes and halves of characters', () => {
    const pieces = [
      'a',
      'é',
      'e\u0301',
      '\u0301',
      "'",
      '’',
      '1',
      '٣',
      '.',
      ',',
      '٫',
      ' ',
      '𝒜',
      '𝟙',
      '½',
      '\ud835',
    ];
    const text = fc.array(fc.constantFrom(...pieces, '\udc9c', '-', 'ß'), { maxLength: 15 });
    fc.assert(
      fc.property(text, (parts) => {
        expect(words(parts.join(''))).toEqual(byPattern(parts.join('')));
      }),
      { numRuns: 5_000 },
    );
  });
});
