import { expect, it } from 'vitest';
import { compareVoices } from '../../src/compare';
import { wordsOf } from '../../src/model/article';
import { analysed } from './articles';

const voice = (outlet: string, paragraph: string) => ({
  voice: outlet,
  ...analysed({ outlet, published: '2031-05-04', paragraphs: [paragraph] }),
});

const figuresOf = (here: string, ...others: string[]): (string | null)[] => {
  const subject = voice('one', here);
  const comparison = compareVoices({ subject, others: others.map((text, at) => voice(`other ${at}`, text)) });
  return comparison.onlyHere
    .filter(({ id }) => id.startsWith('only-figure-'))
    .flatMap(({ evidence }) => evidence.marks.map((mark) => wordsOf(subject.article, 'text', mark)));
};

const here =
  'Orvania said the first 2,600 recruits will be sent to Lisk and that 11,000 recruits will be trained in all.';

it('marks a figure nobody else gives in a sentence that others share', () => {
  expect(figuresOf(here, 'Orvania said that 11,000 recruits will be trained in all.')).toEqual([
    '2,600 recruits',
  ]);
});

it('takes "thousands" elsewhere for no such figure', () => {
  const other =
    'Orvania said that 11,000 recruits will be trained in all, where thousands of spectators came.';
  expect(figuresOf(here, other)).toEqual(['2,600 recruits']);
});

it('is silent when another voice gives the figure', () => {
  const other = 'Orvania will send 2,600 recruits to Lisk, of 11,000 recruits that will be trained in all.';
  expect(figuresOf(here, other)).toEqual([]);
});
