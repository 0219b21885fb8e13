import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../src/compare/align/profile';
import { contentWords } from '../../../src/compare/align/unit';
import { analysed } from '../articles';
import { sketch } from '../random-articles';

/** Words as a pattern has them; a scan by character classes takes their place for its speed. */
const pattern = /[\p{L}\p{N}](?:[\p{L}\p{N}]|['’.](?=[\p{L}\p{N}]))*/gu;

const odd = fc
  .array(
    fc.constantFrom(
      'Ferry',
      'U.S',
      "o'clock",
      '’',
      '.',
      '..',
      ' ',
      '𝒜',
      '\ud835',
      'é',
      '́',
      '日本',
      '7.5',
      "'",
    ),
  )
  .map((parts) => parts.join(''));

describe('content words', () => {
  it('lie where the pattern finds words, function words and numerals left out', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        const starts = new Map([...text.matchAll(pattern)].map((found) => [found.index, found[0]]));
        for (const { start, end } of contentWords(text))
          expect(starts.get(start)).toBe(text.slice(start, end));
        const plain = [...starts.values()].filter((word) => /^[b-z]{6,}$/.test(word)).length;
        expect(contentWords(text).length).toBeGreaterThanOrEqual(plain === 0 ? 0 : 1);
      }),
    );
  });

  it('are the same for a clause, whether read in its sentence or alone', () => {
    fc.assert(
      fc.property(sketch, (each) => {
        const { article, sentences, clausesOf } = profileOf(analysed(each));
        for (const unit of sentences.flatMap((_, at) => clausesOf(at))) {
          const whole = unit.part === 'headline' ? article.headline.value : article.text;
          expect(unit.words).toEqual(contentWords(whole.slice(unit.start, unit.end), unit.start));
        }
      }),
    );
  });

  it('keep case and place, and leave function words and numerals out', () => {
    expect(
      contentWords("The captain's U.S. ferry sank at 7.30 on Monday", 10).map((word) => ({ ...word })),
    ).toEqual([
      { root: 'captain', capital: false, start: 14, end: 23 },
      { root: 'u.', capital: true, start: 24, end: 27 },
      { root: 'ferri', capital: false, start: 29, end: 34 },
      { root: 'sink', capital: false, start: 35, end: 39 },
    ]);
  });
});
