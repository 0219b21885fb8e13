import { describe, expect, it, test } from 'vitest';
import { indexedDbStore } from '../../src/store';
import { storeContract } from './contract';
import { blob, cardRecord } from './records';

let serial = 0;
const freshStore = () => indexedDbStore(`browser-store-${Date.now()}-${++serial}`);

// In Node there is no IndexedDB but the fake one of indexed-db.test.ts; test/browser/core runs this file.
if (typeof indexedDB === 'undefined') {
  test.skip('the IndexedDB of a browser: see test/browser/core', () => {});
} else {
  storeContract('IndexedDB of the browser', async () => freshStore());

  describe('IndexedDB of the browser', () => {
    it('keeps large batches whole and finds them by index', async () => {
      const store = freshStore();
      const ids = Array.from({ length: 500 }, (_each, index) => `a1-${String(index).padStart(4, '0')}`);
      await store.write(
        ids.map((id, index) => ({
          put: 'cards',
          record: cardRecord(id, { day: `2031-03-${10 + (index % 20)}` }),
        })),
      );
      expect(await store.count('cards')).toBe(500);
      expect(await store.keys('cards', { index: 'day', from: '2031-03-29' })).toHaveLength(25);
      store.close();
    });

    it('is seen by two stores at once, and the second sees what the first wrote', async () => {
      const name = `browser-store-shared-${Date.now()}`;
      const [one, other] = [indexedDbStore(name), indexedDbStore(name)];
      await one.write([{ put: 'blobs', record: blob('a', [1, 2, 3]) }]);
      expect((await other.get('blobs', 'a'))?.bytes).toEqual(new Uint8Array([1, 2, 3]));
      one.close();
      other.close();
    });
  });
}
