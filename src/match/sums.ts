import { LargestValues } from './largest-values';

/** Sums of one query by article, set back to nothing when they are taken. */
export class Sums {
  values = new Float64Array(0);
  /** Articles with a sum, in order of their first amount. */
  touched = new Uint32Array(0);
  count = 0;

  /** Makes room for a store of `articles`. */
  prepare(articles: number): void {
    if (this.values.length >= articles) return;
    this.values = new Float64Array(articles + (articles >> 2));
    this.touched = new Uint32Array(this.values.length);
  }

  /** The best `limit` sums with all that equal the least of them, in order of their articles. */
  take(limit: number): { articles: Uint32Array; sums: Float64Array } {
    const { values, touched, count } = this;
    const largest = new LargestValues(limit);
    for (let at = 0; at < count; at++) {
      const sum = values[touched[at]!]!;
      if (sum > largest.floor) largest.take(sum);
    }
    const bound = Math.max(0, largest.bound);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const article = touched[at]!;
      if (values[article]! >= bound) touched[kept++] = article;
      else values[article] = 0;
    }
    const articles = touched.slice(0, kept).sort();
    const sums = new Float64Array(kept);
    for (let at = 0; at < kept; at++) {
      sums[at] = values[articles[at]!]!;
      values[articles[at]!] = 0;
    }
    this.count = 0;
    return { articles, sums };
  }
}
