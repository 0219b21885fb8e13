import table from './data/background-frequencies.json';
import { hashOf } from './hash';
import { NumberTable } from './number-table';
import { damped } from './vector';

/**
 * How common a stem is in general news: the share of articles that use it. Made by
 * `bench/match/background-frequencies.ts` from public news data; a small store has no better guess.
 */
let shares: NumberTable | null = null;

/** The table has 5,721 stems. */
const roomForStems = 6_000;

function readShares(): NumberTable {
  const read = new NumberTable(roomForStems);
  for (const [articles, stems] of Object.entries(table.stems)) {
    const share = Number(articles) / table.articles;
    for (const stem of stems.split(' ')) read.set(hashOf(stem), share);
  }
  return read;
}

/** A stem that is not in the English table was seen in fewer articles than its smallest entry. */
const rareShare = table.smallest / 2 / table.articles;

/** The background share of articles with a term. Terms of other languages are rare by this table, equally so. */
export function backgroundShare(key: number): number {
  shares ??= readShares();
  const share = shares.get(key);
  return Number.isNaN(share) ? rareShare : share;
}

/** Weight of a term in a profile whatever the store: what the index keeps, so that no order of arrival shows in it. */
export const backgroundWeight = (key: number, count: number): number =>
  damped(count) * -Math.log(backgroundShare(key));

/** How much the background table weighs against the store, in articles. */
const backgroundArticles = 150;

/** What the store knows about its own words. */
export interface StoreStatistics {
  /** Articles in the store. */
  articles: number;
  /** Articles in which the term is among the salient ones. */
  salientIn(key: number): number;
}

/**
 * Inverse document frequency, background and store blended. The index counts a term only where it is salient,
 * which is too seldom for general words; so the background share stays a lower bound for them.
 */
export function inverseFrequency(key: number, statistics: StoreStatistics): number {
  const background = backgroundShare(key);
  const { articles } = statistics;
  const blended =
    (statistics.salientIn(key) + backgroundArticles * background) / (articles + backgroundArticles);
  return Math.max(0.01, -Math.log(Math.min(0.99, Math.max(blended, background * generalWordShare))));
}

const generalWordShare = 0.7;

/** Frequencies worked out before, by the state of the store they hold for. */
const known = new WeakMap<StoreStatistics, NumberTable>();

/** `inverseFrequency` in one state of a store, each term worked out once. The statistics must not change. */
export function inverseFrequencies(statistics: StoreStatistics): (key: number) => number {
  const found = known.get(statistics) ?? new NumberTable();
  known.set(statistics, found);
  return (key) => {
    const before = found.get(key);
    if (!Number.isNaN(before)) return before;
    const made = inverseFrequency(key, statistics);
    found.set(key, made);
    return made;
  };
}
