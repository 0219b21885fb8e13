/** Buckets of the highest byte, and of the two highest. */
const firstBuckets = 2 ** 8;
const secondBuckets = 2 ** 16;

/** Bytes that `writeTermKeys` needs at the least, whatever the number of keys. */
const startBytes = 4 * firstBuckets;

/** With more keys than bytes in a table of where each second bucket begins, the table is the smaller. */
const hasTable = (count: number): boolean => count > 2 * secondBuckets;

const even = (bytes: number): number => bytes + (bytes % 2);

/** Bytes that so many keys take: a multiple of two. */
export const termKeyBytes = (count: number): number =>
  startBytes + 2 * count + (hasTable(count) ? 2 * secondBuckets : even(count));

/**
 * Lays ascending hashes of 32 bits down in two or three bytes each:
 *
 *   where the keys of each highest byte begin (4 bytes each) · lowest two bytes of each key ·
 *   of each key the byte between them, or where the keys of each two highest bytes begin within their first (2 bytes)
 */
export function writeTermKeys(keys: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(termKeyBytes(keys.length));
  const starts = new Uint32Array(bytes.buffer, 0, firstBuckets);
  const lows = new Uint16Array(bytes.buffer, startBytes, keys.length);
  const counts = new Uint32Array(secondBuckets);
  keys.forEach((key, at) => {
    lows[at] = key & 0xffff;
    counts[key >>> 16]!++;
  });
  let from = 0;
  const table = hasTable(keys.length)
    ? new Uint16Array(bytes.buffer, startBytes + 2 * keys.length, secondBuckets)
    : null;
  for (let bucket = 0; bucket < secondBuckets; bucket++) {
    if (bucket % firstBuckets === 0) starts[bucket / firstBuckets] = from;
    if (table) table[bucket] = from - starts[Math.floor(bucket / firstBuckets)]!;
    from += counts[bucket]!;
  }
  const middles = startBytes + 2 * keys.length;
  if (!table) for (let at = 0; at < keys.length; at++) bytes[middles + at] = (keys[at]! >>> 16) & 0xff;
  return bytes;
}

/** The hashes of a segment's terms, ascending, read where they lie. */
export class TermKeys {
  private readonly starts: Uint32Array;
  private readonly lows: Uint16Array;
  private readonly middles: Uint8Array | null;
  private readonly table: Uint16Array | null;

  /** @param offset of the keys in `buffer`, a multiple of four */
  constructor(
    buffer: ArrayBufferLike,
    offset: number,
    readonly count: number,
  ) {
    const rest = offset + startBytes + 2 * count;
    this.starts = new Uint32Array(buffer, offset, firstBuckets);
    this.lows = new Uint16Array(buffer, offset + startBytes, count);
    this.table = hasTable(count) ? new Uint16Array(buffer, rest, secondBuckets) : null;
    this.middles = this.table ? null : new Uint8Array(buffer, rest, count);
  }

  /** Position of a key, -1 when it is not among them. */
  positionOf(key: number): number {
    const { starts, lows, middles, table, count } = this;
    const first = key >>> 24;
    let low = starts[first]!;
    let high = first + 1 < firstBuckets ? starts[first + 1]! : count;
    if (table) {
      const second = key >>> 16;
      if (second % firstBuckets !== firstBuckets - 1) high = low + table[second + 1]!;
      low += table[second]!;
    }
    const wanted = middles ? key & 0xffffff : key & 0xffff;
    high--;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = middles ? (middles[middle]! << 16) | lows[middle]! : lows[middle]!;
      if (at === wanted) return middle;
      if (at < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** All keys in order. */
  *all(): Generator<number, void> {
    const { starts, lows, middles, table, count } = this;
    const shift = table ? 16 : 24;
    const buckets = table ? secondBuckets : firstBuckets;
    const startOf = (bucket: number): number =>
      table ? starts[bucket >>> 8]! + table[bucket]! : starts[bucket]!;
    let bucket = 0;
    for (let at = 0; at < count; at++) {
      while (bucket + 1 < buckets && startOf(bucket + 1) <= at) bucket++;
      const between = middles ? middles[at]! << 16 : 0;
      yield ((bucket << shift) | between | lows[at]!) >>> 0;
    }
  }
}
