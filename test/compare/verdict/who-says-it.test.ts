import { describe, expect, it } from 'vitest';
import { comparePair } from '../../../src/compare';
import { analysed } from '../articles';

const rows = (a: string[], b: string[], kind: string): string[] =>
  comparePair(
    analysed({ outlet: 'one', published: '2031-05-04', paragraphs: a }),
    analysed({ outlet: 'two', published: '2031-05-04', paragraphs: b }),
  )
    .filter((row) => row.kind === kind)
    .map(({ verdict, reason }) => `${verdict} ${reason.code}`);

const ours = ['Portugal has claimed the islands are preparing to send 12,000 volunteers.'];

describe('one figure from two sides', () => {
  it("tells one government's figure from that of another country's media", () => {
    const theirs = [
      'Danish media previously reported that the islands will send 12,000 volunteers, although the ministry gave no figure.',
    ];
    expect(rows(ours, theirs, 'speaker')).toEqual(['differ other-source']);
    expect(rows(ours, theirs, 'statement')).toEqual([]);
  });

  it('says nothing where one article credits it to both', () => {
    const both = [
      'Danish media previously reported that the islands will send 12,000 volunteers.',
      'Portugal has claimed the islands are preparing to send 12,000 volunteers.',
    ];
    expect(rows(ours, both, 'speaker')).toEqual([]);
  });
});

describe('statement and denial', () => {
  const stated = ['A surveyor testified that Rehn authored the letter.'];
  const denied = ['His lawyer also denied that Rehn was the author of the letter.'];

  it('sets them against each other', () => {
    expect(rows(stated, denied, 'polarity')).toEqual(['differ one-denies']);
  });

  it('says nothing where the article with the denial tells the other side too', () => {
    const both = [...denied, 'The town clerk said Rehn authored the letter with his sister.'];
    expect(rows(stated, both, 'polarity')).toEqual([]);
  });

  it('takes two ways of denying for one', () => {
    const one = ['The mayor told the council that no boats would be sold.'];
    const other = ['The mayor told the council that boats would not be sold.'];
    expect(rows(one, other, 'polarity')).toEqual([]);
  });
});
