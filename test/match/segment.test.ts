import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdList, writeIds } from '../../src/match/article-ids';
import { eachPosting, openPart } from '../../src/match/part';
import { encodeSegment, findTerm, openSegment, PostingLists, TermCursor } from '../../src/match/segment';
import { TermKeys, writeTermKeys } from '../../src/match/term-keys';

const opened = (keys: number[]): TermKeys => new TermKeys(writeTermKeys(keys).buffer, 0, keys.length);

/** Hashes spread over all 32 bits, ascending, each once. */
function spread(count: number): number[] {
  let state = 1;
  const keys = new Set<number>([0, 2 ** 32 - 1]);
  while (keys.size < count) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    keys.add(state);
  }
  return [...keys].sort((left, right) => left - right);
}

describe('the terms of a segment', () => {
  it.each([2, 300, 131_072, 131_073, 150_000])('of %i are found where they stand, and no others', (count) => {
    const keys = spread(count);
    const terms = opened(keys);
    expect([...terms.all()]).toEqual(keys);
    const known = new Set(keys);
    const step = Math.max(1, Math.floor(count / 5_000));
    for (let at = 0; at < count; at += step) {
      expect(terms.positionOf(keys[at]!)).toBe(at);
      const next = (keys[at]! + 1) % 2 ** 32;
      if (!known.has(next)) expect(terms.positionOf(next)).toBe(-1);
    }
  });

  it('are found however they crowd', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.nat(600), fc.integer({ min: 2 ** 24 - 300, max: 2 ** 24 + 300 }))),
        (given) => {
          const keys = given.sort((left, right) => left - right);
          const terms = opened(keys);
          expect([...terms.all()]).toEqual(keys);
          for (const [at, key] of keys.entries()) expect(terms.positionOf(key)).toBe(at);
        },
      ),
    );
  });
});

describe('the postings of a segment', () => {
  it('come back whatever the distance between two articles', () => {
    const articles = [
      0, 1, 192, 384, 575, 16_000, 32_063, 48_128, 64_193, 130_000, 195_535, 261_071, 9_000_000,
    ];
    const lists = new PostingLists();
    articles.forEach((article, at) => {
      lists.add(7, article, at + 1);
    });
    for (const [at, article] of articles.entries()) lists.add(1_000 + at, article, 255);
    const part = openPart('1', 0, encodeSegment([], lists));
    const read = (key: number) => {
      const place = { start: 0, count: 0 };
      expect(findTerm(part.segment, key, place)).toBe(true);
      const found: [number, number][] = [];
      eachPosting(part.segment, place, (article, weight) => found.push([article, weight]));
      return found;
    };
    expect(read(7)).toEqual(articles.map((article, at) => [article, at + 1]));
    for (const [at, article] of articles.entries()) expect(read(1_000 + at)).toEqual([[article, 255]]);
    const cursor = new TermCursor(openSegment(encodeSegment([], lists)));
    const walked: number[] = [];
    while (cursor.advance()) walked.push(cursor.count);
    expect(walked).toEqual([articles.length, ...articles.map(() => 1)]);
  });
});

describe('the ids of a segment', () => {
  const digits = fc.stringMatching(/^[0-9a-f]{20}$/);
  const alike = fc.uniqueArray(digits).map((all) => all.map((each) => `a1-${each}`));
  const others = fc.oneof(
    digits.map((each) => `a1-${each}`),
    digits.map((each) => `a12-${each}`),
    digits.map((each) => `a01-${each}`),
    fc.string(),
  );

  it('come back and are found, of one rule, of several, and of none', () => {
    fc.assert(
      fc.property(fc.oneof(alike, fc.uniqueArray(others)), others, (ids, stranger) => {
        const list = new IdList(writeIds(ids), ids.length);
        expect(list.all()).toEqual(ids);
        for (const [at, id] of ids.entries()) expect(list.find(id)).toBe(at);
        expect(list.find(stranger)).toBe(ids.indexOf(stranger));
      }),
    );
  });
});
