import { describe, expect, it } from 'vitest';
import { storyOf } from '../../../src/compare/align/story';
import { anchoredRows } from '../../../src/compare/verdict/anchored-rows';
import { pairContext } from '../../../src/compare/verdict/compare-pair';
import { nameRows } from '../../../src/compare/verdict/name-rows';
import type { PairContext } from '../../../src/compare/verdict/rows';
import { analysed } from '../articles';

function contextOf(a: string[], b: string[], headline = 'Rain in Tarn'): PairContext {
  const articles = [a, b].map((paragraphs, at) => analysed({ outlet: `outlet-${at}`, headline, paragraphs }));
  const { profiles, rarity } = storyOf(articles);
  return pairContext(profiles[0]!, profiles[1]!, rarity);
}

const anchored = (a: string[], b: string[], headline?: string): string[] =>
  anchoredRows(contextOf(a, b, headline), new Set()).map(
    (row) => `${row.kind}: ${row.a.value} / ${row.b.value}`,
  );

describe('a value that stands in one sentence of each article', () => {
  const tally = ['Rain fell all morning.', 'The final tally was 97-3.'];
  const vote = ['It had snowed in Tarn.', 'This followed a 97-3 vote hours earlier in the council.'];

  it('is agreed on though the sentences share no other word', () => {
    expect(anchored(tally, vote)).toEqual(['quantity: 97-3 / 97-3']);
    expect(anchored(tally, ['This followed a 96-4 vote hours earlier in the council.'])).toEqual([]);
  });

  it('may stand in the headline too, and in no second sentence', () => {
    expect(anchored(tally, vote, 'Council votes 97-3')).toEqual(['quantity: 97-3 / 97-3']);
    const repeated = [...vote, 'A 97-3 vote like that one had been expected.'];
    expect(anchored(tally, repeated)).toEqual([]);
  });

  it('is no small count, which is met by chance', () => {
    expect(anchored(['Three boats sank.'], ['Three boats were painted.'])).toEqual([]);
  });

  it('is a day or an hour wherever it stands, and a year where the sentences are about one thing', () => {
    const hearing = ['Rehn will be sentenced on May 7.'];
    expect(anchored(hearing, ['The date set for it is May 7.'])).toEqual(['time: on May 7 / May 7']);
    expect(anchored(hearing, ['The date set for it is May 8.'])).toEqual([]);
    expect(anchored(['Norlink was founded in 1911.'], ['Her aunt sold the farm in 1911.'])).toEqual([]);
  });
});

describe('people both articles name seldom', () => {
  /** The sentences are taken to be as alike as `score` says. */
  function names(a: string[], b: string[], score = 0.5): string[] {
    const context = contextOf(a, b);
    const pairOf: PairContext['pairOf'] = (left, right) => {
      const pair = context.pairOf(left, right);
      return pair && { ...pair, score, clauses: { ...pair.clauses, score } };
    };
    return nameRows({ ...context, pairOf }).map((row) => `${row.a.value} / ${row.b.value}`);
  }
  const saved = ['Jonas Rehn waved his arms over the kneeling champion.'];
  const stopped = ['The bout ended when Jonas Rehn stepped in by the ropes.'];

  it('are agreed on in sentences that tell more than one thing', () => {
    expect(names(saved, stopped)).toEqual(['Jonas Rehn / Jonas Rehn']);
    expect(names(saved, ['The bout ended when Ilse Dahl stepped in by the ropes.'])).toEqual([]);
    expect(names(saved, stopped, 0.2)).toEqual([]);
    expect(names(saved, stopped, 0.9)).toEqual([]);
  });

  it('are not those the whole story is about, nor who is quoted', () => {
    const again = ['Jonas Rehn left.', 'Jonas Rehn slept.'];
    expect(names([...saved, ...again], stopped)).toEqual([]);
    expect(names(['“The champion knelt by the ropes,” said Jonas Rehn.'], stopped)).toEqual([]);
  });
});
