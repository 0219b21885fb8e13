/**
 * A set of 32-bit hashes in an open-addressing table (linear probing). A `Set` keeps every hash beyond thirty bits as
 * an object of its own, and the runs of words of twenty articles are tens of thousands.
 */
export class KeySet {
  /** The hashes themselves, in order of their first addition. */
  readonly keys: Uint32Array;
  /** Position in `keys` plus one, 0 for an empty slot. */
  private readonly slots: Uint32Array;
  size = 0;

  /** @param most hashes that will be added at the most */
  constructor(most: number) {
    this.keys = new Uint32Array(most);
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, most * 2))));
  }

  static of(hashes: Uint32Array): KeySet {
    const set = new KeySet(hashes.length);
    for (let at = 0; at < hashes.length; at++) set.add(hashes[at]!);
    return set;
  }

  private slot(key: number): number {
    const { keys, slots } = this;
    const mask = slots.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (slots[at] !== 0 && keys[slots[at]! - 1] !== key) at = (at + 1) & mask;
    return at;
  }

  add(key: number): void {
    this.place(key);
  }

  /** Position of a hash in `keys`, where it is put if it is not there. */
  place(key: number): number {
    const at = this.slot(key);
    if (this.slots[at] === 0) {
      this.keys[this.size++] = key;
      this.slots[at] = this.size;
    }
    return this.slots[at]! - 1;
  }

  has(key: number): boolean {
    return this.slots[this.slot(key)] !== 0;
  }

  /** Position of a hash in `keys`, -1 when it is not there. */
  positionOf(key: number): number {
    return this.slots[this.slot(key)]! - 1;
  }
}

/** How many hashes two sets have in common. */
export function sharedCount(left: KeySet, right: KeySet): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let count = 0;
  for (let at = 0; at < small.size; at++) if (large.has(small.keys[at]!)) count++;
  return count;
}
