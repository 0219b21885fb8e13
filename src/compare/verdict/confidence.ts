import reliability from './data/reliability.json';
import type { DraftRow, PairRow } from './rows';

/** Rows at least this likely to be right are shown first; the rest is folded as "less certain". */
const certainFrom = 0.8;

/** Share of rows found right from a strength on, by verdict and kind (bench/compare/reliability.ts; docs/claims.md). */
const steps = new Map<string, number[][]>(Object.entries(reliability));

/** Kinds nobody has read enough rows of. */
const unread = 0.5;

/** Turns the strength of a row's evidence into the share of such rows that were right on labelled events. */
export function calibrate(row: DraftRow): PairRow {
  let confidence = unread;
  for (const [from, share] of steps.get(`${row.verdict}-${row.kind}`) ?? []) {
    if (row.strength >= (from ?? 1)) confidence = share ?? unread;
  }
  return { ...row, confidence, certain: confidence >= certainFrom };
}
