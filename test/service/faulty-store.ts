import { type Change, memoryStore, type Store, StoreError } from '../../src/store';

/** A memory store whose writing can be made to fail or to stop for ever, as if the worker had been killed. */
export interface FaultyStore extends Store {
  /** Called before every write; throws to make it fail. */
  beforeWrite: (changes: readonly Change[]) => void | Promise<void>;
  writes: number;
}

export function faultyStore(inner: Store = memoryStore()): FaultyStore {
  const store: FaultyStore = {
    beforeWrite: () => {},
    writes: 0,
    get: (table, key) => inner.get(table, key),
    getMany: (table, keys) => inner.getMany(table, keys),
    range: (table, range) => inner.range(table, range),
    keys: (table, range) => inner.keys(table, range),
    count: (table, range) => inner.count(table, range),
    clear: () => inner.clear(),
    close: () => inner.close(),
    async write(changes) {
      await store.beforeWrite(changes);
      store.writes += 1;
      await inner.write(changes);
    },
  };
  return store;
}

/** The disk is full for every write that puts something into `table`. */
export const diskFull =
  (table: string) =>
  (changes: readonly Change[]): void => {
    if (changes.some((change) => 'put' in change && change.put === table))
      throw new StoreError('storage-full');
  };

/** From write number `last + 1` on nothing comes back any more: the worker is dead. */
export const deadAfter = (store: FaultyStore, last: number) => (): Promise<void> | void => {
  if (store.writes >= last) return new Promise(() => {});
};
