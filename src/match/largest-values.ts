/** Values are kept until there are so many times too many, and sorted then. */
const slack = 2;

/** The `count` largest of the values seen, sorted by the platform: its sort is compiled when a worker starts. */
export class LargestValues {
  private readonly kept: Float64Array;
  private size = 0;
  /** A value not above this is not among them; those above it may be. */
  floor = Number.NEGATIVE_INFINITY;

  constructor(private readonly count: number) {
    this.kept = new Float64Array(count * slack);
  }

  take(value: number): void {
    if (value <= this.floor) return;
    this.kept[this.size++] = value;
    if (this.size === this.kept.length) this.dropOthers();
  }

  private dropOthers(): void {
    const { kept, size, count } = this;
    kept.subarray(0, size).sort();
    if (size < count) return;
    kept.copyWithin(0, size - count, size);
    this.size = count;
    this.floor = kept[0]!;
  }

  /** The least of them; negative infinity while fewer have been seen. */
  get bound(): number {
    this.dropOthers();
    return this.floor;
  }
}
