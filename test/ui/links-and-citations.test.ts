import { beforeAll, describe, expect, it } from 'vitest';
import { citeRow } from '../../src/ui/citation';
import { marksFor } from '../../src/ui/page-mark';
import { certainOf, proveOnlyHere, proveRows } from '../../src/ui/proof';
import { addressAtSentence } from '../../src/ui/text-fragment';
import { loadLanguage } from '../../src/ui/texts';
import { post } from './gallery/articles';
import { floodView } from './gallery/comparison';

beforeAll(() => loadLanguage('en', ['messages']));

const rows = proveRows(floodView.collation.comparison.rows, floodView.articles);

describe('an address at a sentence', () => {
  it('names a short sentence whole, with the directive’s own signs encoded', () => {
    expect(addressAtSentence('https://a.test/x?y=1#old', 'Well-known, he said.')).toBe(
      'https://a.test/x?y=1#:~:text=Well%2Dknown%2C%20he%20said.',
    );
  });

  it('names a long one by its ends', () => {
    const sentence = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
    const fragment = addressAtSentence('https://a.test/', sentence).split('text=')[1];
    expect(fragment).toBe(
      'w0%20w1%20w2%20w3%20w4%20w5%20w6%20w7,w22%20w23%20w24%20w25%20w26%20w27%20w28%20w29',
    );
  });

  it('leaves an address alone that is none of the web', () => {
    expect(addressAtSentence('text:pasted', 'words')).toBe('text:pasted');
  });
});

describe('a citation', () => {
  it('holds every sentence with outlet, day and address, as text', () => {
    const text = citeRow(rows[1]!, 'plain');
    expect(text).toContain('Differ: valley road closed');
    expect(text).toContain('“The valley road will stay closed until 12 March.”');
    expect(text).toContain('The Marrow Post, March 5, 2031');
    expect(text).toContain('https://lowlandcourier.test/a/8812');
  });

  it('names a whole statement by its words, as the row does', () => {
    const row = structuredClone(rows[1]!);
    row.row.kind = 'statement';
    row.row.label = '';
    row.values[0]!.value.label = '';
    expect(citeRow(row, 'plain')).toContain('Differ: The valley road will stay closed until 12 March.');
  });

  it('cannot be broken out of in Markdown', () => {
    const row = structuredClone(rows[1]!);
    row.values[0]!.quotes[0]!.words = 'A *bold* [link](x)\nand a line';
    expect(citeRow(row, 'markdown')).toContain('> A \\*bold\\* \\[link\\](x) and a line');
  });
});

describe('marks for the page', () => {
  const marks = marksFor(
    post.id,
    rows,
    certainOf(proveOnlyHere(floodView.collation.comparison.onlyHere, floodView.articles)),
  );

  it('carry the sentence of this article, its neighbours in the paragraph and the others’ sentences', () => {
    const mark = marks.find(({ id }) => id === 'row-moved')!;
    expect(mark.exact).toBe('About 2,300 residents of Lower Venn were taken to schools and sports halls.');
    expect(mark.before).toBe('eople were killed, provincial governor Mara Quill said. '.slice(-48));
    expect(mark.after).toBe('');
  });

  it('name what only this article says', () => {
    expect(marks.filter(({ kind }) => kind === 'only-here').map(({ id }) => id)).toEqual([
      'only-bells',
      'only-schools',
    ]);
  });

  it('name what is in question, and who is at odds with this article before who says the same', () => {
    const moved = marks.find(({ id }) => id === 'row-moved')!;
    expect(moved.labels?.kind).toBe('≠ Differ: residents of Lower Venn moved');
    expect(moved.others.map(({ outlet }) => outlet)).toEqual([
      'Lowland Courier',
      'Ostin Herald',
      'Kestrel Wire',
    ]);
  });
});
