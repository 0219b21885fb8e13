import type { ArticleId } from '../model/article';
import type { Nearest } from './search';

/** Neighbours that count as surroundings. */
export const surroundings = 120;

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
  /** Of an article among the neighbours; 0 for all others. */
  nearnessOf(id: ArticleId): number;
}

/** In a small store five neighbours say little about how crowded a subject is. */
const articlesToBeCrowded = 30;

/** Mean of a stretch of scores, best first. */
function mean(scores: Float64Array, from: number, to: number): number {
  const end = Math.min(to, scores.length);
  if (end <= from) return 0;
  let sum = 0;
  for (let at = from; at < end; at++) sum += scores[at]!;
  return sum / (end - from);
}

const crowdingOf = (
  scores: Float64Array,
  articles: number,
  nearnessOf: Crowding['nearnessOf'],
): Crowding => ({
  best: scores[0] ?? 0,
  top: (mean(scores, 0, 5) * articles) / (articles + articlesToBeCrowded),
  background: mean(scores, 20, 60),
  farBackground: mean(scores, 60, surroundings),
  nearnessOf,
});

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
    this.crowding = crowdingOf(this.scores, articles, (id) => this.nearnessOf(id));
  }

  private nearnessOf(id: ArticleId): number {
    const number = this.numberOf(id);
    if (number < 0 || number === this.own) return 0;
    const { articles, scores } = this.nearest;
    const least = this.scores.at(-1) ?? 0;
    let low = 0;
    let high = articles.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (articles[middle] === number) return scores[middle]! >= least ? scores[middle]! : 0;
      if (articles[middle]! < number) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
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
    return crowdingOf(scores, this.articles, (other) => (other === id ? score : this.nearnessOf(other)));
  }
}
