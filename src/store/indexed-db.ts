import { type IDBPDatabase, type IDBPObjectStore, unwrap } from 'idb';
import { Connection } from './connection';
import { storeError } from './failure';
import type { Change, Range, Store } from './store';
import { type Key, type KeyOf, lasting, type RecordOf, type TableName, tableNames } from './tables';

type ReadingStore = IDBPObjectStore<unknown, string[], string, 'readonly'>;

function keyRange(range: Range): IDBKeyRange | null {
  const lower = range.from ?? range.after;
  const upper = range.to ?? range.before;
  const openLower = range.from === undefined;
  const openUpper = range.to === undefined;
  if (lower !== undefined && upper !== undefined)
    return IDBKeyRange.bound(lower, upper, openLower, openUpper);
  if (lower !== undefined) return IDBKeyRange.lowerBound(lower, openLower);
  return upper === undefined ? null : IDBKeyRange.upperBound(upper, openUpper);
}

const source = (store: ReadingStore, range: Range) =>
  range.index === undefined ? store : store.index(range.index);

/**
 * Records in the order of their keys. Sixty requests wrapped in promises one by one took a worker just started longer
 * than the disk took to answer them.
 */
const readAll = <Found>(database: IDBDatabase, table: TableName, keys: readonly Key[]) =>
  new Promise<(Found | undefined)[]>((resolve, reject) => {
    const transaction = database.transaction(table);
    const store = transaction.objectStore(table);
    const requests = keys.map((key) => store.get(key));
    // Requests of a transaction are answered in their order.
    requests.at(-1)!.onsuccess = () => resolve(requests.map(({ result }) => result));
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });

/** IndexedDB through `idb`. Other contexts may have the database open too; only the worker writes. */
class IndexedDbStore implements Store {
  readonly #connection: Connection;

  constructor(name: string) {
    this.#connection = new Connection(name);
  }

  async #with<T>(use: (database: IDBPDatabase<unknown>) => Promise<T>): Promise<T> {
    try {
      const database = await this.#connection.open();
      try {
        return await use(database);
      } catch (error) {
        // The connection was closed between opening and use (a version change, a terminated backend).
        if ((error as { name?: unknown }).name !== 'InvalidStateError') throw error;
        this.#connection.forget();
        return await use(await this.#connection.open());
      }
    } catch (error) {
      throw storeError(error);
    }
  }

  get<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<RecordOf<Name> | undefined> {
    return this.#with(async (database) => (await database.get(table, key)) as RecordOf<Name> | undefined);
  }

  getMany<Name extends TableName>(table: Name, keys: readonly KeyOf<Name>[]) {
    if (keys.length === 0) return Promise.resolve([]);
    return this.#with((database) => readAll<RecordOf<Name>>(unwrap(database), table, keys));
  }

  range<Name extends TableName>(table: Name, range: Range = {}): Promise<RecordOf<Name>[]> {
    return this.#with(async (database) => {
      const { store } = database.transaction(table);
      const from = source(store as ReadingStore, range);
      if (!range.descending) return (await from.getAll(keyRange(range), range.limit)) as RecordOf<Name>[];
      const found: RecordOf<Name>[] = [];
      let cursor = await from.openCursor(keyRange(range), 'prev');
      while (cursor && found.length < (range.limit ?? Number.POSITIVE_INFINITY)) {
        found.push(cursor.value as RecordOf<Name>);
        cursor = await cursor.continue();
      }
      return found;
    });
  }

  keys<Name extends TableName>(table: Name, range: Range = {}): Promise<KeyOf<Name>[]> {
    return this.#with(async (database) => {
      const { store } = database.transaction(table);
      const from = source(store as ReadingStore, range);
      if (!range.descending) return (await from.getAllKeys(keyRange(range), range.limit)) as KeyOf<Name>[];
      const found: KeyOf<Name>[] = [];
      let cursor = await from.openKeyCursor(keyRange(range), 'prev');
      while (cursor && found.length < (range.limit ?? Number.POSITIVE_INFINITY)) {
        found.push(cursor.primaryKey as KeyOf<Name>);
        cursor = await cursor.continue();
      }
      return found;
    });
  }

  count(table: TableName, range: Range = {}): Promise<number> {
    return this.#with((database) =>
      source(database.transaction(table).store as ReadingStore, range).count(keyRange(range)),
    );
  }

  write(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve();
    const touched = [...new Set(changes.map((change) => ('put' in change ? change.put : change.remove)))];
    return this.#with(async (database) => {
      const durability = touched.some((name) => lasting.has(name)) ? 'strict' : 'relaxed';
      const transaction = database.transaction(touched, 'readwrite', { durability });
      // `done` rejects with the reason of the abort (a full disk); the requests reject along with it.
      const done = transaction.done;
      done.catch(() => {});
      try {
        for (const change of changes) {
          const request =
            'put' in change
              ? transaction.objectStore(change.put).put(change.record)
              : transaction.objectStore(change.remove).delete(change.key);
          request.catch(() => {});
        }
      } catch (error) {
        transaction.abort();
        throw error;
      }
      await done;
    });
  }

  clear(): Promise<void> {
    return this.#with(async (database) => {
      const transaction = database.transaction(tableNames, 'readwrite');
      for (const name of tableNames) transaction.objectStore(name).clear();
      await transaction.done;
    });
  }

  close(): void {
    this.#connection.forget();
  }
}

/** A store kept by the browser under `name`. Nothing is opened before the first call. */
export const indexedDbStore = (name: string): Store => new IndexedDbStore(name);
