import type { BenchRow } from './articles';
import type { EventDecision } from './event-figures';

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

/** Prints which events are mixed up and which are missed, the worst first. */
export function printErrors(rows: readonly BenchRow[], decisions: readonly EventDecision[]): void {
  const wrong = new Map<string, number>();
  const missed = new Map<string, number>();
  decisions.forEach(({ same }, at) => {
    const own = rows[at]!.event!;
    for (const other of same) {
      if (rows[other]!.event !== own) count(wrong, [own, rows[other]!.event!].sort().join(' '));
    }
    rows.forEach((row, other) => {
      if (other !== at && row.event === own && !same.includes(other)) count(missed, own);
    });
  });
  for (const [name, map] of [
    ['wrong', wrong],
    ['missed', missed],
  ] as const) {
    const bySet = new Map<string, number>();
    for (const [key, number] of map) {
      const set = key.split('-')[0]!;
      bySet.set(set, (bySet.get(set) ?? 0) + number);
    }
    console.log(name, JSON.stringify([...bySet]));
    const worst = [...map].sort((left, right) => right[1] - left[1]).slice(0, 20);
    for (const [key, number] of worst) console.log(' ', number, key);
  }
}
