import { comparePair } from '../../src/compare';
import type { RowKind } from '../../src/model/comparison';
import { analysed } from './articles';

/** The rows of two articles of one sentence each; the first is of 4 May 2031. */
const rowsOf = (a: string, b: string, day = '2031-05-04') =>
  comparePair(
    analysed({ outlet: 'one', published: '2031-05-04', paragraphs: [a] }),
    analysed({ outlet: 'two', published: day, paragraphs: [b] }),
  );

/** What differs or was updated: "quantity: 12 / 15". */
export const differing = (a: string, b: string, day?: string): string[] =>
  rowsOf(a, b, day)
    .filter(({ verdict }) => verdict !== 'agree')
    .map((row) => `${row.kind}: ${row.a.value} / ${row.b.value}`);

/** The rows of one kind with their verdicts: "agree: 12 / a dozen". */
export const told = (kind: RowKind, a: string, b: string): string[] =>
  rowsOf(a, b)
    .filter((row) => row.kind === kind)
    .map((row) => `${row.verdict}: ${row.a.value} / ${row.b.value}`);
