import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../src/match/bytes';
import { commonSubsequence } from '../../src/match/copies/common-subsequence';
import { checksumOf } from '../../src/match/hash';
import { NumberTable } from '../../src/match/number-table';
import { Sums } from '../../src/match/sums';

const word = fc.integer({ min: 0, max: 0xffffffff });

/** The table of the textbook. */
function slowSubsequence(rows: number[], columns: number[]): number {
  let previous = new Array<number>(columns.length + 1).fill(0);
  for (const row of rows) {
    const current = [0];
    columns.forEach((column, at) => {
      current.push(row === column ? previous[at]! + 1 : Math.max(previous[at + 1]!, current[at]!));
    });
    previous = current;
  }
  return previous[columns.length]!;
}

describe('a common subsequence', () => {
  it('is as long as the table says, over any number of words of bits', () => {
    const sequence = (most: number) => fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: most });
    fc.assert(
      fc.property(sequence(170), sequence(120), (rows, columns) => {
        expect(commonSubsequence(Uint32Array.from(rows), Uint32Array.from(columns))).toBe(
          slowSubsequence(rows, columns),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a table of numbers', () => {
  it('answers as a Map does, key 0 and growth included', () => {
    const changes = fc.array(fc.tuple(fc.oneof(word, fc.nat(40)), fc.double({ noNaN: true })), {
      maxLength: 3_000,
    });
    fc.assert(
      fc.property(changes, fc.array(word), (entries, others) => {
        const table = new NumberTable(4);
        const map = new Map<number, number>();
        for (const [key, value] of entries) {
          table.set(key, value);
          map.set(key, value);
        }
        for (const key of [...map.keys(), ...others, 0]) {
          expect(table.get(key)).toBe(map.get(key) ?? Number.NaN);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('sums', () => {
  it('give the largest, with all that equal the least of them, and begin anew', () => {
    const sums = new Sums();
    const amounts = fc.array(fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 9 })), { maxLength: 300 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 30 }), (entries, limit) => {
        sums.prepare(100);
        const expected = new Map<number, number>();
        for (const [article, amount] of entries) {
          if (sums.values[article] === 0) sums.touched[sums.count++] = article;
          sums.values[article]! += amount;
          expected.set(article, (expected.get(article) ?? 0) + amount);
        }
        const bound = [...expected.values()].sort((left, right) => right - left)[limit - 1] ?? 0;
        const kept = [...expected].filter(([, sum]) => sum >= bound).sort(([left], [right]) => left - right);
        const taken = sums.take(limit);
        expect([...taken.articles].map((article, at) => [article, taken.sums[at]])).toEqual(kept);
      }),
    );
  });
});

describe('bytes', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(word), (numbers) => {
        const writer = new ByteWriter();
        for (const number of numbers) writer.varint(number);
        const reader = new ByteReader(writer.done());
        expect(numbers.map(() => reader.varint())).toEqual(numbers);
        expect(() => reader.byte()).toThrow('ended early');
      }),
    );
  });

  it('have another checksum when any of them is another, wherever they lie', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(bytes, fc.nat(69), fc.integer({ min: 1, max: 255 }), fc.nat(3), (some, at, flip, shift) => {
        const other = some.slice();
        other[at % other.length]! ^= flip;
        expect(checksumOf(other)).not.toBe(checksumOf(some));
        const moved = new Uint8Array(some.length + shift);
        moved.set(some, shift);
        expect(checksumOf(moved.subarray(shift))).toBe(checksumOf(some));
      }),
    );
  });
});
