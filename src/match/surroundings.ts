import { castOf } from './cast';
import type { Crowding } from './crowding';
import { backgroundShare, type StoreStatistics } from './frequencies';
import { NumberTable } from './number-table';
import type { Placed } from './pair-features';
import { reweighed, type TermVector } from './vector';
import type { WeighedProfile } from './weighed-profile';

/** What the store at large says about a word counts as much as this many candidates. */
const priorCandidates = 15;

/** In how many of some vectors a key occurs. */
function occurrences(vectors: readonly TermVector[]): NumberTable {
  const counts = new NumberTable(vectors.reduce((sum, { keys }) => sum + keys.length, 1));
  for (const { keys } of vectors) for (let at = 0; at < keys.length; at++) counts.increment(keys[at]!);
  return counts;
}

/**
 * Weighs words by their rarity among the articles at hand. Two heavyweight fights share champion, belts and rounds;
 * only the challenger's name, rare among their reports, says which fight is meant.
 */
function localWeight(
  counts: NumberTable,
  candidates: number,
  share: (key: number) => number,
): (weight: number, key: number) => number {
  const factors = new NumberTable();
  const factorOf = (key: number): number => {
    const found = (counts.get(key) || 0) + priorCandidates * share(key);
    return Math.max(0, -Math.log(Math.min(1, found / (candidates + priorCandidates))));
  };
  return (weight, key) => {
    let factor = factors.get(key);
    if (Number.isNaN(factor)) {
      factor = factorOf(key);
      factors.set(key, factor);
    }
    return weight * factor;
  };
}

/**
 * Publication days of the candidates beyond the nearest: those nearest may be of the event itself, the others are only
 * of its subject.
 */
function subjectDaysOf([subject, ...others]: readonly Surrounded[]): number[] {
  if (!subject) return [];
  const { nearest, nearnessOf } = subject.crowding;
  const least = nearest.scores.reduce((lowest, score) => Math.min(lowest, score), Number.POSITIVE_INFINITY);
  return others
    .filter(({ weighed }) => nearnessOf(weighed.profile.article) < least)
    .flatMap(({ weighed }) => weighed.profile.day ?? []);
}

interface Surrounded {
  weighed: WeighedProfile;
  crowding: Crowding;
}

/** Puts articles in their common surroundings. The first is the one being read. */
export function placeAmong(articles: readonly Surrounded[], statistics: StoreStatistics): Placed[] {
  const share = (key: number) =>
    Math.max(
      backgroundShare(key),
      statistics.articles > 0 ? statistics.salientIn(key) / statistics.articles : 0,
    );
  const terms = occurrences(articles.map(({ weighed }) => weighed.terms));
  const termWeight = localWeight(terms, articles.length, share);
  const subjectDays = subjectDaysOf(articles);
  return articles.map(({ weighed, crowding }) => ({
    ...weighed,
    crowding,
    localTerms: reweighed(weighed.terms, termWeight),
    cast: castOf(weighed.profile.names, weighed.profile.leadNames),
    subjectDays,
  }));
}
