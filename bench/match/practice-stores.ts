import { namesIn } from '../../src/match/names';
import { tokens } from '../../src/text/words';
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
export const topicOf = (event: string): string => event.replace(/-twin$/, '').replace(/-(?:ecb|plus)$/, '');

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
 * The same articles with the events moved into one month, the reports of each within nine days and most within three. In the public sets articles
 * of one day are mostly of one event; in a reader's store hundreds of events share a day, and a fit that has not seen
 * that takes the day for proof.
 */
export function oneMonth(rows: readonly BenchRow[], seed: number): BenchRow[] {
  const random = randomNumbers(seed);
  const starts = new Map<string, number>();
  return rows.map((row) => {
    const start = starts.get(row.event!) ?? Math.floor(random() ** 2 * 30);
    starts.set(row.event!, start);
    const day = Date.UTC(2020, 5, 1) + (start + Math.floor(random() ** 2 * 9)) * dayLength;
    return { ...row, date: new Date(day).toISOString().slice(0, 10) };
  });
}

const syllables = 'ba ke lo mi tu ran sel dor vin pal gar het mos qui zan fre'.split(' ');

const inventedName = (random: () => number): string => {
  const word = Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('');
  return word[0]!.toUpperCase() + word.slice(1);
};

/** Names of a twin that stay: the country, the agency, the company. */
const keptNames = 0.2;

/** The reports of one event with its names and figures exchanged throughout: another incident, told in the same words. */
function twinsOf(reports: readonly BenchRow[], random: () => number): BenchRow[] {
  const others = new Map<string, string>();
  const other = (name: string, made: () => string): string => {
    const known = others.get(name);
    if (known !== undefined) return known;
    const chosen = made();
    others.set(name, chosen);
    return chosen;
  };
  const figure = (digits: string) => digits.replace(/\d/g, () => String(1 + Math.floor(random() * 9)));
  const later = Math.floor(random() * 12);
  return reports.map((row) => {
    const whole = `${row.title ?? ''}\n${row.text}`;
    const words = tokens(whole, 'en');
    const names = namesIn(whole, words);
    let exchanged = '';
    let from = 0;
    for (const { start, end, word } of words) {
      const own = whole.slice(start, end);
      const bare = word.replace(/'s$/, '');
      let said = own;
      if (/\d/.test(word)) said = other(word, () => figure(own));
      else if (names.has(bare) && own[0] !== own[0]!.toLowerCase()) {
        said = other(bare, () => (random() < keptNames ? own : inventedName(random)));
      }
      exchanged += whole.slice(from, start) + said;
      from = end;
    }
    exchanged += whole.slice(from);
    const cut = (row.title ?? '').length;
    const line = exchanged.indexOf('\n');
    const date = row.date
      ? new Date(Date.parse(row.date) + later * dayLength).toISOString().slice(0, 10)
      : '';
    const { ambig: _ambig, ...rest } = row;
    return {
      ...rest,
      id: `${row.id}-twin`,
      event: `${row.event}-twin`,
      ...(cut > 0 ? { title: exchanged.slice(0, line) } : {}),
      text: exchanged.slice(line + 1),
      ...(date ? { date } : {}),
    };
  });
}

/**
 * The store with a twin of some of its events. The public sets hold few incidents that read alike; a reader who follows
 * earthquakes, matches or courts has hundreds, told by each outlet in its own pattern.
 */
export function withTwins(rows: readonly BenchRow[], share: number, seed: number): BenchRow[] {
  const random = randomNumbers(seed);
  const events = [...groupedBy(rows, (row) => row.event!).values()];
  return [...rows, ...events.flatMap((group) => (random() < share ? twinsOf(group, random) : []))];
}
