import type { BenchRow } from './articles';

/** A repeatable stream of numbers between 0 and 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** The topic of an event: the two halves of an ECB+ topic are each other's hardest negatives and stay together. */
export const topicOf = (event: string): string => event.replace(/-(?:ecb|plus)$/, '');

const shuffled = <T>(values: readonly T[], random: () => number): T[] => {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
};

function groupedBy<T>(values: readonly T[], name: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(name(value), [...(groups.get(name(value)) ?? []), value]);
  return groups;
}

/** Half of the events keep one article only: most articles of a real store have no mate, these teach that. */
export function thinned(rows: readonly BenchRow[], seed: number): BenchRow[] {
  const random = randomNumbers(seed);
  const byEvent = groupedBy(rows, (row) => row.event!);
  return [...byEvent.values()].flatMap((group) =>
    random() < 0.5
      ? shuffled(group, random).slice(0, 1)
      : shuffled(group, random).slice(0, 2 + Math.floor(random() * 8)),
  );
}

/** A store of a new reader: a handful of topics with a few articles each. */
export function smallStore(rows: readonly BenchRow[], size: number, seed: number): BenchRow[] {
  const random = randomNumbers(seed);
  const topics = shuffled([...groupedBy(rows, (row) => topicOf(row.event!)).values()], random);
  const store: BenchRow[] = [];
  for (const topic of topics) {
    if (store.length >= size) break;
    store.push(...shuffled(topic, random).slice(0, 1 + Math.floor(random() * 7)));
  }
  return store.slice(0, size);
}

const dayLength = 86_400_000;

/**
 * The same articles with the events moved into one month, each event within three days. In the public sets articles
 * of one day are mostly of one event; in a reader's store hundreds of events share a day, and a fit that has not seen
 * that takes the day for proof.
 */
export function oneMonth(rows: readonly BenchRow[], seed: number): BenchRow[] {
  const random = randomNumbers(seed);
  const starts = new Map<string, number>();
  return rows.map((row) => {
    const start = starts.get(row.event!) ?? Math.floor(random() ** 2 * 30);
    starts.set(row.event!, start);
    const day = Date.UTC(2020, 5, 1) + (start + Math.floor(random() ** 2 * 3)) * dayLength;
    return { ...row, date: new Date(day).toISOString().slice(0, 10) };
  });
}
