import { describe, expect, it } from 'vitest';
import { memoryBlobs, StoryBook, type StoryDecision } from '../../src/match';
import { averageLink } from '../../src/match/average-link';

const decision = (links: Record<string, number>): StoryDecision => ({
  same: [],
  later: [],
  refused: [],
  elsewhere: [],
  ranked: Object.entries(links).map(([article, score]) => ({ article, score })),
});

describe('the book of stories', () => {
  it('groups what is linked, keeps one weak link from joining two events, and survives a restart', async () => {
    const blobs = memoryBlobs();
    const book = new StoryBook(blobs);
    await book.place('a', decision({}));
    await book.place('b', decision({ a: 0.9 }));
    await book.place('c', decision({ a: 0.9, b: 0.8 }));
    await book.place('x', decision({ c: 0.6 }));
    await book.place('y', decision({ x: 0.95 }));
    await book.place('lone', decision({ a: 0.1 }));
    const expected = [
      ['a', 'b', 'c'],
      ['x', 'y'],
    ];
    expect(await book.stories()).toEqual(expected);
    expect(await new StoryBook(blobs).stories()).toEqual(expected);
    await book.remove('y');
    expect(await book.stories()).toEqual([['a', 'b', 'c']]);
  });

  it('obeys the reader', async () => {
    const book = new StoryBook(memoryBlobs());
    await book.place('a', decision({}));
    await book.place('b', decision({ a: 0.9 }));
    await book.place('c', decision({}));
    const none = { same: [], notSame: [], copies: [], notCopies: [] };
    expect(await book.stories({ ...none, notSame: [['b', 'a']] })).toEqual([]);
    expect(await book.stories({ ...none, same: [['c', 'b']] })).toEqual([['a', 'b', 'c']]);
  });

  it('takes thousands of linked articles', async () => {
    const book = new StoryBook(memoryBlobs());
    for (let number = 0; number < 2_000; number++) {
      const before = Object.fromEntries(
        Array.from({ length: Math.min(number, 6) }, (_, back) => [`n${number - 1 - back}`, 0.99]),
      );
      await book.place(`n${number}`, decision(before));
    }
    expect((await book.stories()).flat()).toHaveLength(2_000);
  });
});

describe('average link', () => {
  it('joins by the mean of all pairs', () => {
    const table: Record<string, number> = { '0 1': 0.9, '1 2': 0.8, '0 2': 0.1, '3 4': 0.7 };
    const probability = (left: number, right: number) =>
      table[`${Math.min(left, right)} ${Math.max(left, right)}`] ?? 0;
    expect([...averageLink(5, probability, 0.5)]).toEqual([0, 0, 2, 3, 3]);
    expect([...averageLink(5, probability, 0.4)]).toEqual([0, 0, 0, 3, 3]);
  });
});
