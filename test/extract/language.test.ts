import { expect, it } from 'vitest';
import { chooseLanguage, detectLanguage, primaryLanguage } from '../../src/extract/language';

const german =
  'Der Stadtrat hat am Montagabend den Bau der neuen Linie gestoppt, nachdem die Kosten auf mehr als zweihundert Millionen gestiegen waren und sich keine Mehrheit für sie fand.';
const japanese = '花咲市は十二日、市民会館の大ホールで天井の一部が落下したと発表した。けが人はいなかった。';

it('tells languages by function words and script', () => {
  expect(detectLanguage(german)?.language).toBe('de');
  expect(detectLanguage(japanese)?.language).toBe('ja');
  expect(detectLanguage('Bridge closed')).toBeNull();
});

it('believes the declaration unless the text is plainly in another language', () => {
  expect(chooseLanguage(['en-US'], german)).toEqual({ value: 'de', source: 'detected' });
  expect(chooseLanguage(['de-CH'], german)).toEqual({ value: 'de', source: 'declared' });
  expect(chooseLanguage([null, 'fr_FR'], 'Trop court')).toEqual({ value: 'fr', source: 'declared' });
  expect(chooseLanguage([], '')).toEqual({ value: 'und', source: 'detected' });
});

it('reads tags in all the forms pages write them', () => {
  expect(primaryLanguage('pt_BR')).toBe('pt');
  expect(primaryLanguage('nb-NO')).toBe('no');
  expect(primaryLanguage('jp')).toBe('ja');
  expect(primaryLanguage('english please')).toBeNull();
});
