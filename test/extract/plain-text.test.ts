import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFromText } from '../../src/extract/plain-text';

const base = { capturedAt: '2026-03-20T12:00:00.000Z', how: 'pasted' as const };

describe('articles from plain text', () => {
  it('keep dateline and agency mark in the text and out of the paragraphs', () => {
    const text =
      'SKERROW, March 13 (Reuters) - The storm cut the power.\n\nFerries were cancelled. (Reuters)';
    const result = articleFromText({ ...base, headline: 'Storm', text });
    if (!result.ok) throw new Error(result.failure.code);
    const { article } = { article: result.value };
    expect(article.dateline).toBe('SKERROW, March 13 (Reuters) -');
    expect(article.wireCredit?.value).toBe('Reuters');
    expect(article.text).toContain('SKERROW, March 13 (Reuters) - The storm');
    expect(article.paragraphs.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'The storm cut the power.',
      'Ferries were cancelled.',
    ]);
  });

  it('take the first line for the headline when none was given', () => {
    const result = articleFromText({ ...base, headline: '', text: 'Storm over Varn\nThe power is out.' });
    expect(result.ok && result.value.headline).toEqual({ value: 'Storm over Varn', source: 'text' });
  });

  it('fail with a reason when there is nothing', () => {
    expect(articleFromText({ ...base, headline: ' ', text: '\n' })).toEqual({
      ok: false,
      failure: { code: 'text-too-short' },
    });
  });

  it('have paragraphs in order that lie within the text and lose no word, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 8 }), (parts) => {
        const result = articleFromText({ ...base, headline: 'Storm', text: parts.join('\n\n') });
        if (!result.ok) throw new Error(result.failure.code);
        const { text, paragraphs } = result.value;
        let last = 0;
        for (const { start, end } of paragraphs) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
      }),
    );
  });
});
