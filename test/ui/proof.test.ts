import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/model/comparison';
import { contextOf, cutQuote, proveLeftOut, proveRow, proveRows } from '../../src/ui/proof';
import { post } from './gallery/articles';
import { floodView } from './gallery/comparison';

const { articles, collation } = floodView;
const [moved] = collation.comparison.rows as [Row];

describe('a row', () => {
  it('shows exactly the words that stand in the article', () => {
    for (const { values } of proveRows(collation.comparison.rows, articles)) {
      for (const { quotes } of values) {
        for (const quote of quotes) {
          expect(quote.article.text).toContain(quote.words);
          expect(quote.stretches.map(({ words }) => words).join('')).toBe(quote.words);
        }
      }
    }
  });

  it('marks the deciding words', () => {
    const quote = cutQuote(moved.values[0]!.evidence[0]!, articles);
    expect(quote?.stretches).toEqual([
      { words: 'About 2,300 residents', marked: true },
      { words: ' of Lower Venn were taken to schools and sports halls.', marked: false },
    ]);
  });

  it('is not drawn when a quote lies outside its article', () => {
    const outside = structuredClone(moved);
    outside.values = outside.values.slice(0, 2);
    for (const value of outside.values.slice(1)) {
      for (const evidence of value.evidence) evidence.quote.end = 1_000_000;
    }
    expect(proveRow(outside, articles)).toBeNull();
  });

  it('is not drawn when an article is not held', () => {
    expect(proveRow(moved, { [post.id]: post })).toBeNull();
  });

  it('loses only the value that cannot be quoted', () => {
    const damaged = structuredClone(moved);
    for (const evidence of damaged.values[1]!.evidence) evidence.quote.start = -1;
    expect(proveRow(damaged, articles)?.values.map(({ value }) => value.label)).toEqual([
      'About 2,300 residents',
      'Some 3,100 residents',
    ]);
  });

  it('is not drawn as differing when only values that fit one another can be quoted', () => {
    const fitting = structuredClone(moved);
    const [own, second, third] = fitting.values;
    fitting.values = [own!, { ...second!, agrees: true }, third!];
    expect(proveRow(fitting, articles)?.values).toHaveLength(3);
    for (const evidence of third!.evidence) evidence.quote.start = -1;
    expect(proveRow(fitting, articles)).toBeNull();
    fitting.values = [own!, { ...second!, agrees: true }];
    expect(proveRow(fitting, articles)?.values).toHaveLength(2);
  });

  it('ignores marks that reach out of the quote', () => {
    const evidence = structuredClone(moved.values[0]!.evidence[0]!);
    evidence.marks = [
      { start: 0, end: 5 },
      { start: evidence.quote.start, end: evidence.quote.end + 9 },
    ];
    expect(cutQuote(evidence, articles)?.stretches).toHaveLength(1);
  });
});

describe('what is left out here', () => {
  it('needs two voices', () => {
    const [item] = collation.comparison.leftOut;
    expect(proveLeftOut([item!], articles)).toHaveLength(1);
    const alone = { ...item!, evidence: item!.evidence.slice(0, 1) };
    expect(proveLeftOut([alone], articles)).toHaveLength(0);
  });
});

it('the wider context is the rest of the paragraph', () => {
  const quote = cutQuote(moved.values[0]!.evidence[0]!, articles)!;
  expect(contextOf(quote)).toEqual({
    before: 'At least 14 people were killed, provincial governor Mara Quill said. ',
    after: '',
  });
});
