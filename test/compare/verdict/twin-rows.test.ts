import { describe, expect, it } from 'vitest';
import { comparePair } from '../../../src/compare';
import { analysed } from '../articles';

const disputes = (a: string, b: string, dates: [string, string] = ['2031-05-04', '2031-05-04']): string[] =>
  comparePair(
    analysed({ outlet: 'one', published: dates[0], paragraphs: [a] }),
    analysed({ outlet: 'two', published: dates[1], paragraphs: [b] }),
  )
    .filter(({ verdict }) => verdict !== 'agree')
    .map(({ verdict, kind, a: left, b: right }) => `${verdict} ${kind}: ${left.value} / ${right.value}`);

const told = 'The harbour master of Lisk will open the northern lock on June 3 for 40 ships.';

describe('sentences told in the same words', () => {
  it.each([
    ['a figure', 'for 40 ships', 'for 60 ships', 'differ quantity: 40 ships / 60 ships'],
    ['a day', 'on June 3', 'on June 12', 'differ time: on June 3 / on June 12'],
    ['a place', 'of Lisk', 'of Tarn', 'differ place: Lisk / Tarn'],
  ])('finds %s that was changed', (_name, from, to, row) => {
    expect(disputes(told, told.replace(from, to))).toEqual([row]);
  });

  it('finds the hour in articles without a date', () => {
    const text = 'The ferry Maren Dahl left the harbour of Lisk at 7:40 a.m. with 212 passengers.';
    expect(disputes(text, text.replace('7:40', '9:10'))).toEqual(['differ time: 7:40 a.m. / 9:10 a.m.']);
    expect(disputes(text, text.replace('7:40 a.m.', '7:45 a.m.'))).toEqual([]);
    expect(disputes(text, text.replace('7:40 a.m.', '7:40'))).toEqual([]);
  });

  it('finds another name for the same deed, but not another spelling', () => {
    const text = 'The court in Tarn sentenced Jonas Rehn to four years for the theft of the bell.';
    expect(disputes(text, text.replace('Jonas Rehn', 'Edvard Holt'))).toEqual([
      'differ name: Jonas Rehn / Edvard Holt',
    ]);
    expect(disputes(text, text.replace('Rehn', 'Rehnn'))).toEqual([]);
  });

  it('finds a denial', () => {
    const text = 'The inspectors of the port authority were warned of the leak before the ferry left Lisk.';
    const [row] = disputes(text, text.replace('were warned', 'were not warned'));
    expect(row).toMatch(/^differ polarity/);
  });

  it('calls a count that grew in a later report an update, but not one that lies ahead', () => {
    expect(disputes(told, told.replace('40', '60'), ['2031-05-04', '2031-05-05'])).toEqual([
      'differ quantity: 40 ships / 60 ships',
    ]);
    const text = 'The fire in the old quarter of Lisk has destroyed 12 houses since Tuesday evening.';
    expect(disputes(text, text.replace('12', '19'), ['2031-05-04', '2031-05-05'])).toEqual([
      'update quantity: 12 houses / 19 houses',
    ]);
  });

  it('sets nothing against each other when a second name says that another thing is told of', () => {
    expect(
      disputes(
        'Ilse Brandvold, a teacher from the port, was given 3,000 crowns for the lifeboat.',
        'Edvard Holt, a teacher from the port, was given 5,000 crowns for the lifeboat.',
      ),
    ).toEqual([]);
  });
});
