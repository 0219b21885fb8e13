import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideStory, MatchIndex, memoryBlobs, openStory, profileOf } from '../../src/match';
import { readProfile, writeProfile } from '../../src/match/stored-profile';
import type { Article } from '../../src/model/article';
import { article, inventedArticle, randomNumbers } from './stories';

const rules = 7;

/** A profile without its words, which are not kept. */
const withoutWords = (value: unknown): unknown => {
  if (value instanceof Map || ArrayBuffer.isView(value)) return value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === 'words' ? [] : withoutWords(each)]),
  );
};

const written = (text: string, language: string, day?: string): Article =>
  article({
    address: `https://kept.test/${text.length}`,
    outlet: 'Kept',
    headline: text.slice(0, 40),
    paragraphs: [text],
    language,
    ...(day ? { day } : {}),
  });

describe('a stored profile', () => {
  it('is read as it was written, whatever the text', () => {
    const words = fc.constantFrom(
      'Ostrel', 'the', 'bridge', '1,500', "Mayor's", 'Friday', '3', 'May', '1931', 'ニュース', 'مجلس', 'über', '😀', '\n', '.',
    ); // biome-ignore format: one line
    const texts = fc.array(words, { maxLength: 900 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('en', 'de', 'ja', 'ar', 'xx'),
        fc.constantFrom(undefined, '1970-01-01', '2031-05-04', '2099-12-31'),
        (text, language, day) => {
          const profile = profileOf(written(text, language, day));
          const back = readProfile(profile.article, writeProfile(profile, rules), rules);
          expect(back).toEqual(withoutWords(profile));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is none when a bit is wrong, when it is cut short, or under other rules', () => {
    const profile = profileOf(inventedArticle(3, 1, randomNumbers(5)));
    const bytes = writeProfile(profile, rules);
    expect(readProfile('a', bytes, rules)).not.toBeNull();
    expect(readProfile('a', bytes, rules + 1)).toBeNull();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.slice();
        damaged[at]! ^= flip;
        expect(readProfile('a', damaged, rules)).toBeNull();
        expect(readProfile('a', bytes.slice(0, at), rules)).toBeNull();
      }),
    );
  });

  it('decides a story as the text itself does', async () => {
    const random = randomNumbers(17);
    const stored = Array.from({ length: 40 }, (_, number) => inventedArticle(number, number >> 2, random));
    const blobs = memoryBlobs();
    await new MatchIndex(blobs).addAll(stored);
    const byId = new Map(stored.map((one) => [one.id, one]));
    const index = new MatchIndex(blobs);
    const statistics = await index.statistics();
    let told = 0;
    for (const one of stored.slice(0, 12)) {
      const ids = (await index.candidates(one)).map(({ id }) => id);
      const whole = decideStory(
        one,
        ids.map((id) => byId.get(id)!),
        { statistics },
      );
      const profiles = await index.profiles(ids);
      const story = openStory(
        one,
        profileOf(one),
        ids.map((id) => profiles.get(id)!),
        { statistics },
      );
      const wanted = new Map(story.textsWanted.map((id) => [id, byId.get(id)!]));
      expect(story.decide(wanted)).toEqual(whole);
      told += whole.same.length;
      expect(whole.same[0]?.reasons.some(({ shared }) => shared.length > 0)).toBe(true);
    }
    expect(told).toBeGreaterThan(12);
  });
});
