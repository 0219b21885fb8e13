import { describe, expect, it } from 'vitest';
import { comparePair } from '../../../src/compare';
import { analysed } from '../articles';

const places = (a: string[], b: string[]): string[] =>
  comparePair(
    analysed({ outlet: 'one', published: '2031-05-04', paragraphs: a }),
    analysed({ outlet: 'two', published: '2031-05-04', paragraphs: b }),
  )
    .filter(({ kind }) => kind === 'place')
    .map(({ label, a: left, b: right }) => `${label}: ${left.value} / ${right.value}`);

const accused = ['Jonas Rehn, 31, of Tarn, is accused of setting fire to the boathouse.'];

describe('home towns', () => {
  it('compares what stands beside the name', () => {
    const other = ['The trial of Jonas Rehn of Lisk begins in June.'];
    expect(places(accused, other)).toEqual(['Jonas Rehn: Tarn / Lisk']);
    expect(places(accused, ['The trial of Jonas Rehn of Tarn begins in June.'])).toEqual([]);
  });

  it('knows "a Lisk man" by what was done to him', () => {
    const convicted = [
      'A jury convicted a Lisk man of setting fire to a boathouse.',
      'It took four hours before convicting 31-year-old Jonas Rehn.',
    ];
    expect(places(accused, convicted)).toEqual(['Jonas Rehn: Tarn / Lisk']);
  });

  it('does not take "a Lisk man" for one of two who were convicted', () => {
    const convicted = [
      'A jury convicted a Lisk man of setting fire to a boathouse.',
      'It took four hours before convicting Jonas Rehn.',
      'Another court convicted Edvard Holt of theft.',
    ];
    expect(places(accused, convicted)).toEqual([]);
  });

  it('sets no town against a state, a body or a town told of beside it', () => {
    expect(places(accused, ['The trial of Jonas Rehn of Ohio begins in June.'])).toEqual([]);
    expect(places(accused, ['The trial of Jonas Rehn of Norlink University begins in June.'])).toEqual([]);
    expect(
      places(accused, ['The trial of Jonas Rehn of Lisk begins in June.', 'Lisk is a quarter of Tarn.']),
    ).toEqual([]);
  });
});
