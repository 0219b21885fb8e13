import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  citations,
  collapseVoices,
  countSources,
  decideStory,
  emptySnapshot,
  MatchIndex,
  memoryBlobs,
} from '../../src/match';
import { profileOf } from '../../src/match/profile';
import { writeProfile } from '../../src/match/stored-profile';
import type { Article } from '../../src/model/article';
import { article, inventedArticle, randomNumbers } from './stories';

const odd = (text: string, day?: string, language = 'en'): Article =>
  article({
    address: `https://odd.test/${text.length}-${text.slice(0, 12)}`,
    outlet: 'Odd',
    headline: text.slice(0, 60),
    paragraphs: [text],
    language,
    ...(day ? { day } : {}),
  });

/** The whole way over a store with some ordinary articles; throws when anything on it does. */
async function wholeWay(articles: Article[]) {
  const random = randomNumbers(1);
  const ordinary = Array.from({ length: 6 }, (_, number) => inventedArticle(number, number >> 1, random));
  const byId = new Map([...ordinary, ...articles].map((one) => [one.id, one]));
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(byId.values());
  for (const one of articles) {
    const candidates = (await index.candidates(one)).map(({ id }) => byId.get(id)!);
    const decision = decideStory(one, candidates, { statistics: await index.statistics() });
    for (const { score } of decision.ranked) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    const pages = [one, ...decision.same.map((match) => byId.get(match.article)!)];
    const voices = collapseVoices(pages);
    expect(voices.flatMap((voice) => voice.articles).sort()).toEqual(pages.map(({ id }) => id).sort());
    expect(countSources(pages, voices)).toBeLessThanOrEqual(voices.length);
    citations(pages);
  }
}

describe('bad input', () => {
  it.each([
    ['empty', ''],
    ['one sentence', 'It rained.'],
    ['digits only', '1 22 333 4,444 5.55 66 777 8888 99999'.repeat(40)],
    ['one word again and again', 'buffalo '.repeat(4_000)],
    ['quotation marks only', '"“”"«»'.repeat(3_000)],
    ['an opened quotation', `"${'word and word '.repeat(2_000)}`],
    ['no blanks', 'x'.repeat(100_000)],
    ['brackets for expressions', '((((((((AP)'.repeat(500)],
    ['lone surrogates and controls', '\ud800\u0000\u202e\ufeff'.repeat(500)],
    ['capitals only', 'THE MAYOR OF OSTREL SAID '.repeat(300)],
    ['stops only', '. . . ! ? …'.repeat(2_000)],
  ])('takes a text that is %s', async (_name, text) => {
    await wholeWay([odd(text), odd(`${text} again`)]);
  });

  it.each(['1970-01-01', '2099-12-31', '0001-01-01', '9999-12-31', 'yesterday', '2031-02-30'])(
    'takes an article dated %s',
    async (day) => {
      await wholeWay([
        odd('The bridge at Ostrel fell on Friday, 3 May, and again on 31 February.', day),
        odd('The bridge at Ostrel fell.', day),
      ]);
    },
  );

  it.each(['', 'xx', 'english', 'zz-Zzzz-zz', 'ar', 'ja', 'th'])(
    'takes the language “%s”',
    async (language) => {
      await wholeWay([
        odd('The bridge at Ostrel fell on 3 May. 橋が落ちた。 سقط الجسر', '2031-05-04', language),
      ]);
    },
  );

  it('throws for no text whatever', async () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 400, unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom('the', 'Ostrel', '"', '“', '1,500', '.', '\n', 'Friday', '3', 'May', '(AP)', '–'),
          { maxLength: 200 },
        )
        .map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(texts, texts, async (left, right) =>
        wholeWay([odd(left), odd(`${right} `, '2031-05-03')]),
      ),
      { numRuns: 40 },
    );
  });

  it('looks at a bounded part of two megabytes', async () => {
    const random = randomNumbers(5);
    const long = inventedArticle(1, 1, random, 300_000);
    expect(long.text.length).toBeGreaterThan(2_000_000);
    const { terms, names, numbers } = profileOf(long);
    expect(terms.keys.length + names.keys.length + numbers.keys.length).toBeLessThan(4_000);
    const other = { ...long, id: 'a1-00000000000000000000' };
    const [voice] = collapseVoices([long, other]);
    expect(voice!.articles).toHaveLength(2);
    await wholeWay([long, other]);
  }, 60_000);

  it('keeps little of any text, however it repeats itself', () => {
    const fragments = fc.array(
      fc.oneof(
        fc.constantFrom('buffalo ', 'the ', '“', '"', '(AP) ', '. ', 'Mr. ', '1,000,', '\n', '3 May ', 'İ', '\u0301', '橋', 'ال'),
        fc.string({ maxLength: 12, unit: 'binary' }),
      ),
      { minLength: 1, maxLength: 12 },
    ); // biome-ignore format: one line
    fc.assert(
      fc.property(
        fragments,
        fc.integer({ min: 1, max: 4_000 }),
        fc.constantFrom('en', 'ja', 'th'),
        (some, times, language) => {
          const profile = profileOf(
            odd(some.join('').repeat(times).slice(0, 200_000), '2031-05-04', language),
          );
          expect(profile.salient.keys.length).toBeLessThanOrEqual(40);
          expect(writeProfile(profile, 1).length).toBeLessThan(60_000);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('takes articles in several languages at once', async () => {
    const report =
      'Die Brücke von Ostrel ist am 3. Mai eingestürzt. Le pont est tombé. 橋が落ちた。 سقط الجسر. ';
    await wholeWay([
      odd(report.repeat(20), '2031-05-04', 'de'),
      odd(report.repeat(20), '2031-05-04', 'fr'),
      odd(report.repeat(20), '2031-05-04', 'ja'),
    ]);
  });

  it('does not let a lying date make two reports of one event into two stories', () => {
    const random = randomNumbers(21);
    const reports = [0, 1, 2, 3].map((number) => inventedArticle(number, 5, random, 220));
    const lying = {
      ...reports[1]!,
      published: {
        value: { day: '1970-01-01', instant: null, offsetMinutes: null },
        source: 'meta' as const,
      },
    };
    const decision = decideStory(reports[0]!, [lying, reports[2]!, reports[3]!], {
      statistics: emptySnapshot(),
    });
    const told = [...decision.same, ...decision.later].map((match) => match.article);
    expect(told).toContain(reports[2]!.id);
    // Fifty years off, it may be set apart from the day's coverage, but only with that reason.
    const refusal = decision.refused.find(({ article: id }) => id === lying.id);
    expect(
      told.includes(lying.id) || refusal?.because === 'days-apart' || refusal?.because === 'unlike',
    ).toBe(true);
  });

  it('answers with a bounded list when ten thousand articles are one', async () => {
    const random = randomNumbers(9);
    const one = inventedArticle(3, 3, random, 40);
    const same = Array.from({ length: 10_000 }, (_, number) => ({
      ...one,
      id: `a1-${number.toString(16).padStart(20, '0')}`,
    }));
    const index = new MatchIndex(memoryBlobs());
    await index.addAll(same);
    const found = await index.candidates(same[7]!, 60);
    expect(found.map(({ id }) => id)).toEqual(
      same
        .slice(0, 61)
        .filter((_, at) => at !== 7)
        .map(({ id }) => id),
    );
    const byId = new Map(same.map((each) => [each.id, each]));
    const decision = decideStory(
      same[7]!,
      found.map(({ id }) => byId.get(id)!),
      { statistics: await index.statistics() },
    );
    expect(decision.same.length).toBeLessThanOrEqual(60);
    expect(
      collapseVoices([same[7]!, ...decision.same.map((match) => byId.get(match.article)!)]),
    ).toHaveLength(1);
  }, 60_000);
});
