import { describe, expect, it } from 'vitest';
import { quotedRanges } from '../../src/text/quotation-marks';
import { foldTypography } from '../../src/text/typography';

const quoted = (text: string): string[] =>
  quotedRanges(text, [{ start: 0, end: text.length }]).map(({ inner }) => text.slice(inner.start, inner.end));

describe('quotation marks', () => {
  it.each([
    ['“We left,” she said. “Nobody came.”', ['We left,', 'Nobody came.']],
    ['"We left," she said. "Nobody came."', ['We left,', 'Nobody came.']],
    ['„Wir gingen“, sagte sie. „Niemand kam.“', ['Wir gingen', 'Niemand kam.']],
    ['«Nos fuimos», dijo. «Nadie vino.»', ['Nos fuimos', 'Nadie vino.']],
    ['»Wir gingen«, sagte sie.', ['Wir gingen']],
    ['”Vi gick”, sade hon.', ['Vi gick']],
    ["Minister: 'We will not pay'", ['We will not pay']],
    ['‘We left,’ she said.', ['We left,']],
    ["``We left,'' she said.", ['We left,']],
    ['" We left , " she said .', [' We left , ']],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('are told by what they are glued to, so that a lost mark does not invert the rest', () => {
    expect(quoted('We left," she said. "Nobody came," he said.')).toEqual(['Nobody came,']);
  });

  it('run to the end of a paragraph when they are not closed', () => {
    const text = '“We left.\n\n“Nobody came,” she said.';
    const ranges = quotedRanges(text, [
      { start: 0, end: 9 },
      { start: 11, end: text.length },
    ]);
    expect(ranges.map(({ inner, closed }) => [text.slice(inner.start, inner.end), closed])).toEqual([
      ['We left.', false],
      ['Nobody came,', true],
    ]);
  });

  it('do not take apostrophes for marks', () => {
    expect(quoted("The workers' union and the town's mayor didn't agree in the '90s.")).toEqual([]);
    expect(quoted('The workers’ union and the town’s mayor didn’t agree.')).toEqual([]);
  });
});

describe('folding of typography', () => {
  it('keeps the length', () => {
    const text = "“Café’s” – ‘x’ ``y'' \u00a0„z“ 10\u2011km";
    expect(foldTypography(text)).toHaveLength(text.length);
    expect(foldTypography('it’s “so”')).toBe('it\'s "so"');
  });
});
