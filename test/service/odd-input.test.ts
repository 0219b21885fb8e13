import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article';
import { article, newsroom } from './newsroom';

const text = fc
  .array(
    fc.constantFrom(
      'Tresk',
      'ferry',
      '214',
      '"',
      '“',
      '\n',
      '.',
      '1,000,000',
      '3 March',
      '(AP)',
      '橋',
      '\ud800',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .chain((words) => fc.integer({ min: 1, max: 400 }).map((times) => `${words.join(' ')} `.repeat(times)));

const day = fc.constantFrom(
  '1970-01-01',
  '2031-03-01',
  '2099-12-31',
  '9999-12-31',
  '2031-02-30',
  'yesterday',
);

/** An article of the right shape with a text and a day that no newspaper prints. */
const odd = fc.record({ text, day }).map(({ text: body, day: published }): Article => {
  const whole = article(
    'Courier',
    'Ferry runs aground',
    'A ferry with 214 people ran aground off Tresk on Saturday.',
  );
  return {
    ...whole,
    text: body,
    paragraphs: [{ start: 0, end: body.length, kind: 'text' }],
    published: { value: { day: published, instant: null, offsetMinutes: null }, source: 'meta' },
  };
});

describe('the service', () => {
  it('answers odd articles with a result or a reason and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(odd, odd, async (one, other) => {
        const { service } = newsroom();
        const saved = await service.saveArticle({ ...other, id: 'a1-00000000000000000001' });
        const view = await service.collate(one);
        for (const answer of [saved, view]) if (!answer.ok) expect(answer.failure.code).toMatch(/^[a-z-]+$/);
        if (view.ok) expect(view.value.collation.voices.length).toBeGreaterThan(0);
        await service.settled();
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('refuses with a reason what is no article at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (given) => {
        const { service } = newsroom();
        expect((await service.saveArticle(given)).ok).toBe(false);
        expect((await service.collate(given)).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
