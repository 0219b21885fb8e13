/** The least of the `count` largest values seen: the values in a binary heap, its least on top. */
export class LargestValues {
  private readonly heap: Float64Array;
  private size = 0;

  constructor(private readonly count: number) {
    this.heap = new Float64Array(count);
  }

  /** What a value must reach to be among them. */
  get bound(): number {
    return this.size < this.count ? Number.NEGATIVE_INFINITY : this.heap[0]!;
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
