import type { ArticleId } from '../model/article';
import { type Crowding, Surroundings, surroundings } from './crowding';
import { inverseFrequency, type StoreStatistics } from './frequencies';
import { NumberTable } from './number-table';
import { countPostings, livingArticles, livingOf, type Part, placesOf } from './part';
import type { Profile } from './profile';
import { type Candidate, correctionOf, type Nearest, type SearchedTerm, search } from './search';

/** The store as it was at one moment; later changes to the index do not show in it. */
export interface StoreSnapshot extends StoreStatistics {
  /**
   * The stored articles nearest to one by its salient words, best first; equal scores in order of id, so that the
   * answer is the same however the index came about. The article itself is left out.
   */
  nearest(profile: Profile, limit: number): Candidate[];
  crowding(profile: Profile): Crowding;
  /** The crowding around a stored article, were another article in the store. */
  crowdingWith(profile: Profile, id: ArticleId, nearness: number): Crowding;
}

/** About as many different terms as sixty articles of one subject have, and as many salient ones. */
const termsOfStory = 8_000;
const searchedOfStory = 2_000;

/** A snapshot remembers what it was asked about articles and terms. */
class Snapshot implements StoreSnapshot {
  readonly articles: number;
  readonly numbered: number;
  private readonly counts = new NumberTable(termsOfStory);
  /** Terms that were looked up, by their places in `searched`. */
  private readonly terms = new NumberTable(searchedOfStory);
  private readonly searched: SearchedTerm[] = [];
  private readonly numbers = new Map<ArticleId, number>();
  /** By profile and not by article: a page that is read again may have another text. */
  private readonly around = new WeakMap<Profile, Surroundings>();

  constructor(private readonly parts: readonly Part[]) {
    this.articles = parts.reduce((sum, part) => sum + livingArticles(part), 0);
    this.numbered = parts.reduce((sum, part) => sum + part.segment.articles, 0);
  }

  salientIn(key: number): number {
    const known = this.counts.get(key);
    if (!Number.isNaN(known)) return known;
    const count = countPostings(this.parts, key);
    this.counts.set(key, count);
    return count;
  }

  term(key: number): SearchedTerm {
    const known = this.terms.get(key);
    if (!Number.isNaN(known)) return this.searched[known]!;
    const places = placesOf(this.parts, key);
    let count = 0;
    for (const place of places) count += livingOf(place.part, place);
    this.counts.set(key, count);
    const made = { key, count, correction: correctionOf(key, inverseFrequency(key, this)), places };
    this.terms.set(key, this.searched.length);
    this.searched.push(made);
    return made;
  }

  nearest(profile: Profile, limit: number): Candidate[] {
    const nearest =
      limit <= surroundings ? this.surroundingsOf(profile).nearest : search(this, profile.salient, limit + 1);
    return this.candidates(nearest, profile.article, limit);
  }

  crowding(profile: Profile): Crowding {
    return this.surroundingsOf(profile).crowding;
  }

  crowdingWith(profile: Profile, id: ArticleId, nearness: number): Crowding {
    return this.surroundingsOf(profile).with(id, nearness);
  }

  private idOf(number: number): ArticleId {
    let position = number;
    for (const part of this.parts) {
      if (position < part.segment.articles) return part.ids.at(position);
      position -= part.segment.articles;
    }
    throw new RangeError(`no article at ${number}`);
  }

  /** Number of a living article, -1 when it is not here. */
  private numberOf(id: ArticleId): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    let number = -1;
    let base = 0;
    for (const { ids, removed, segment } of this.parts) {
      const position = ids.find(id);
      if (position >= 0 && !removed?.has(position)) number = base + position;
      base += segment.articles;
    }
    this.numbers.set(id, number);
    return number;
  }

  private surroundingsOf(profile: Profile): Surroundings {
    const known = this.around.get(profile);
    if (known) return known;
    const own = this.numberOf(profile.article);
    const nearest = search(this, profile.salient, surroundings + 1);
    const made = new Surroundings(nearest, own, this.articles, (id) => this.numberOf(id));
    this.around.set(profile, made);
    return made;
  }

  private candidates({ articles, scores }: Nearest, own: ArticleId, limit: number): Candidate[] {
    const bound = [...scores].sort((left, right) => right - left)[limit] ?? 0;
    const found: Candidate[] = [];
    articles.forEach((number, at) => {
      const score = scores[at]!;
      if (score < bound) return;
      const id = this.idOf(number);
      if (id !== own) found.push({ id, score });
      // Whoever is a candidate is asked for by id next.
      this.numbers.set(id, number);
    });
    found.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
    return found.slice(0, limit);
  }
}

export const snapshotOf = (parts: readonly Part[]): StoreSnapshot => new Snapshot(parts);

/** A store with nothing in it. */
export const emptySnapshot = (): StoreSnapshot => snapshotOf([]);
