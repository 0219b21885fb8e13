import type { RowVerdict } from '../../model/comparison';
import type { Grid } from './grid';

/** One value of a number as it was reported on one day, by one outlet or several. */
export interface Move {
  /** ISO day or instant of the first report of it. */
  at: string;
  low: number;
  high: number;
  label: string;
  outlets: string[];
  /** Share of the way from the smallest to the largest value of the line, 0 to 1. */
  from: number;
  to: number;
}

/** How one number moved through the coverage: reports in order of time. */
export interface NumberLine {
  id: string;
  label: string;
  verdict: RowVerdict;
  moves: Move[];
}

type Report = Omit<Move, 'from' | 'to' | 'outlets'> & { outlet: string };

/** Reports of one value on one day are one step of the line. */
function merged(reports: Report[]): Omit<Move, 'from' | 'to'>[] {
  const steps = new Map<string, Omit<Move, 'from' | 'to'>>();
  for (const { outlet, ...report } of reports) {
    const key = `${report.at.slice(0, 10)} ${report.low} ${report.high}`;
    const step = steps.get(key) ?? { ...report, outlets: [] };
    if (!step.outlets.includes(outlet)) step.outlets.push(outlet);
    steps.set(key, step);
  }
  return [...steps.values()];
}

/** Places the steps between the smallest and the largest value; a single value stands in the middle. */
function placed(steps: Omit<Move, 'from' | 'to'>[]): Move[] {
  const smallest = Math.min(...steps.map(({ low }) => low));
  const largest = Math.max(...steps.map(({ high }) => high));
  const share = (value: number) => (largest === smallest ? 0.5 : (value - smallest) / (largest - smallest));
  return steps.map((step) => ({ ...step, from: share(step.low), to: share(step.high) }));
}

/** The quantities that two values or more are given for, each as steps through time. */
export function numberLines({ rows }: Grid): NumberLine[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'quantity' || row.proven.values.length < 2) return [];
    const reports = row.proven.values.flatMap(({ value, quotes }) =>
      typeof value.low === 'number' && typeof value.high === 'number'
        ? quotes.map(
            ({ article }): Report => ({
              at: article.published?.value.instant ?? article.published?.value.day ?? article.captured.at,
              low: value.low as number,
              high: value.high as number,
              label: value.label,
              outlet: article.outlet.value,
            }),
          )
        : [],
    );
    reports.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
    const moves = placed(merged(reports));
    if (moves.length < 2) return [];
    return [{ id: row.id, label: row.label, verdict: row.proven.row.verdict, moves }];
  });
}
