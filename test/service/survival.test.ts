import { describe, expect, it } from 'vitest';
import { type ArticleRecord, memoryStore } from '../../src/store';
import { deadAfter, diskFull, faultyStore } from './faulty-store';
import { budgetReport, codeOf, ferryStory, given, newsroom } from './newsroom';

const everything = {
  text: '',
  outlet: null,
  day: null,
  order: 'saved',
  descending: false,
  offset: 0,
  limit: 50,
} as const;

/** Lets everything that can still run come to its end. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('a worker killed at any write', () => {
  it('loses nothing that was saved, and the next one pays what is owed', async () => {
    const [courier, herald] = ferryStory();
    const whole = faultyStore();
    const { service: undisturbed } = newsroom(whole);
    await undisturbed.saveArticle(courier);
    await undisturbed.saveArticle(herald);
    await undisturbed.settled();
    const expected = given(await undisturbed.collate(courier)).collation.comparison;
    expect(whole.writes).toBeGreaterThan(4);
    for (let last = 0; last < whole.writes; last += 1) {
      const disk = memoryStore();
      const dying = faultyStore(disk);
      dying.beforeWrite = deadAfter(dying, last);
      const acknowledged: string[] = [];
      const { service: first } = newsroom(dying);
      for (const each of [courier, herald])
        void first.saveArticle(each).then((saved) => saved.ok && acknowledged.push(each.id));
      await quiet();
      const { service: next } = newsroom(disk);
      await next.catchUp();
      const kept = given(await next.listArticles(everything)).cards.map(({ id }) => id);
      expect(kept, `killed after write ${last}`).toEqual(expect.arrayContaining(acknowledged));
      for (const each of [courier, herald]) await next.saveArticle(each);
      await next.settled();
      expect(given(await next.owes()), `killed after write ${last}`).toBe(false);
      expect(given(await next.collate(courier)).collation.comparison).toEqual(expected);
      for (const each of [courier, herald])
        expect(given(await next.getArticle(each.id)).versions).toHaveLength(1);
    }
  });
});

describe('a full disk', () => {
  it('is said, keeps what was there, and saving works once there is room', async () => {
    const store = faultyStore();
    const { service } = newsroom(store);
    const [courier, herald] = ferryStory();
    await service.saveArticle(courier);
    store.beforeWrite = diskFull('articles');
    expect(codeOf(await service.saveArticle(herald))).toBe('storage-full');
    expect(given(await service.listArticles(everything)).cards.map(({ id }) => id)).toEqual([courier.id]);
    store.beforeWrite = () => {};
    expect(codeOf(await service.saveArticle(herald))).toBe('no failure');
    expect(given(await service.listArticles(everything)).total).toBe(2);
  });

  it('does not keep the comparison from being shown when only the caches do not fit', async () => {
    const store = faultyStore();
    const { service } = newsroom(store);
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    await service.settled();
    await store.write([{ remove: 'analyses', key: herald.id }]);
    store.beforeWrite = diskFull('analyses');
    expect(given(await service.collate(courier)).collation.counts.pages).toBe(2);
  });
});

describe('a damaged record', () => {
  const damage = async (version: number) => {
    const room = newsroom();
    const [courier, herald] = ferryStory();
    await room.service.saveArticle(courier);
    await room.service.saveArticle({ ...courier, text: `${courier.text} Later.` });
    await room.service.saveArticle(herald);
    await room.service.settled();
    const record = (await room.store.get('articles', [courier.id, version])) as ArticleRecord;
    const broken = { ...record, article: { ...record.article, text: 7 } } as unknown as ArticleRecord;
    await room.store.write([{ put: 'articles', record: broken }]);
    // A new worker, which has nothing in memory yet.
    return { ...newsroom(room.store), courier, herald };
  };

  it('is set aside with its reason; the newest version left stands for the article', async () => {
    const { service, store, courier } = await damage(2);
    const read = given(await service.getArticle(courier.id));
    expect(read.article.text).toBe(courier.text);
    expect(read.card.versions).toBe(1);
    expect(await store.range('quarantine')).toMatchObject([
      { table: 'articles', key: [courier.id, 2], reason: expect.stringContaining('text: expected') },
    ]);
    expect(given(await service.storageStatus())).toMatchObject({ articles: 2, quarantined: 1 });
  });

  it('that was the only version takes its card along, and the others are compared as before', async () => {
    const { service, store, herald } = await damage(2);
    const record = (await store.get('articles', [herald.id, 1])) as ArticleRecord;
    await store.write([{ put: 'articles', record: { ...record, article: null as never } }]);
    const { collation } = given(await service.collate(ferryStory()[0]));
    expect(collation.counts.pages).toBe(1);
    expect(codeOf(await service.getArticle(herald.id))).toBe('not-found');
    expect(given(await service.listArticles(everything)).total).toBe(1);
  });

  it('in the settings costs only that setting', async () => {
    const { service, store } = newsroom();
    const value = { saveOnOpen: true, dayWindow: 'soon', readerByHost: { 'ardel.example': 'defuddle' } };
    await store.write([{ put: 'settings', record: { key: 'reader', value } }]);
    expect(given(await service.settings())).toMatchObject({
      saveOnOpen: true,
      dayWindow: 30,
      readerByHost: { 'ardel.example': 'defuddle' },
    });
  });

  it('in the index is mended from the articles', async () => {
    const store = memoryStore();
    const { service } = newsroom(store);
    const [courier, herald] = ferryStory();
    for (const each of [herald, budgetReport()]) await service.saveArticle(each);
    await service.settled();
    const keys = await store.keys('blobs');
    expect(keys.length).toBeGreaterThan(0);
    await store.write(keys.map((key) => ({ put: 'blobs', record: { key, bytes: new Uint8Array([9, 9]) } })));
    const { service: next } = newsroom(store);
    await next.catchUp();
    expect(given(await next.collate(courier)).collation.counts.pages).toBe(2);
  });
});
