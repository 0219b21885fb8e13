import fc from 'fast-check';
import type { ArticleSketch } from './articles';

const subjects = [
  'The ferry Maren Dahl',
  'The coast guard',
  'Captain Jonas Rehn',
  'The mayor of Tarn',
  'Norlink',
];
const actions = [
  'struck a sandbank near Port Ellery',
  'rescued 14 passengers from the water',
  'said the steering had failed',
  'will pay $3.2 million for repairs',
  'did not close the harbour',
  'reported “a long scraping sound” before the accident',
  'was carrying about 200 people',
];
const moments = ['on Saturday', 'at 6:40 a.m.', 'in May 2031', 'last week', ''];

const sentence = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...actions), fc.constantFrom(...moments))
  .map(([who, what, when]) => `${who} ${what}${when ? ` ${when}` : ''}.`);

/** Noise as pages have it: odd blanks, quotes that never close, other scripts, emoji. */
const noise = fc.constantFrom('', '…', '“', "it's", '日本', '🚢 ', ' ', 'No. 7', '(updated)');

/** Articles on one made-up accident, made of a few sentences that agree, contradict and repeat each other. */
export const sketch: fc.Arbitrary<ArticleSketch> = fc.record({
  outlet: fc.constantFrom('one', 'two', 'three', 'four'),
  headline: fc.oneof(sentence, fc.constant('')),
  published: fc.constantFrom('2031-05-03', '2031-05-04', '2031-05-09'),
  paragraphs: fc.array(
    fc
      .tuple(fc.array(sentence, { minLength: 1, maxLength: 3 }), noise)
      .map(([sentences, mark]) => `${sentences.join(' ')}${mark}`),
    { minLength: 1, maxLength: 5 },
  ),
});
