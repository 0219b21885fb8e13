/** Ends a chain. */
export const noEntry = -1;

/**
 * Lists of entries by a small whole number as key, kept as chains through two arrays: no list object for each key.
 * Entries are numbered from 0 in the order of `keys`, and each chain runs in that order.
 */
export class Chains {
  private readonly heads: Int32Array;
  private readonly following: Int32Array;

  /** @param keys the key of each entry, each below `keyCount` */
  constructor(keys: Int32Array, keyCount: number) {
    this.heads = new Int32Array(keyCount).fill(noEntry);
    this.following = new Int32Array(keys.length);
    for (let entry = keys.length - 1; entry >= 0; entry -= 1) {
      const key = keys[entry] as number;
      this.following[entry] = this.heads[key] as number;
      this.heads[key] = entry;
    }
  }

  has(key: number): boolean {
    return this.first(key) !== noEntry;
  }

  /** The first entry of a key, or `noEntry`. */
  first(key: number): number {
    return key < this.heads.length ? (this.heads[key] as number) : noEntry;
  }

  after(entry: number): number {
    return this.following[entry] as number;
  }
}
