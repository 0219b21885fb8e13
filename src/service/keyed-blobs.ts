import type { KeyedBlobs } from '../match';
import { beginningWith, type Store } from '../store';

/** The storage of the match index, in the store's table of bytes. */
export const keyedBlobs = (store: Store): KeyedBlobs => ({
  async get(key) {
    return (await store.get('blobs', key))?.bytes ?? null;
  },
  getMany: async (keys) => (await store.getMany('blobs', keys)).map((record) => record?.bytes ?? null),
  getUnder: async (prefix) =>
    new Map((await store.range('blobs', beginningWith(prefix))).map(({ key, bytes }) => [key, bytes])),
  put: (entries) =>
    store.write(
      entries.map(([key, bytes]) =>
        bytes ? { put: 'blobs', record: { key, bytes } } : { remove: 'blobs', key },
      ),
    ),
  keys: (prefix) => store.keys('blobs', beginningWith(prefix)),
});
