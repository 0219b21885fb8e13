import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseVersion, indexedDbStore, schema, tableNames } from '../../src/store';
import { storeContract } from './contract';
import { blob } from './records';

let serial = 0;
const freshName = (): string => `store-test-${++serial}`;

storeContract('IndexedDB', async () => indexedDbStore(freshName()));

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no failure',
    (error) => error.failure?.code ?? String(error),
  );

describe('IndexedDB', () => {
  afterEach(() => vi.restoreAllMocks());

  it('has, after all migrations, exactly the tables, keys and indexes of the schema', async () => {
    const name = freshName();
    await indexedDbStore(name).count('cards');
    const database = await openDB(name);
    expect([...database.objectStoreNames].sort()).toEqual([...tableNames].sort());
    for (const table of tableNames) {
      const { store } = database.transaction(table);
      expect(store.keyPath, table).toEqual(schema[table].keyPath);
      const indexes = Object.fromEntries(
        [...store.indexNames].map((each) => [each, store.index(each).keyPath]),
      );
      expect(indexes, table).toEqual(schema[table].indexes);
    }
    database.close();
  });

  it('says storage-newer when a later version of the extension wrote the database', async () => {
    const name = freshName();
    (await openDB(name, databaseVersion + 1)).close();
    expect(await codeOf(indexedDbStore(name).count('cards'))).toBe('storage-newer');
  });

  it('says storage-full when the disk is, keeps what was there, and works again when there is room', async () => {
    const store = indexedDbStore(freshName());
    await store.write([{ put: 'blobs', record: blob('kept', [1]) }]);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    const failing = store.write([
      { remove: 'blobs', key: 'kept' },
      { put: 'blobs', record: blob('new', [1]) },
    ]);
    expect(await codeOf(failing)).toBe('storage-full');
    full.mockRestore();
    expect(await store.keys('blobs')).toEqual(['kept']);
    await store.write([{ put: 'blobs', record: blob('new', [1]) }]);
    expect(await store.count('blobs')).toBe(2);
  });

  it('says storage-unavailable where the browser refuses the database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
    });
    expect(await codeOf(indexedDbStore(freshName()).count('cards'))).toBe('storage-unavailable');
  });

  it('lets go of the database when another context deletes it, and opens a new one afterwards', async () => {
    const name = freshName();
    const store = indexedDbStore(name);
    await store.write([{ put: 'blobs', record: blob('a', [1]) }]);
    await deleteDB(name);
    expect(await store.count('blobs')).toBe(0);
  });
});
