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
 * @param background share of articles with the term
 * @param salient stored articles in which it is salient, of `articles`
 */
export function inverseFrequencyOf(background: number, salient: number, articles: number): number {
  const blended = (salient + backgroundArticles * background) / (articles + backgroundArticles);
  return Math.max(0.01, -Math.log(Math.min(0.99, Math.max(blended, background * generalWordShare))));
}

const generalWordShare = 0.7;

/** `inverseFrequencyOf` a term in a store. */
export const inverseFrequency = (key: number, statistics: StoreStatistics): number =>
  inverseFrequencyOf(backgroundShare(key), statistics.salientIn(key), statistics.articles);
