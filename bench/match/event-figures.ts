import type { BenchRow } from './articles';

/** What the system said about one article, as positions in the store. */
export interface EventDecision {
  same: number[];
  ranked: number[];
}

export interface EventFigures {
  f1: number;
  precision: number;
  recall: number;
  queryF1: number;
  precisionAt1: number;
  recallAt10: number;
  falseAlarm: number;
  candidateRecall: number;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const harmonic = (left: number, right: number): number =>
  left + right > 0 ? (2 * left * right) / (left + right) : 0;

/** The scorer's main figures, by its definitions, without leaving the process: for fitting only. */
export function evaluate(rows: readonly BenchRow[], decisions: readonly EventDecision[]): EventFigures {
  const members = new Map<string, number[]>();
  rows.forEach((row, at) => {
    members.set(row.event!, [...(members.get(row.event!) ?? []), at]);
  });
  const ignored = (left: number, right: number): boolean =>
    Boolean(
      rows[left]!.ambig?.includes(rows[right]!.event!) || rows[right]!.ambig?.includes(rows[left]!.event!),
    );
  const said = new Set<number>();
  let gold = 0;
  for (const group of members.values()) gold += (group.length * (group.length - 1)) / 2;
  const sums = { queries: 0, queryF1: 0, first: 0, ten: 0, lone: 0, alarms: 0, reached: 0 };
  decisions.forEach(({ same, ranked }, at) => {
    const counted = same.filter((other) => !ignored(at, other));
    for (const other of counted) said.add(Math.min(at, other) * rows.length + Math.max(at, other));
    const mates = members.get(rows[at]!.event!)!.length - 1;
    if (mates === 0) {
      sums.lone++;
      if (counted.length > 0) sums.alarms++;
      return;
    }
    const isMate = (other: number) => rows[other]!.event === rows[at]!.event;
    const hits = counted.filter(isMate).length;
    const order = ranked.filter((other) => !ignored(at, other));
    sums.queries++;
    sums.queryF1 += harmonic(counted.length > 0 ? hits / counted.length : 0, hits / mates);
    sums.first += order[0] !== undefined && isMate(order[0]) ? 1 : 0;
    sums.ten += order.slice(0, 10).filter(isMate).length / Math.min(10, mates);
    sums.reached += order.filter(isMate).length / mates;
  });
  let right = 0;
  for (const pair of said) {
    if (rows[Math.floor(pair / rows.length)]!.event === rows[pair % rows.length]!.event) right++;
  }
  const precision = right / Math.max(1, said.size);
  const recall = right / gold;
  return {
    f1: round(harmonic(precision, recall)),
    precision: round(precision),
    recall: round(recall),
    queryF1: round(sums.queryF1 / sums.queries),
    precisionAt1: round(sums.first / sums.queries),
    recallAt10: round(sums.ten / sums.queries),
    falseAlarm: round(sums.alarms / sums.lone),
    candidateRecall: round(sums.reached / sums.queries),
  };
}
