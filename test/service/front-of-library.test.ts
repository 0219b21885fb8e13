import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { everything } from '../../src/model/library-query';
import { createService } from '../../src/service';
import { indexedDbStore, memoryStore, type Store } from '../../src/store';
import { cardRecord } from '../store/records';
import { given } from './newsroom';

const clock = () => '2031-05-20T10:00:00.000Z';

/** Forty cards, many of them saved in one instant: an import saves hundreds at once. */
const cards = Array.from({ length: 40 }, (_, number) =>
  cardRecord(`a1-${(number * 7919) % 97}`, {
    savedAt: `2031-03-0${1 + ((number * 13) % 5)}T10:00:00.000Z`,
    outlet: `Outlet ${number % 4}`,
  }),
);

const stores: [string, () => Store][] = [
  ['memory', memoryStore],
  ['IndexedDB', () => indexedDbStore('front-of-library')],
];

describe.each(stores)('the front of the library, kept in %s', (_name, open) => {
  it('is the same read by its index and with all cards at hand', async () => {
    const store = open();
    await store.write(cards.map((record) => ({ put: 'cards', record })));
    const informed = createService({ store, clock });
    expect(given(await informed.listOutlets()).outlets).toEqual(
      [0, 1, 2, 3].map((number) => `Outlet ${number}`),
    );
    for (const descending of [true, false]) {
      for (const [offset, limit] of [
        [0, 1],
        [0, 3],
        [0, 12],
        [5, 9],
        [30, 10],
        [30, 20],
        [40, 5],
        [0, 500],
        [0, 501],
      ] as const) {
        const query = { ...everything, descending, offset, limit };
        const front = given(await createService({ store, clock }).listArticles(query));
        expect(front, JSON.stringify(query)).toEqual(given(await informed.listArticles(query)));
        expect(front.total).toBe(40);
      }
    }
    store.close();
  });

  it('opens without reading all cards', async () => {
    const store = open();
    await store.write(cards.map((record) => ({ put: 'cards', record })));
    let read = 0;
    const counted: Store = {
      ...store,
      get: store.get.bind(store),
      getMany: store.getMany.bind(store),
      keys: store.keys.bind(store),
      count: store.count.bind(store),
      write: store.write.bind(store),
      clear: store.clear.bind(store),
      close: store.close.bind(store),
      range: async (table, range) => {
        const found = await store.range(table, range);
        read += found.length;
        return found;
      },
    };
    const service = createService({ store: counted, clock });
    const { cards: front } = given(await service.listArticles({ ...everything, offset: 0, limit: 5 }));
    expect(front.length).toBe(5);
    expect(read).toBeLessThanOrEqual(10);
    store.close();
  });
});
