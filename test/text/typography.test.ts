import { expect, it } from 'vitest';
import { reasonSentence } from '../../src/compare';
import { withOneStop } from '../../src/text/typography';

it('ends a sentence with one stop, whatever its last value ends with', () => {
  expect(withOneStop('Both say 4 p.m..')).toBe('Both say 4 p.m.');
  expect(withOneStop('Both say noon.')).toBe('Both say noon.');
  expect(withOneStop('And then...')).toBe('And then...');
  expect(reasonSentence({ code: 'same-time', parameters: { a: '4:40 a.m.' } })).toBe('Both say 4:40 a.m.');
});
