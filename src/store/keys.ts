import type { Key, TableShape } from './tables';

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);

/** Order of keys as IndexedDB defines it: numbers, then strings by code unit, then arrays member by member. */
export function compareKeys(left: Key, right: Key): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (Array.isArray(left) && Array.isArray(right)) {
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
      const order = compareKeys(left[index] as Key, right[index] as Key);
      if (order !== 0) return order;
    }
    return left.length - right.length;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

const isKey = (value: unknown): value is Key =>
  typeof value === 'string' ||
  (typeof value === 'number' && !Number.isNaN(value)) ||
  (Array.isArray(value) && value.every(isKey));

const member = (record: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);

/** Key of a record under a key path, or undefined when a part is missing or no key (null, for instance). */
export function keyAt(record: unknown, path: TableShape['keyPath']): Key | undefined {
  const key = Array.isArray(path) ? path.map((each) => member(record, each)) : member(record, path);
  return isKey(key) ? key : undefined;
}
