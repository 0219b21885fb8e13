import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatchIndex, memoryBlobs, type Profile, profileOf } from '../../src/match';
import { inverseFrequency } from '../../src/match/frequencies';
import { LargestValues } from '../../src/match/largest-values';
import { Neighbourhood } from '../../src/match/neighbourhood';
import { damped, heaviestPositions } from '../../src/match/vector';
import { inventedArticle, randomNumbers } from './stories';

const random = randomNumbers(11);
const articles = Array.from({ length: 24 }, (_, number) => inventedArticle(number, 3, random));
const index = new MatchIndex(memoryBlobs());
await index.addAll(articles);
const statistics = await index.statistics();
const profiles = articles.map(profileOf);
const around = Neighbourhood.of(profiles[0]!, profiles.slice(1), statistics);

const weightsOf = ({ terms }: Profile): Map<number, number> =>
  new Map(
    Array.from(terms.keys, (key, at) => [
      key,
      damped(terms.weights[at]!) * inverseFrequency(key, statistics),
    ]),
  );

/** By the definition, each of two vectors walked through. */
function cosineOf(left: Map<number, number>, right: Map<number, number>): number {
  const length = (weights: Map<number, number>) => Math.hypot(...weights.values());
  const dot = [...left].reduce((sum, [key, weight]) => sum + weight * (right.get(key) ?? 0), 0);
  return dot / (length(left) * length(right));
}

const pairsOf = ({ sequence }: Profile): Set<string> =>
  new Set(Array.from(sequence.subarray(1), (second, at) => `${sequence[at]} ${second}`));

describe('a neighbourhood', () => {
  it('gives the cosines of all pairs of its articles', () => {
    profiles.forEach((left, one) => {
      profiles.forEach((right, other) => {
        if (one === other) return;
        expect(around.terms.cosine(one, other)).toBeCloseTo(cosineOf(weightsOf(left), weightsOf(right)), 5);
      });
    });
  });

  it('counts the neighbouring words two articles share, each pair once', () => {
    let most = 0;
    const pairs = profiles.map(pairsOf);
    pairs.forEach((left, one) => {
      pairs.forEach((right, other) => {
        if (one === other) return;
        const shared = [...left].filter((pair) => right.has(pair)).length;
        expect(around.wordPairs.shared(one, other)).toBe(shared);
        most = Math.max(most, shared);
      });
    });
    expect(most).toBeGreaterThan(3);
  });

  it('says the same of a pair whichever comes first', () => {
    for (const other of [1, 5, 20]) expect(around.features(0, other)).toEqual(around.features(other, 0));
  });
});

describe('the heaviest', () => {
  const values = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 });

  it('of some weights are found in order, those of equal weight from the front', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 40 }), (weights, count) => {
        const sorted = weights
          .map((_, at) => at)
          .sort((left, right) => weights[right]! - weights[left]! || left - right);
        const expected = sorted.slice(0, count).sort((left, right) => left - right);
        expect(heaviestPositions(Float32Array.from(weights), count)).toEqual(expected);
      }),
    );
  });

  it('of values seen one by one end at the same bound as when sorted', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 40 }), (seen, count) => {
        const largest = new LargestValues(count);
        for (const value of seen) largest.take(value);
        const expected = [...seen].sort((left, right) => right - left)[count - 1];
        expect(largest.bound).toBe(expected ?? Number.NEGATIVE_INFINITY);
      }),
    );
  });
});
