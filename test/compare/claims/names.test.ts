import { describe, expect, it } from 'vitest';
import { acronymOf, sameName } from '../../../src/compare/claims/name-variants';
import { read } from './reading';

const keys = (text: string): string[] => [...new Set(read(text).entities.map((entity) => entity.key))];

describe('spellings of one name', () => {
  it.each([
    ['volodar zelenko', 'volodar zelenco'],
    ['petrovsky', 'petrovskyy'],
    ['petrovsky', 'petrovka'],
    ['qasim darwani', 'kasim darwani'],
    ['bireun', 'bireuen'],
    ['m. dell', 'mara dell'],
    ['dell', 'mara dell'],
    ['muhammad farid', 'mohammed farid'],
    ['dell', 'mara dell jr.'],
  ])('%s = %s', (left, right) => {
    expect(sameName(left, right)).toBe(true);
    expect(sameName(right, left)).toBe(true);
  });

  it.each([
    ['austria', 'australia'],
    ['johnson', 'johnston'],
    ['iran', 'iraq'],
    ['mara dell', 'tomas dell'],
    ['harrow', 'harlow'],
    ['marin', 'martin'],
  ])('%s is not %s', (left, right) => {
    expect(sameName(left, right)).toBe(false);
  });

  it('builds acronyms from capitals', () => {
    expect(acronymOf('National Survey Office')).toBe('NSO');
    expect(acronymOf('Institute for the Study of Tides')).toBe('IST');
  });
});

describe('names of an article', () => {
  it('joins surname, title and full name', () => {
    const reading = read(
      'Retired Major General Mikel Ryde said the plan would fail.\n\nRyde argued that the island needs boats.',
    );
    expect(keysOfKind(reading, 'person')).toEqual(['mikel ryde']);
  });

  it('keeps an initial with its name', () => {
    const reading = read(
      'Justice Ivo J. Cole Jr. wrote it.\n\nCole and the other justices left. Ivo Cole Jr. stayed.',
    );
    expect(keysOfKind(reading, 'person')).toEqual(['ivo cole jr']);
    expect(reading.entities.find(({ kind }) => kind === 'person')?.name).toBe('Ivo J. Cole Jr.');
  });

  it('reads roles before and around a name', () => {
    const chief = read("Norland's harbour police chief Karel Budan opened the bridge.").entities.find(
      (entity) => entity.kind === 'person',
    );
    expect(chief?.key).toBe('karel budan');
    expect(chief?.role).toContain('chief');
    const minister = read('Foreign Minister Andra Sybil opened the bridge.').entities.find(
      (entity) => entity.kind === 'person',
    );
    expect([minister?.key, minister?.role]).toEqual(['andra sybil', 'foreign minister']);
  });

  it('joins an acronym with the name it stands for', () => {
    expect(keys('The National Survey Office opened on Monday. The NSO hired 40 people in Harrow.')).toContain(
      'national survey office',
    );
    expect(
      keys('The National Survey Office opened on Monday. The NSO hired 40 people in Harrow.'),
    ).not.toContain('nso');
  });

  it('reads seats of government and demonyms as their country', () => {
    expect(keys('Oslo had sent 150 rescuers to the island.')).toEqual(['norway']);
    const norwegian = read('Norwegian rescuers reached the island.').entities[0];
    expect([norwegian?.key, norwegian?.adjective]).toEqual(['norway', true]);
  });

  it('reads "the North" once the article names the country', () => {
    const reading = read(
      'North Korea is short of grain.\n\nThe mayor said the North is preparing to buy wheat.',
    );
    expect(reading.claim('preparing to buy').entities.map((entity) => entity.key)).toContain('north korea');
  });

  it('takes no name from the first word of a sentence or from headline capitals', () => {
    expect(keys('Rescuers reached the island. The rescuers found 12 boats.')).toEqual([]);
    const reading = read('The flood destroyed the bridge in Harrow. Rescuers found the mayor.', {
      headline: 'Flood Destroys Bridge In Harrow',
    });
    const headline = reading.claims
      .filter((claim) => claim.part === 'headline')
      .flatMap((claim) => claim.entities.map((entity) => entity.key));
    expect(headline).toEqual(['harrow']);
  });

  it('keeps abbreviations inside their sentence', () => {
    const reading = read(
      'The plan came from U.S. Representative Mika Turner in a letter of Oct. 27 to Gen. Ruel in Washington, D.C.-based staff wrote.',
    );
    expect(reading.analysis.sentences).toHaveLength(1);
  });
});

function keysOfKind(reading: ReturnType<typeof read>, kind: string): string[] {
  return [
    ...new Set(
      [
        ...reading.entities,
        ...reading.analysis.attributions.map((mention) => ({ kind: 'person', key: mention.source.key })),
      ]
        .filter((entity) => entity.kind === kind)
        .map((entity) => entity.key),
    ),
  ];
}
