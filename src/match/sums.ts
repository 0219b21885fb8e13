/** The least of the `count` largest values seen: the values in a binary heap, its least on top. */
class LargestValues {
  private readonly heap: Float64Array;
  private size = 0;

  constructor(private readonly count: number) {
    this.heap = new Float64Array(count);
  }

  /** What a value must reach to be among them. */
  get bound(): number {
    return this.size < this.count ? 0 : this.heap[0]!;
  }

  take(value: number): void {
    if (this.size < this.count) this.rise(this.size++, value);
    else if (value > this.heap[0]!) this.sink(value);
  }

  private rise(from: number, value: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]! <= value) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = value;
  }

  private sink(value: number): void {
    const { heap, size } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && heap[below + 1]! < heap[below]!) below++;
      if (heap[below]! >= value) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = value;
  }
}

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
    let bound = 0;
    for (let at = 0; at < count; at++) {
      const sum = values[touched[at]!]!;
      if (sum <= bound) continue;
      largest.take(sum);
      bound = largest.bound;
    }
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const article = touched[at]!;
      if (values[article]! >= bound) touched[kept++] = article;
      else values[article] = 0;
    }
    const articles = touched.slice(0, kept).sort();
    const sums = Float64Array.from(articles, (article) => values[article]!);
    for (const article of articles) values[article] = 0;
    this.count = 0;
    return { articles, sums };
  }
}
