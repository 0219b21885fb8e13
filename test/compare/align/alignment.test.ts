import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, alignmentOf, alignSentences, pairScore } from '../../../src/compare/align/align';
import { leastFirm } from '../../../src/compare/align/alignment';
import { type Profile, profileOf } from '../../../src/compare/align/profile';
import { rarityOf } from '../../../src/compare/align/rarity';
import { logistic } from '../../../src/compare/align/score';
import { type ArticleSketch, analysed } from '../articles';
import { sketch } from '../random-articles';

const profileFrom = (each: ArticleSketch): Profile => profileOf(analysed(each));

interface Aligned {
  a: Profile;
  b: Profile;
  /** An alignment nobody has asked anything yet. */
  fresh: () => Alignment;
  scores: { at: number; other: number; score: number }[];
}

function aligned(left: ArticleSketch, right: ArticleSketch): Aligned {
  const a = profileFrom(left);
  const b = profileFrom(right);
  const fresh = () => alignmentOf(a, b, rarityOf([a, b]));
  const scores = alignSentences(a, b, rarityOf([a, b])).map((pair) => ({
    at: pair.a.sentence,
    other: pair.b.sentence,
    score: pairScore(pair),
  }));
  return { a, b, fresh, scores };
}

/** The most the score of two sentences can be; 0 where they are no partners. */
function boundOf(alignment: Alignment, at: number, other: number): number {
  const row = alignment.boundsOf(at);
  for (let entry = alignment.firstEntry(row); entry < alignment.lastEntry(row); entry += 1) {
    if (alignment.placeOf(row, entry) === other) return logistic(row.most[entry]!);
  }
  return 0;
}

const places = (alignment: Alignment) =>
  alignment.firm().map((pair) => ({
    at: pair.a.sentence,
    other: pair.b.sentence,
    score: pairScore(pair),
  }));

describe('giving pairs up by a bound', () => {
  it('bounds every score from above, from either side', () => {
    let pairs = 0;
    fc.assert(
      fc.property(sketch, sketch, (left, right) => {
        const { a, b, fresh, scores } = aligned(left, right);
        const forward = fresh();
        const back = alignmentOf(b, a, rarityOf([a, b]));
        pairs += scores.length;
        for (const { at, other, score } of scores) {
          expect(boundOf(forward, at, other)).toBeGreaterThanOrEqual(score);
          expect(boundOf(back, other, at)).toBeGreaterThanOrEqual(score);
        }
      }),
      { numRuns: 60 },
    );
    expect(pairs).toBeGreaterThan(0);
  });

  it('loses no firm pair and changes no score', () => {
    let firm = 0;
    fc.assert(
      fc.property(sketch, sketch, (left, right) => {
        const { fresh, scores } = aligned(left, right);
        const expected = scores.filter(({ score }) => score >= leastFirm);
        firm += expected.length;
        expect(places(fresh())).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    expect(firm).toBeGreaterThan(0);
  });

  it('finds the best score of each sentence, from either side and whatever was asked before', () => {
    fc.assert(
      fc.property(sketch, sketch, fc.boolean(), (left, right, firmFirst) => {
        const { a, b, fresh, scores } = aligned(left, right);
        const alignment = fresh();
        if (firmFirst) alignment.firm();
        const best = (mine: (each: (typeof scores)[number]) => boolean): number =>
          Math.max(0, ...scores.filter(mine).map(({ score }) => score));
        for (const { sentence } of a.sentences) {
          expect(alignment.bestScore(sentence)).toBe(best(({ at }) => at === sentence));
        }
        const rarity = rarityOf([a, b]);
        alignmentOf(a, b, rarity);
        const back = alignmentOf(b, a, rarity);
        for (const { sentence } of b.sentences) {
          expect(back.bestScore(sentence)).toBe(best(({ other }) => other === sentence));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a pair only from the score asked for on', () => {
    fc.assert(
      fc.property(sketch, sketch, fc.double({ min: 0, max: 1, noNaN: true }), (left, right, least) => {
        const { fresh, scores } = aligned(left, right);
        const alignment = fresh();
        for (const { at, other, score } of scores) {
          expect(alignment.pair(at, other, least) !== null).toBe(score >= least);
          expect(alignment.pair(at, other)).not.toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });
});
