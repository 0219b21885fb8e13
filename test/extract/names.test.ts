import { describe, expect, it } from 'vitest';
import { agencyOf, readByline } from '../../src/extract/metadata/names';

describe('bylines', () => {
  it.each<[string, string[], string[]]>([
    ['By PAUL ANSGAR, Lea Mörch and Jan Tove, CNN', ['Paul Ansgar', 'Lea Mörch', 'Jan Tove'], ['CNN']],
    ['By Ana Ruiz-Holm, political editor', ['Ana Ruiz-Holm'], []],
    ['Von Karla Wiesner und Jonas Ehm', ['Karla Wiesner', 'Jonas Ehm'], []],
    ['Por Lucía Berenguer Soto', ['Lucía Berenguer Soto'], []],
    ['News Room', [], []],
    ['admin', [], []],
    ['https://social.example/paper', [], []],
    ['Ida Kroon (dpa)', ['Ida Kroon'], ['dpa']],
    ['Martin Sheel Jr.', ['Martin Sheel Jr'], []],
    ['The Marlow Courier', [], ['The Marlow Courier']],
  ])('%s', (raw, people, organisations) => {
    expect(readByline(raw, 'The Marlow Courier')).toEqual({ people, organisations });
  });
});

it('knows agencies by all their forms and nothing else', () => {
  expect(agencyOf('The Associated Press')).toBe('AP');
  expect(agencyOf('deutsche presse-agentur')).toBe('dpa');
  expect(agencyOf('Reuters')).toBe('Reuters');
  expect(agencyOf('Marlow Courier')).toBeNull();
});
