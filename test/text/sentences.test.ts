import { describe, expect, it } from 'vitest';
import { english } from '../../src/compare/languages/english';
import { plainRules, sentencesIn } from '../../src/text/sentences';

const rules = {
  language: 'en',
  abbreviations: english.abbreviations,
  sentenceStarters: english.sentenceStarters,
};

const split = (text: string, own = rules): string[] =>
  sentencesIn(text, { start: 0, end: text.length }, own).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at full stops, question and exclamation marks', () => {
    expect(split('The dam cracked. Who knew? Nobody! It fell.')).toEqual([
      'The dam cracked.',
      'Who knew?',
      'Nobody!',
      'It fell.',
    ]);
  });

  it.each([
    'The plan of U.S. Representative Mika Turner failed.',
    'The rangers left on Oct. 27 for the coast.',
    'It was told to Gen. Ruel and Mr. Cole.',
    'The firm, Vantor Inc. of Harrow, closed.',
    'J. K. Cole wrote to Sen. Dell.',
    'The letter of Sens. Joan Ruel and Mika Turner was read by Msgr. Cole.',
    'The case, Harrow v. Vantor, is heard in June.',
  ])('do not end after an abbreviation: %s', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it('end after an abbreviation that closes a sentence', () => {
    expect(split('He moved to the U.S. The house burned.')).toEqual([
      'He moved to the U.S.',
      'The house burned.',
    ]);
    expect(split('It was bought by Vantor Inc. The firm grew.')).toEqual([
      'It was bought by Vantor Inc.',
      'The firm grew.',
    ]);
  });

  it('go on from the half of a day to its day or zone', () => {
    const clock = {
      ...rules,
      dayHalves: english.calendar.afternoon,
      clockFollowers: new Set(['friday', 'et']),
    };
    const text = 'The fire began at 9:40 p.m. Friday (11 p.m. ET Friday).';
    expect(split(text, clock)).toEqual([text]);
    expect(split('It began at 9:40 p.m. Firemen came.', clock)).toEqual([
      'It began at 9:40 p.m.',
      'Firemen came.',
    ]);
  });

  it('keep a closing quotation mark', () => {
    expect(split('“The dam cracked.” She left.')).toEqual(['“The dam cracked.”', 'She left.']);
    expect(split('"The dam cracked." She left.')).toEqual(['"The dam cracked."', 'She left.']);
  });

  it('go on after a question in quotation marks that somebody asks', () => {
    const said = { ...rules, saidForms: english.speech.saidForms } as typeof rules;
    expect(split('“Who came?” Mara Dell asked. She left.', said)).toEqual([
      '“Who came?” Mara Dell asked.',
      'She left.',
    ]);
    expect(split('“Who came?” The house burned down. Dell said so.', said)).toHaveLength(3);
  });

  it('go by offsets of the whole text', () => {
    const text = 'Not this. But this one.';
    expect(sentencesIn(text, { start: 10, end: text.length }, rules)).toEqual([
      { start: 10, end: text.length },
    ]);
  });

  it('are found without any knowledge of the language', () => {
    expect(
      split('Silta katkesi. Kukaan ei kuollut.', { ...plainRules, language: 'fi' } as typeof rules),
    ).toHaveLength(2);
    expect(split('One. Two.', { ...plainRules, language: 'not a tag' } as typeof rules)).toHaveLength(2);
  });
});
