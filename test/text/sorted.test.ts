import { expect, it } from 'vitest';
import { placeIn } from '../../src/text/sorted';

it('finds each of ascending values at its place, and nothing between, below or above', () => {
  const sorted = Uint32Array.of(2, 3, 8, 4_294_967_295);
  expect([...sorted].map((value) => placeIn(sorted, value))).toEqual([0, 1, 2, 3]);
  expect([0, 4, 9].map((value) => placeIn(sorted, value))).toEqual([-1, -1, -1]);
  expect(placeIn([], 1)).toBe(-1);
});
