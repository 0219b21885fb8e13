import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stem';
import { stopWords } from '../../src/text/stop-words';
import { foldWord, isStopWord, terms, tokens } from '../../src/text/words';

describe('tokens', () => {
  it('give the words with their places in the text', () => {
    const text = 'The mayor’s 1,500 guests left “Ostrel” at 4.40 a.m.';
    const found = tokens(text, 'en');
    expect(found.map((token) => token.word)).toEqual([
      'the',
      "mayor's",
      '1,500',
      'guests',
      'left',
      'ostrel',
      'at',
      '4.40',
      'a',
      'm',
    ]);
    for (const token of found) expect(foldWord(text.slice(token.start, token.end))).toBe(token.word);
  });

  it('cut scripts that write no blanks, in place', () => {
    const text = '鳴瀬川の堤防が決壊した。';
    const found = tokens(text, 'ja');
    expect(found.map((token) => token.word)).toContain('堤防');
    expect(found.map((token) => text.slice(token.start, token.end)).join('')).toBe(text.replace('。', ''));
  });

  it('fold accents, curly apostrophes and eastern digits, and keep kana voiced', () => {
    expect(foldWord('Élodie’s')).toBe("elodie's");
    expect(foldWord('١٢')).toBe('12');
    expect(foldWord('が')).toBe('が');
  });

  it('are the same in a text of Latin letters and beside one of another script', () => {
    const pieces = [
      'a',
      'É',
      'ø',
      'ɏ',
      "'",
      '’',
      '1',
      '½',
      '²',
      '.',
      ',',
      ' ',
      '-',
      '“',
      '€',
      'ß',
      'µ',
      '\u00a0',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 15 }), (parts) => {
        const text = parts.join('');
        const beside = tokens(`${text} Ω`, 'en').slice(0, -1);
        expect(tokens(text, 'en')).toEqual(beside);
      }),
      { numRuns: 3_000 },
    );
    for (let code = 0; code < 0x2100; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      expect(tokens(text, 'en')).toEqual(tokens(`${text} Ω`, 'en').slice(0, -1));
    }
  });

  it('stop at the limit', () => {
    expect(tokens('one two three', 'en', 2)).toHaveLength(2);
    expect(tokens('鳴瀬川の堤防が決壊した', 'ja', 2)).toHaveLength(2);
  });

  it('take a language tag that is none', () => {
    expect(tokens('橋が落ちた', 'no such tag').length).toBeGreaterThan(1);
  });
});

describe('terms', () => {
  it('are stems without stop words', () => {
    expect(terms('The bridges were closed by the inspectors', 'en')).toEqual(['bridg', 'clos', 'inspector']);
    expect(terms('Die Brücken wurden am Freitag gesperrt', 'de')).toEqual(['bruck', 'freitag', 'gesperrt']);
  });
});

describe('stems', () => {
  it.each([
    ['en', 'ferries', 'ferry'],
    ['en', 'stopped', 'stop'],
    ['en', 'running', 'run'],
    ['en', 'killed', 'kill'],
    ['en', "mayor's", 'mayor'],
    ['es', 'autobuses', 'autobus'],
    ['fr', 'barrages', 'barrag'],
    ['ar', 'والعبارة', 'عبار'],
  ])('in %s: %s → %s', (language, word, expected) => {
    expect(stem(word, language)).toBe(expected);
  });

  it('leave names of another form apart and numbers alone', () => {
    expect(stem('university', 'en')).not.toBe(stem('universal', 'en'));
    expect(stem('1990s', 'en')).toBe('1990s');
    expect(stem('parola', 'xx')).toBe('parola');
  });
});

describe('stop words', () => {
  it('are folded as words are, in every language that has a list', () => {
    for (const language of ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'sv', 'ru', 'ar', 'ja', 'zh']) {
      expect(stopWords(language).size).toBeGreaterThan(15);
      for (const word of stopWords(language)) expect(foldWord(word)).toBe(word);
    }
    expect(isStopWord('für', 'de')).toBe(false);
    expect(isStopWord(foldWord('für'), 'de')).toBe(true);
    expect(stopWords('xx').size).toBe(0);
  });
});
