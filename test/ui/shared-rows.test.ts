import { expect, it } from 'vitest';
import { sharedRows } from '../../src/options/pair/shared-rows';
import { type ProvenRow, proveRows } from '../../src/ui/proof';
import { floodView } from './gallery/comparison';

const [first] = proveRows(floodView.collation.comparison.rows, floodView.articles);
const [left, right, third] = [
  ...new Map(
    first!.values.flatMap(({ quotes }) => quotes).map((quote) => [quote.article.id, quote]),
  ).values(),
];

/** An agreeing row of these sentences in one line. */
const rowOf = (id: string, kind: ProvenRow['row']['kind'], quotes: (typeof left)[]): ProvenRow => {
  const { row, values } = first!;
  const value = { ...values[0]!.value, low: null, high: null };
  return {
    ...first!,
    row: { ...row, id, kind, verdict: 'agree', certain: true },
    values: [{ ...values[0]!, value, quotes: quotes as ProvenRow['values'][number]['quotes'] }],
  };
};

it('two articles share a row once that only a third one tells apart', () => {
  const quotation = rowOf('quotation', 'quotation', [left, right]);
  const statement = rowOf('statement', 'statement', [left, right, third]);
  const ids = (rows: ProvenRow[]): string[] => rows.map(({ row }) => row.id);
  expect(ids(sharedRows([quotation, statement], left!.article.id, right!.article.id))).toEqual(['quotation']);
  expect(ids(sharedRows([quotation, statement], left!.article.id, third!.article.id))).toEqual(['statement']);
});
