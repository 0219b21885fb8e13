import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverageStore } from '../../src/service';
import { databaseVersion, indexedDbStore, schema, tableNames } from '../../src/store';
import { type Dump, dumpDatabase, parseDump, restoreDatabase } from '../databases/dump';
import { ferryStory, given, newsroom } from '../service/newsroom';

const folder = new URL('../databases/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file: string): Dump => parseDump(readFileSync(new URL(file, folder), 'utf8'));

const everything = {
  text: '',
  outlet: null,
  day: null,
  order: 'headline',
  descending: false,
  offset: 0,
  limit: 50,
} as const;

describe('released databases', () => {
  it('are there for every version of the database', () => {
    expect([...new Set(files.map((file) => read(file).version))].sort()).toEqual(
      Array.from({ length: databaseVersion }, (_each, index) => index + 1),
    );
  });

  describe.each(files)('the one of %s', (file) => {
    const open = async () => {
      const name = `released ${file} ${Math.random()}`;
      await restoreDatabase(name, read(file));
      const store = indexedDbStore(name);
      return { name, ...newsroom(store), store };
    };

    it('opens with its articles, versions, marks, corrections, settings and feeds', async () => {
      const { service, store } = await open();
      const [courier, herald] = ferryStory();
      const { cards } = given(await service.listArticles(everything));
      expect(cards.map(({ id }) => id)).toEqual([courier.id, herald.id]);
      const { versions, card } = given(await service.getArticle(courier.id));
      expect(versions).toHaveLength(2);
      expect(versions[0]?.article.text).toBe(courier.text);
      expect(card).toMatchObject({ tags: ['sea'], note: 'compare the injured', read: true });
      expect(given(await service.listCorrections())).toHaveLength(1);
      expect(given(await service.settings())).toMatchObject({ saveOnOpen: true, dayWindow: 14 });
      expect(await coverageStore(store).list('feeds')).toHaveLength(1);
    });

    it('finds, compares and gives deleted articles back', async () => {
      const { service, store } = await open();
      given(await service.catchUp());
      const [courier] = ferryStory();
      const view = given(await service.collate(courier));
      expect(view.collation.counts.pages).toBe(2);
      expect(given(await service.listArticles({ ...everything, text: 'captains' })).total).toBe(1);
      const [undo] = await store.keys('trash');
      given(await service.undo(undo!));
      expect(given(await service.listArticles(everything)).total).toBe(3);
    });

    it('has the tables of the present schema once it was opened', async () => {
      const { name, store } = await open();
      await store.count('cards');
      store.close();
      const { tables, version } = await dumpDatabase(name);
      expect(version).toBe(databaseVersion);
      expect(Object.keys(tables).sort()).toEqual([...tableNames].sort());
      for (const table of tableNames) {
        expect(tables[table]).toMatchObject({ keyPath: schema[table].keyPath });
        expect(tables[table]?.indexes).toEqual(schema[table].indexes);
      }
    });
  });
});
