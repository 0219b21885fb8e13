import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginningWith, type Store, StoreError, type TableName, under } from '../../src/store';
import { blob, cardRecord, coverageRecord } from './records';

/** What every store must do, whatever keeps it. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: the store's contract`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives back what was put, by key', async () => {
      await store.write([{ put: 'blobs', record: blob('a', [1, 2, 255]) }]);
      expect((await store.get('blobs', 'a'))?.bytes).toEqual(new Uint8Array([1, 2, 255]));
      expect(await store.get('blobs', 'b')).toBeUndefined();
    });

    it('gives copies: changing one changes nothing that is stored', async () => {
      const record = cardRecord('a1-x', { headline: 'Bridge opens' });
      await store.write([{ put: 'cards', record }]);
      record.card.headline = 'changed after writing';
      const read = await store.get('cards', 'a1-x');
      read!.card.headline = 'changed after reading';
      expect((await store.get('cards', 'a1-x'))?.card.headline).toBe('Bridge opens');
    });

    it('replaces the record under the same key and removes by key', async () => {
      await store.write([{ put: 'blobs', record: blob('a', [1]) }]);
      await store.write([{ put: 'blobs', record: blob('a', [2]) }]);
      expect((await store.get('blobs', 'a'))?.bytes).toEqual(new Uint8Array([2]));
      await store.write([
        { remove: 'blobs', key: 'a' },
        { remove: 'blobs', key: 'never there' },
      ]);
      expect(await store.count('blobs')).toBe(0);
    });

    it('keeps the order of the keys asked for, with gaps where nothing is stored', async () => {
      await store.write(['a', 'b'].map((key) => ({ put: 'blobs', record: blob(key, []) })));
      const found = await store.getMany('blobs', ['b', 'missing', 'a']);
      expect(found.map((record) => record?.key)).toEqual(['b', undefined, 'a']);
    });

    it('orders ranges by key and cuts them by every kind of bound', async () => {
      await store.write(['d', 'a', 'c', 'b', 'a/1'].map((key) => ({ put: 'blobs', record: blob(key, []) })));
      const keys = (range = {}) => store.keys('blobs', range);
      expect(await keys()).toEqual(['a', 'a/1', 'b', 'c', 'd']);
      expect(await keys({ from: 'b', to: 'c' })).toEqual(['b', 'c']);
      expect(await keys({ after: 'b', before: 'd' })).toEqual(['c']);
      expect(await keys({ descending: true, limit: 2 })).toEqual(['d', 'c']);
      expect(await keys({ after: 'a', limit: 2 })).toEqual(['a/1', 'b']);
      expect(await keys(beginningWith('a'))).toEqual(['a', 'a/1']);
      expect(await store.count('blobs', { from: 'b' })).toBe(3);
      expect((await store.range('blobs', { from: 'c' })).map(({ key }) => key)).toEqual(['c', 'd']);
    });

    it('reads compound keys under their first member', async () => {
      const write = (table: string, key: string) =>
        ({ put: 'coverage', record: coverageRecord(table, key) }) as const;
      await store.write([write('feeds', 'b'), write('feeds', 'a'), write('tasks', 'a'), write('feed', 'z')]);
      expect((await store.range('coverage', under('feeds'))).map(({ key }) => key)).toEqual(['a', 'b']);
      expect(await store.count('coverage', under('tasks'))).toBe(1);
    });

    it('orders by an index and leaves out records without its value', async () => {
      await store.write([
        { put: 'cards', record: cardRecord('a1-1', { day: '2031-03-02' }) },
        { put: 'cards', record: cardRecord('a1-2', { day: null }) },
        { put: 'cards', record: cardRecord('a1-3', { day: '2031-03-01' }) },
      ]);
      const byDay = await store.range('cards', { index: 'day' });
      expect(byDay.map(({ id }) => id)).toEqual(['a1-3', 'a1-1']);
      expect(await store.keys('cards', { index: 'day', descending: true })).toEqual(['a1-1', 'a1-3']);
      expect(await store.keys('cards', { index: 'day', from: '2031-03-02' })).toEqual(['a1-1']);
    });

    it('writes a batch over several tables at once or not at all', async () => {
      await store.write([{ put: 'blobs', record: blob('kept', [1]) }]);
      const uncopyable = { key: 'k', value: () => {} };
      const failing = store.write([
        { put: 'blobs', record: blob('new', [1]) },
        { remove: 'blobs', key: 'kept' },
        { put: 'settings', record: uncopyable },
      ]);
      await expect(failing).rejects.toThrow();
      expect(await store.keys('blobs')).toEqual(['kept']);
      expect(await store.count('settings')).toBe(0);
    });

    it('fails with a StoreError on a record without a key', async () => {
      const failing = store.write([{ put: 'blobs', record: { bytes: new Uint8Array() } as never }]);
      await expect(failing).rejects.toBeInstanceOf(StoreError);
    });

    it('takes an empty batch', async () => {
      await store.write([]);
      expect(await store.getMany('blobs', [])).toEqual([]);
    });

    it('is empty after clear', async () => {
      await store.write([
        { put: 'blobs', record: blob('a', [1]) },
        { put: 'cards', record: cardRecord('a1-1', {}) },
      ]);
      await store.clear();
      for (const table of ['blobs', 'cards'] as TableName[]) expect(await store.count(table)).toBe(0);
    });

    it('opens again after it was closed', async () => {
      await store.write([{ put: 'blobs', record: blob('a', [1]) }]);
      store.close();
      expect(await store.count('blobs')).toBe(1);
    });
  });
}
