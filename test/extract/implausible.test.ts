import { describe, expect, it } from 'vitest';
import { articleFromText } from '../../src/extract';
import { betterOf, isImplausible } from '../../src/extract/implausible';
import type { Article, CutReason } from '../../src/model/article';
import { fail, ok, type Result } from '../../src/model/result';

const sentence = 'The harbour bridge of Callow stays closed until the divers have measured all seven piers. ';

function read(sentences: number, reasons: CutReason[] = []): Result<{ article: Article }> {
  const made = articleFromText({
    headline: 'Harbour bridge closed',
    text: sentence.repeat(sentences),
    cut: reasons,
    capturedAt: '2031-03-02T08:00:00.000Z',
    how: 'page',
  });
  if (!made.ok) throw new Error(made.failure.code);
  return ok({ article: made.value });
}

describe('the second reader is asked', () => {
  it.each([
    ['when nothing was found', fail('no-article'), true],
    ['when next to nothing was found', read(1), true],
    ['when the page declares far more', read(10, ['shorter-than-declared']), true],
    [
      'but not where a paywall stands before the rest',
      read(10, ['shorter-than-declared', 'paywall-notice']),
      false,
    ],
    ['nor for a front page', fail('not-an-article-page'), false],
    ['nor for a whole text', read(10), false],
  ] as const)('%s', (_case, first, asked) => {
    expect(isImplausible(first)).toBe(asked);
  });
});

describe('the better of two readings', () => {
  const short = read(4, ['shorter-than-declared']);
  it('is the second where the first found nothing, and the first where the second did not', () => {
    expect(betterOf(fail('no-article'), short)).toBe(short);
    expect(betterOf(short, fail('no-article'))).toBe(short);
  });

  it('is the second only where it is clearly longer and plausible itself', () => {
    const long = read(9);
    expect(betterOf(short, long)).toBe(long);
    expect(betterOf(short, read(5))).toBe(short);
    expect(betterOf(short, read(9, ['shorter-than-declared']))).toBe(short);
  });
});
