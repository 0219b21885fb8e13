import type { ArticleId } from '../model/article';
import type { StoreStatistics } from './frequencies';
import { countPostings, livingArticles, type Part } from './part';
import type { Profile } from './profile';
import { salientEntry } from './salient';
import { type Candidate, search } from './search';

/** How crowded the store is around an article: the nearness of its neighbours by salient words. */
export interface Crowding {
  /** Of the nearest neighbour. */
  best: number;
  /** Mean of the nearest five. */
  top: number;
  /** Mean of the twentieth to the sixtieth: what articles of the same subject have in common anyway. */
  background: number;
  /** Mean of the sixtieth to the hundred-and-twentieth: beyond the reports of even a very large event. */
  farBackground: number;
  /** The neighbours themselves, with their nearness. */
  neighbours: ReadonlyMap<ArticleId, number>;
}

/** The store as it was at one moment; later changes to the index do not show in it. */
export interface StoreSnapshot extends StoreStatistics {
  nearest(profile: Profile, limit: number): Candidate[];
  crowding(profile: Profile): Crowding;
}

const mean = (candidates: Candidate[], from: number, to: number): number => {
  const some = candidates.slice(from, to);
  return some.length === 0 ? 0 : some.reduce((sum, candidate) => sum + candidate.score, 0) / some.length;
};

/** Neighbours that count as surroundings. */
const surroundings = 120;

/** In a small store five neighbours say little about how crowded a subject is. */
const articlesToBeCrowded = 30;

function crowdingOf(found: Candidate[], articles: number): Crowding {
  return {
    best: found[0]?.score ?? 0,
    top: (mean(found, 0, 5) * articles) / (articles + articlesToBeCrowded),
    background: mean(found, 20, 60),
    farBackground: mean(found, 60, surroundings),
    neighbours: new Map(found.map(({ id, score }) => [id, score])),
  };
}

/**
 * The crowding around a stored article as it would be with another article in the store, so that an article just
 * read is judged as it will be once it is saved.
 */
export function crowdingWith(crowding: Crowding, id: ArticleId, score: number, articles: number): Crowding {
  if (score <= 0 || crowding.neighbours.has(id)) return crowding;
  const found = [...crowding.neighbours].map(([one, nearness]) => ({ id: one, score: nearness }));
  found.push({ id, score });
  found.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  return crowdingOf(found.slice(0, surroundings), articles);
}

export function snapshotOf(parts: readonly Part[]): StoreSnapshot {
  const articles = parts.reduce((sum, part) => sum + livingArticles(part), 0);
  const salient = new Map<number, number>();
  /** By profile and not by article: a page that is read again may have another text. */
  const crowdings = new WeakMap<Profile, { found: Candidate[]; crowding: Crowding }>();
  const salientIn = (key: number): number => {
    const known = salient.get(key);
    if (known !== undefined) return known;
    const count = countPostings(parts, key);
    salient.set(key, count);
    return count;
  };
  const index = { parts, articles, salientIn };
  const around = (profile: Profile) => {
    const known = crowdings.get(profile);
    if (known) return known;
    const found = search(index, salientEntry(profile), surroundings);
    const made = { found, crowding: crowdingOf(found, articles) };
    crowdings.set(profile, made);
    return made;
  };
  return {
    articles,
    salientIn,
    nearest: (profile, limit) =>
      limit <= surroundings
        ? around(profile).found.slice(0, limit)
        : search(index, salientEntry(profile), limit),
    crowding: (profile) => around(profile).crowding,
  };
}

/** A store with nothing in it. */
export const emptySnapshot = (): StoreSnapshot => snapshotOf([]);
