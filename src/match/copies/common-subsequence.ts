import { KeySet } from '../key-set';

/** Bits of one word; one is left for the carry. */
const wordBits = 30;
const wordMask = 2 ** wordBits - 1;

const bitsIn = (word: number): number => {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/**
 * Length of the longest common subsequence of two sequences, a row of the table at a time as bits (Hyyrö, 2004: "Bit-
 * parallel LCS-length computation revisited"): thirty times as fast as the table itself.
 */
export function commonSubsequence(rows: Uint32Array, columns: Uint32Array): number {
  const words = Math.ceil(rows.length / wordBits);
  const values = new KeySet(rows.length);
  /** For each value, a bit where it stands, `words` numbers to a value. */
  const places = new Int32Array(rows.length * words);
  for (let at = 0; at < rows.length; at++) {
    places[values.place(rows[at]!) * words + Math.floor(at / wordBits)]! |= 1 << (at % wordBits);
  }
  // A row that is zero in these bits has a common subsequence one longer than the row before it.
  const rising = new Int32Array(words).fill(wordMask);
  for (let column = 0; column < columns.length; column++) {
    const value = values.positionOf(columns[column]!);
    if (value < 0) continue;
    let carry = 0;
    for (let at = 0; at < words; at++) {
      const before = rising[at]!;
      const mask = places[value * words + at]!;
      const matched = before & mask;
      const sum = before + matched + carry;
      carry = sum > wordMask ? 1 : 0;
      rising[at] = (sum & wordMask) | (before & ~mask);
    }
  }
  let length = 0;
  for (let at = 0; at < words; at++) {
    const used = Math.min(wordBits, rows.length - at * wordBits);
    length += used - bitsIn(rising[at]! & (2 ** used - 1));
  }
  return length;
}
