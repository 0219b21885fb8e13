import type { ArticleId } from '../model/article';
import { placeIn } from '../text/sorted';
import type { Nearest } from './search';

/** Neighbours that count as surroundings. */
export const surroundings = 120;

/** The nearest neighbours that two articles are compared by: more than most events have reports. */
const neighboursCompared = 20;

/** A neighbour that is in no index yet: the article just read. */
const unnumbered = -1;

/** How crowded the store is around an article: the nearness of its neighbours by salient words. */
export interface Crowding {
  /** Of the nearest neighbour. */
  best: number;
  /** Mean of the nearest five. */
  top: number;
  /** Of an article among the neighbours; 0 for all others. */
  nearnessOf(id: ArticleId): number;
  /** Number of neighbours that count. */
  size: number;
  /** The nearest twenty by their numbers in the index, with all that are as near as the last of them. */
  nearest: { articles: Int32Array; scores: Float64Array };
  /** Of a neighbour by its number in the index; 0 for all others. */
  nearnessAt(number: number): number;
}

/** In a small store five neighbours say little about how crowded a subject is. */
const articlesToBeCrowded = 30;

/** Mean of the nearest five scores, best first. */
function meanOfFive(scores: Float64Array): number {
  const nearest = scores.subarray(0, 5);
  return nearest.length > 0 ? nearest.reduce((sum, score) => sum + score, 0) / nearest.length : 0;
}

type Neighbours = Pick<Crowding, 'nearnessOf' | 'nearest' | 'nearnessAt'>;

const crowdingOf = (scores: Float64Array, articles: number, neighbours: Neighbours): Crowding => ({
  best: scores[0] ?? 0,
  top: (meanOfFive(scores) * articles) / (articles + articlesToBeCrowded),
  size: scores.length,
  ...neighbours,
});

/** How many neighbours make a surrounding that says something. */
const fewNeighbours = 40;
const half = 0.5;

const sumInOrder = (values: number[]): number =>
  Float64Array.from(values)
    .sort()
    .reduce((sum, value) => sum + value, 0);

/**
 * How much the nearest neighbours of two articles are the same (shared nearest neighbours; Jarvis and Patrick, 1973).
 * Reports of one event have one surrounding however many they are; those of two like events have two. In a store of a
 * handful all have the same few neighbours, which says as much as half does.
 */
export function sharedNeighbours(left: Crowding, right: Crowding): number {
  const shared: number[] = [];
  const all: number[] = [];
  const add = (one: Crowding, other: Crowding) => {
    one.nearest.articles.forEach((number, at) => {
      const nearness = one.nearest.scores[at]!;
      all.push(nearness);
      shared.push(Math.min(nearness, other.nearnessAt(number)));
    });
  };
  add(left, right);
  add(right, left);
  // Sums in order of size: numbers in the index follow the order of arrival, and the answer must not.
  const total = sumInOrder(all);
  const known = Math.max(left.size, right.size);
  const share = total > 0 ? sumInOrder(shared) / total : 0;
  return (share * known + half * fewNeighbours) / (known + fewNeighbours);
}

/** The neighbours of one stored article, or of one just read. */
export class Surroundings {
  readonly crowding: Crowding;
  /** Best first. */
  private readonly scores: Float64Array;

  /**
   * @param own the article's own number, -1 when it is not stored: nobody is its own neighbour
   * @param articles living articles in the store
   * @param numberOf number of an article in the index, -1 when it is not there
   */
  constructor(
    readonly nearest: Nearest,
    private readonly own: number,
    private readonly articles: number,
    private readonly numberOf: (id: ArticleId) => number,
  ) {
    const others = nearest.scores.filter((_, at) => nearest.articles[at] !== own);
    this.scores = others.sort().reverse().subarray(0, surroundings);
    this.crowding = crowdingOf(this.scores, articles, {
      nearnessOf: (id) => this.nearnessOf(id),
      nearest: this.nearestAmong(this.scores, 0),
      nearnessAt: (number) => this.nearnessAt(number),
    });
  }

  /** @param extra nearness of an article that is in no index yet, 0 for none */
  private nearestAmong(scores: Float64Array, extra: number): Crowding['nearest'] {
    const least = scores[Math.min(neighboursCompared, scores.length) - 1] ?? Number.POSITIVE_INFINITY;
    const numbers: number[] = [];
    const found: number[] = [];
    this.nearest.articles.forEach((number, at) => {
      if (number === this.own || this.nearest.scores[at]! < least) return;
      numbers.push(number);
      found.push(this.nearest.scores[at]!);
    });
    if (extra > 0 && extra >= least) {
      numbers.push(unnumbered);
      found.push(extra);
    }
    return { articles: Int32Array.from(numbers), scores: Float64Array.from(found) };
  }

  private nearnessOf(id: ArticleId): number {
    return this.nearnessAt(this.numberOf(id));
  }

  private nearnessAt(number: number): number {
    if (number < 0 || number === this.own) return 0;
    const { articles, scores } = this.nearest;
    const least = this.scores.at(-1) ?? 0;
    const score = scores[placeIn(articles, number)] ?? 0;
    return score >= least ? score : 0;
  }

  /**
   * The crowding as it would be with another article in the store, so that an article just read is judged as it will
   * be once it is saved.
   */
  with(id: ArticleId, score: number): Crowding {
    if (score <= 0 || this.nearnessOf(id) > 0) return this.crowding;
    const scores = Float64Array.from([...this.scores, score])
      .sort()
      .reverse()
      .subarray(0, surroundings);
    return crowdingOf(scores, this.articles, {
      nearnessOf: (other) => (other === id ? score : this.nearnessOf(other)),
      nearest: this.nearestAmong(scores, score),
      nearnessAt: (number) => this.nearnessAt(number),
    });
  }
}
