import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/compare/claims/tokens';
import { englishAbbreviations } from '../../../src/compare/languages/english/abbreviations';
import {
  englishLemma,
  isCommonEnglishWord,
  tagEnglish,
} from '../../../src/compare/languages/english/tagging';
import { featuresAt } from '../../../src/compare/tagger/features';
import { createTagger } from '../../../src/compare/tagger/perceptron';

const classes = (text: string): string =>
  tagEnglish(tokenise(text, 0, englishAbbreviations))
    .map((token) => token.wordClass)
    .join(' ');

describe('word classes of fictional sentences', () => {
  it.each([
    ['The mayor opened the new bridge on Monday.', 'DET NOUN VERB DET ADJ NOUN ADP PROPN PUNCT'],
    ['At least 24 people were killed in Harrow.', 'ADP ADV NUM NOUN AUX VERB ADP PROPN PUNCT'],
    ['She will not sell the old shipyard.', 'PRON AUX PART VERB DET ADJ NOUN PUNCT'],
    ['The ferry sank near Port Dell.', 'DET NOUN VERB ADP PROPN PROPN PUNCT'],
    ['Police said that the dam had cracked.', 'NOUN VERB SCONJ DET NOUN AUX VERB PUNCT'],
  ])('%s', (text, expected) => {
    expect(classes(text)).toBe(expected);
  });

  it('finds the verb headlines hide behind a plural', () => {
    expect(classes('flood hits island off coast').split(' ')[1]).toBe('VERB');
    expect(classes('The survey office estimates that 40 boats sank.').split(' ')[3]).toBe('VERB');
  });
});

describe('base forms', () => {
  it.each([
    ['capsized', 'capsize'],
    ['evacuated', 'evacuate'],
    ['reported', 'report'],
    ['stopped', 'stop'],
    ['services', 'service'],
    ['denies', 'deny'],
    ['told', 'tell'],
    ['propelled', 'propel'],
  ])('%s is a form of %s', (form, base) => {
    expect(englishLemma(form, 'VERB')).toBe(base);
  });

  it('make nouns singular', () => {
    expect(
      ['ferries', 'boats', 'crashes', 'women', 'news', 'gas'].map((noun) => englishLemma(noun, 'NOUN')),
    ).toEqual(['ferry', 'boat', 'crash', 'woman', 'news', 'gas']);
  });

  it('tell ordinary words from names', () => {
    expect(['kills', 'industry', 'after', 'police'].every(isCommonEnglishWord)).toBe(true);
    expect(isCommonEnglishWord('zelinbad')).toBe(false);
  });
});

describe('the perceptron', () => {
  it('decides by the sum of the weights of its features, and keeps certain words', () => {
    const tagger = createTagger({
      certain: { DET: 'the' },
      weights: ['sats\tp9', 'wboat\th9'],
      verbs: [],
      common: '',
    });
    expect(tagger.classesOf(['the', 'boat', 'floats'])).toEqual(['DET', 'NOUN', 'VERB']);
  });

  it('sees the word, its ending, its neighbours and the classes before it', () => {
    const features = featuresAt(['The', 'boat', 'sank'], 1, ['DET', '<']);
    expect(features).toEqual(
      expect.arrayContaining(['wboat', 'soat', '4the', '6sank', '1DET', '2DET<', '3DETboat']),
    );
  });
});
