/**
 * Numbers by 32-bit key in an open-addressing table (linear probing; Knuth, TAOCP 3, 6.4). A `Map` keeps every key
 * beyond thirty bits as an object of its own, and one answer looks tens of thousands of term hashes up.
 */
export class NumberTable {
  private keys: Uint32Array;
  private values: Float64Array;
  private size = 0;

  constructor(room = 1_024) {
    this.keys = new Uint32Array(2 ** Math.ceil(Math.log2(room * 2)));
    this.values = new Float64Array(this.keys.length).fill(Number.NaN);
  }

  /** Where a key stands, or would. Keys are hashes already; the product spreads those that are not. */
  private slot(key: number): number {
    const { keys, values } = this;
    const mask = keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    // An empty slot has no value; so key 0 is a key like any other.
    while (keys[at] !== key && !Number.isNaN(values[at]!)) at = (at + 1) & mask;
    return at;
  }

  /** NaN for keys that are not there. */
  get(key: number): number {
    const at = this.slot(key);
    return this.keys[at] === key ? this.values[at]! : Number.NaN;
  }

  /** @param value any number but NaN */
  set(key: number, value: number): void {
    const at = this.slot(key);
    if (Number.isNaN(this.values[at]!)) {
      this.keys[at] = key;
      this.size++;
    }
    this.values[at] = value;
    if (this.size * 2 > this.keys.length) this.grow();
  }

  /** Adds one to the number of a key, which counts from nothing. */
  increment(key: number): void {
    const at = this.slot(key);
    if (this.keys[at] === key && !Number.isNaN(this.values[at]!)) this.values[at]!++;
    else this.set(key, 1);
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Float64Array(this.keys.length).fill(Number.NaN);
    for (let at = 0; at < keys.length; at++) {
      if (Number.isNaN(values[at]!)) continue;
      const place = this.slot(keys[at]!);
      this.keys[place] = keys[at]!;
      this.values[place] = values[at]!;
    }
  }
}
