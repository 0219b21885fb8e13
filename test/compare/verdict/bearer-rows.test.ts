import { describe, expect, it } from 'vitest';
import { comparePair, type PairRow } from '../../../src/compare';
import { analysed } from '../articles';

const figures = (a: string, b: string): string[] =>
  comparePair(
    analysed({ outlet: 'one', published: '2031-05-04', paragraphs: [a] }),
    analysed({ outlet: 'two', published: '2031-05-04', paragraphs: [b] }),
  )
    .filter(({ kind }: PairRow) => kind === 'quantity')
    .map(({ verdict, a: left, b: right }) => `${verdict}: ${left.value} / ${right.value}`);

const share = 'Analysts compare the merger with Vantor’s 10 percent share of the ferry market.';

describe('figures somebody has of something', () => {
  it('sets two shares of one company against each other although the sentences share little', () => {
    expect(figures(share, 'With 54 ships at sea last spring, Vantor had 7.2% of the market.')).toEqual([
      'differ: 10 percent share / 7.2% of the market',
    ]);
  });

  it("leaves another company's share alone", () => {
    expect(figures(share, 'With 54 ships at sea last spring, Maren had 7.2% of the market.')).toEqual([]);
  });

  it('leaves another year alone', () => {
    expect(
      figures(
        'In 2029, Vantor paid an effective tax rate of 31 percent.',
        'Vantor’s effective tax rate in 2030 was 24 percent.',
      ),
    ).toEqual([]);
  });

  it('does not take his rate for theirs because both are round about the same', () => {
    expect(
      figures(
        'Last year, the Dahls paid an effective tax rate of 35.7 percent.',
        'Mr. Rehn said his tax rate was 36 percent, and put the Dahls’ 2030 tax rate at 30 percent.',
      ),
    ).toEqual(['differ: 35.7 percent / 30 percent']);
  });
});
