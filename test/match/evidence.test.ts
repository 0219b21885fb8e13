import { describe, expect, it } from 'vitest';
import { MatchIndex, memoryBlobs, profileOf } from '../../src/match';
import { decideAmong } from '../../src/match/decide';
import { added, groupFeatures, groupOf, joined, noEvidence, sumsOf } from '../../src/match/group-link';
import { Neighbourhood } from '../../src/match/neighbourhood';
import type { Article } from '../../src/model/article';
import { onDay } from '../../src/model/plain-article';
import { inventedArticle, randomNumbers } from './stories';

/** Features of two articles of one day in a store of one subject whose other articles are so many days apart. */
async function sameDayFeatures(daysApart: number) {
  const random = randomNumbers(4);
  const dated = Array.from({ length: 50 }, (_, number): Article => {
    const made = inventedArticle(number, 3, random);
    const day = new Date(Date.UTC(2031, 0, 1 + Math.max(0, number - 1) * daysApart)).toISOString();
    return { ...made, published: onDay(day.slice(0, 10), 'meta') };
  });
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(dated);
  const statistics = await index.statistics();
  const [one, ...others] = dated.map(profileOf);
  const around = Neighbourhood.of(one!, others, statistics);
  return around.features(0, 1);
}

describe('a day in common', () => {
  it('surprises where the subject comes up once a month, and hardly where it comes up daily', async () => {
    const [rare, daily] = [await sameDayFeatures(30), await sameDayFeatures(0)];
    expect(daily.publishedNear).toBe(rare.publishedNear);
    expect(daily.publishedSurprise).toBeLessThan(0.2);
    expect(rare.publishedSurprise).toBeGreaterThan(2);
  });
});

describe('two groups', () => {
  const pair = (probability: number) => sumsOf({ ...noEvidence, probability });
  const two = (probability: number) => joined(groupOf(0), groupOf(1), pair(probability));
  const between = (probability: number) =>
    [1, 2, 3].reduce((sum) => added(sum, pair(probability)), pair(probability));

  it('that are each tight and far from one another are told from a story that is loose throughout', () => {
    const like = groupFeatures(two(0.97), two(0.97), between(0.5));
    const loose = groupFeatures(two(0.5), two(0.6), between(0.5));
    expect(loose.meanLogit).toBeCloseTo(like.meanLogit);
    expect(loose.looserBySize).toBeCloseTo(0);
    expect(like.looserBySize).toBeLessThan(-2);
  });

  it('of one article each have nothing to be looser than', () => {
    expect(groupFeatures(groupOf(0), groupOf(1), pair(0.3)).looserBySize).toBe(0);
  });
});

describe('the ranking', () => {
  it('puts the candidate in the same company before one that is as like and stands alone', () => {
    const evidence = (probability: number) => ({ ...noEvidence, probability });
    const own = [0.7, 0.7, 0.9].map(evidence);
    const { ranked } = decideAmong(own, (left, right) =>
      evidence(Math.min(left, right) === 1 && Math.max(left, right) === 2 ? 0.95 : 0.05),
    );
    expect(ranked).toEqual([2, 1, 0]);
  });
});
