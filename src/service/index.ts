import { MatchIndex, StoryBook } from '../match';
import type { Article, ArticleId } from '../model/article';
import type { Correction } from '../model/library';
import type { ArticleQuery } from '../model/library-query';
import { parseArticle } from '../model/parse-article';
import { parseCorrection } from '../model/parse-correction';
import { parseSettings } from '../model/parse-settings';
import type { Result } from '../model/result';
import type { Settings } from '../model/settings';
import type { Store } from '../store';
import { archivePage, importRecords } from './archive';
import { attempt, need, Refused, Turns } from './attempt';
import { Cards } from './cards';
import { collate, collateGiven } from './collate';
import type { ServiceContext } from './context';
import { emptyOldTrash, storageStatus } from './housekeeping';
import { annotate, remove, restore, save, savedState } from './keep';
import { keyedBlobs } from './keyed-blobs';
import { land, news, readingOf } from './landing';
import { searchCards } from './search';
import { Shelf } from './shelf';
import { correctionChanges, correctionId, getStory, listStories, mergeStories, splitStory } from './stories';
import { Work } from './work';

export { coverageStore } from './coverage-store';
export type { Saved } from './keep';
export type { Landed } from './landing';

function contextOf(store: Store, clock: () => string): ServiceContext {
  const blobs = keyedBlobs(store);
  return {
    store,
    clock,
    shelf: new Shelf(store, clock),
    cards: new Cards(store),
    index: new MatchIndex(blobs),
    book: new StoryBook(blobs),
    turns: new Turns(),
  };
}

async function articleWithVersions(context: ServiceContext, id: ArticleId) {
  const versions = await context.shelf.versions(id);
  const card = await context.store.get('cards', id);
  const newest = versions.at(-1);
  if (!card || !newest) throw new Refused({ code: 'not-found' });
  return {
    article: newest.article,
    card: card.card,
    versions: versions.map(({ savedAt, article }) => ({ savedAt, article })),
  };
}

async function changeSettings({ store, turns }: ServiceContext, change: Partial<Settings>) {
  return turns.take(async () => {
    const before = parseSettings((await store.get('settings', 'reader'))?.value);
    const settings = parseSettings({ ...before, ...change });
    await store.write([{ put: 'settings', record: { key: 'reader', value: settings } }]);
    return settings;
  });
}

async function addCorrection({ store, clock }: ServiceContext, given: Omit<Correction, 'id' | 'at'>) {
  const correction = need(parseCorrection({ ...given, id: correctionId(given), at: clock() }));
  await store.write(correctionChanges(correction));
  return correction;
}

/**
 * Strings the stages together over a store: the same in the worker, in Node, in a test and on the command line.
 * Every answer is a `Result`; a worker killed at any instruction owes nothing that the next `catchUp` does not
 * pay. `clock` gives the present instant, ISO in UTC.
 */
export function createService({ store, clock }: { store: Store; clock: () => string }) {
  const context = contextOf(store, clock);
  const work = new Work(context);
  /** Does the work that was just made owing, without keeping the answer waiting for it. */
  const thenWork = async <T>(action: () => Promise<T>): Promise<Result<T>> => {
    const result = await attempt(action);
    if (result.ok) void work.catchUp();
    return result;
  };
  return {
    saveArticle: (article: unknown) => thenWork(() => save(context, article, '0')),
    savedState: (article: Article) => attempt(() => savedState(context, article)),
    getArticle: (id: ArticleId) => attempt(() => articleWithVersions(context, id)),
    /** Newest versions of the articles that are there, in the order of `ids`. */
    getArticles: (ids: ArticleId[]) => attempt(() => context.shelf.newest(ids)),
    listArticles: (query: ArticleQuery) => attempt(() => searchCards(context, query)),
    deleteArticles: (ids: ArticleId[]) => thenWork(() => remove(context, ids)),
    undo: (id: string) => thenWork(() => restore(context, id)),
    annotate: (id: ArticleId, marks: { tags?: string[]; note?: string; read?: boolean }) =>
      attempt(() => annotate(context, id, marks)),
    collate: (given: unknown) =>
      attempt(async () => {
        const article = need(parseArticle(given));
        await work.urgent();
        return collate(context, article);
      }),
    /** Compares articles the caller says are one story. */
    collateGiven: (subject: Article, others: Article[]) =>
      attempt(() => collateGiven(context, subject, others)),
    listStories: (page: { offset: number; limit: number }) => attempt(() => listStories(context, page)),
    getStory: (id: string) => attempt(() => getStory(context, id)),
    mergeStories: (ids: string[]) => attempt(() => mergeStories(context, ids)),
    splitStory: (id: string, articles: ArticleId[]) => attempt(() => splitStory(context, id, articles)),
    addCorrection: (given: Omit<Correction, 'id' | 'at'>) => attempt(() => addCorrection(context, given)),
    removeCorrection: (id: string) =>
      attempt(async () => {
        await store.write([{ remove: 'corrections', key: id }]);
        return null;
      }),
    listCorrections: () => attempt(() => store.range('corrections')),
    settings: () => attempt(async () => parseSettings((await store.get('settings', 'reader'))?.value)),
    changeSettings: (change: Partial<Settings>) => attempt(() => changeSettings(context, change)),
    storageStatus: () => attempt(() => storageStatus(context)),
    archivePage: (cursor: string | null) => attempt(() => archivePage(context, cursor)),
    importRecords: (records: { position: number; record: unknown }[]) =>
      thenWork(() => importRecords(context, records)),
    /** Saves an article that arrived by itself unless as full a text is there. */
    land: (article: unknown) => thenWork(async () => land(context, need(parseArticle(article)))),
    readingOf: (article: Article) => attempt(() => readingOf(context, article)),
    news: (arrived: ArticleId[]) => attempt(() => news(context, arrived)),
    /** What a starting worker does: an index that is missing or damaged, work left by the last one, old trash. */
    catchUp: () =>
      attempt(async () => {
        await work.repairIndex();
        await work.catchUp();
        await emptyOldTrash(context);
      }),
    /** Whether saved articles still wait for index, analysis or their story. */
    owes: () => attempt(async () => (await store.count('work')) > 0),
    /** Resolves when nothing is owed any more. */
    settled: async (): Promise<void> => {
      await work.catchUp();
      await context.index.settled();
    },
  };
}

export type Service = ReturnType<typeof createService>;
