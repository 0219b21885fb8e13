import type { Grid } from './grid';

export interface Move {
  /** ISO day or instant of the report. */
  at: string;
  value: number;
  label: string;
  outlet: string;
}

/** How one number moved through the coverage: reports in order of time. */
export interface NumberLine {
  id: string;
  label: string;
  moves: Move[];
}

/** The quantities that two values or more are given for, each as points over time. */
export function numberLines({ rows }: Grid): NumberLine[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'quantity' || !row.proven || row.proven.values.length < 2) return [];
    const moves = row.proven.values.flatMap(({ value, quotes }) =>
      typeof value.low === 'number'
        ? quotes.map(
            ({ article }): Move => ({
              at: article.published?.value.instant ?? article.published?.value.day ?? article.captured.at,
              value: value.low as number,
              label: value.label,
              outlet: article.outlet.value,
            }),
          )
        : [],
    );
    if (moves.length < 2) return [];
    moves.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
    return [{ id: row.id, label: row.label, moves }];
  });
}

export interface PlottedMove extends Move {
  x: number;
  y: number;
}

/** Places moves in a box of the given size; the latest right, the highest on top. */
export function plotMoves(moves: Move[], width: number, height: number): PlottedMove[] {
  const times = moves.map(({ at }) => Date.parse(at));
  const values = moves.map(({ value }) => value);
  const share = (value: number, all: number[]) => {
    const low = Math.min(...all);
    const high = Math.max(...all);
    return high === low ? 0.5 : (value - low) / (high - low);
  };
  return moves.map((move, index) => ({
    ...move,
    x: Math.round(share(times[index] ?? 0, times) * width),
    y: Math.round((1 - share(move.value, values)) * height),
  }));
}
