import type { Article, ArticleId } from '../model/article';
import { withPart } from '../model/collation-parts';
import type { Correction } from '../model/library';
import type { ArticleQuery, CollationView } from '../model/library-query';
import { parseArticle } from '../model/parse-article';
import { parseCorrection } from '../model/parse-correction';
import { parseSettings } from '../model/parse-settings';
import type { Result } from '../model/result';
import type { Settings } from '../model/settings';
import type { VersionChange } from '../model/version-change';
import type { Store } from '../store';
import { archivePage } from './archive-export';
import { importRecords } from './archive-import';
import { attempt, need, Refused } from './attempt';
import { collate, collateGiven, collateInParts } from './collate';
import { CollationRuns } from './collation-runs';
import { contextOf, type ServiceContext } from './context';
import { forgetDiffers, noteDiffers, oweComparisons } from './differs';
import { storageStatus } from './housekeeping';
import { annotate, remove, restore, save, savedState } from './keep';
import { keepApply, keepLook, keepPreview, restoreTexts } from './keep-rule';
import { land, news } from './landing';
import { headlinesAbout, mayTellReading } from './likely-headlines';
import { nearMisses } from './near-misses';
import { outletsOf, searchCards } from './search';
import {
  articlesOf,
  correctionChanges,
  correctionId,
  getStory,
  listStories,
  mergeStories,
  splitStory,
} from './stories';
import { emptyOldTrash, emptyTrash, listTrash } from './trash';
import { Work } from './work';

export { coverageStore } from './coverage-store';
export type { Saved } from './keep';
export type { Landed } from './landing';

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

/** Changes between the versions of an article that follow one another, the newest first. */
async function changesOf(context: ServiceContext, id: ArticleId): Promise<{ changes: VersionChange[] }> {
  const versions = await context.shelf.versions(id);
  if (versions.length === 0) throw new Refused({ code: 'not-found' });
  const { versionChanges } = await import('./version-changes');
  const changes: VersionChange[] = [];
  for (const [index, newer] of versions.entries()) {
    const older = versions[index - 1];
    if (!older) continue;
    const analysed = async ({ article }: { article: Article }) => ({
      article,
      analysis: await context.analyses.of(article),
    });
    const found = versionChanges(await analysed(older), await analysed(newer));
    changes.unshift({ savedAt: newer.savedAt, since: older.savedAt, ...found });
  }
  return { changes };
}

/** A page of the library. What a search for differences cannot know yet is compared when nobody waits. */
async function listArticles(context: ServiceContext, query: ArticleQuery) {
  const { unknown, ...found } = await searchCards(context, query);
  if (unknown.length > 0) await oweComparisons(context, unknown);
  return { ...found, waiting: unknown.length };
}

async function changeSettings({ store, turns }: ServiceContext, change: Partial<Settings>) {
  return turns.take(async () => {
    const before = parseSettings((await store.get('settings', 'reader'))?.value);
    const settings = parseSettings({ ...before, ...change });
    await store.write([{ put: 'settings', record: { key: 'reader', value: settings } }]);
    return settings;
  });
}

/** A collation part by part, as it is made for a reader: after the last part its differences are noted. */
async function* collationForReader(context: ServiceContext, work: Work, article: Article) {
  await work.urgent();
  let view: CollationView | null = null;
  for await (const part of collateInParts(context, article)) {
    view = withPart(view, part);
    if (part.part === 'left-out' && view) void noteDiffers(context, article, view).catch(() => {});
    yield part;
  }
}

/** The same, all in one. */
async function collateForReader(context: ServiceContext, work: Work, given: unknown): Promise<CollationView> {
  const article = need(parseArticle(given));
  await work.urgent();
  const view = await collate(context, article);
  void noteDiffers(context, article, view).catch(() => {});
  return view;
}

/** Texts shortened in one go. */
const droppedTogether = 10;

/** The reader's keep rule, a few texts each time a worker starts. */
async function keepRule(context: ServiceContext): Promise<void> {
  const { fullTextDays } = parseSettings((await context.store.get('settings', 'reader'))?.value);
  if (fullTextDays === null) return;
  await context.attention.quiet();
  await keepApply(context, fullTextDays, droppedTogether);
}

async function addCorrection(context: ServiceContext, given: Omit<Correction, 'id' | 'at'>) {
  const { store, clock } = context;
  const correction = need(parseCorrection({ ...given, id: correctionId(given), at: clock() }));
  await store.write(correctionChanges(correction));
  await forgetDiffers(context, articlesOf(correction));
  return correction;
}

async function removeCorrection(context: ServiceContext, id: string): Promise<null> {
  const correction = await context.store.get('corrections', id);
  await context.store.write([{ remove: 'corrections', key: id }]);
  if (correction) await forgetDiffers(context, articlesOf(correction));
  return null;
}

export interface ServiceParts {
  store: Store;
  /** The present instant, ISO in UTC. */
  clock: () => string;
  /** Told of every stretch of work that goes on after the answer. */
  whileWorking?: (stretch: Promise<void>) => void;
}

/**
 * Strings the stages together over a store: the same in the worker, in Node, in a test and on the command line.
 * Every answer is a `Result`; a worker killed at any instruction owes nothing that the next `catchUp` does not
 * pay.
 */
export function createService({ store: given, clock, whileWorking = () => {} }: ServiceParts) {
  const context = contextOf(given, clock);
  const { store } = context;
  const work = new Work(context, whileWorking);
  const runs = new CollationRuns((article) => collationForReader(context, work, article));
  /** Answers somebody who waits for it. */
  const answer = <T>(action: () => Promise<T>): Promise<Result<T>> =>
    context.attention.on(() => attempt(action));
  /** Answers, and does the work this made owing without keeping the answer waiting for it. */
  const thenWork = async <T>(action: () => Promise<T>): Promise<Result<T>> => {
    const result = await answer(action);
    if (result.ok) void work.catchUp();
    return result;
  };
  return {
    saveArticle: (article: unknown) => thenWork(() => save(context, article, '0')),
    savedState: (article: Article) => answer(() => savedState(context, article)),
    getArticle: (id: ArticleId) => answer(() => articleWithVersions(context, id)),
    /** Newest versions of the articles that are there, in the order of `ids`. */
    getArticles: (ids: ArticleId[]) => answer(() => context.shelf.newest(ids)),
    listArticles: async (query: ArticleQuery) => {
      const found = await answer(() => listArticles(context, query));
      if (found.ok && found.value.waiting > 0) void work.catchUp();
      return found;
    },
    listOutlets: () => answer(async () => ({ outlets: await outletsOf(context) })),
    versionChanges: (id: ArticleId) => answer(() => changesOf(context, id)),
    deleteArticles: (ids: ArticleId[]) => thenWork(() => remove(context, ids)),
    undo: (id: string) =>
      thenWork(() => (id.startsWith('texts ') ? restoreTexts(context, id) : restore(context, id))),
    listTrash: () => answer(() => listTrash(context)),
    emptyTrash: () => answer(() => emptyTrash(context)),
    keepPreview: (days: number) => answer(() => keepPreview(context, days)),
    keepLook: (id: ArticleId) => answer(() => keepLook(context, id)),
    keepApply: (days: number) => answer(() => keepApply(context, days, droppedTogether)),
    annotate: (id: ArticleId, marks: { tags?: string[]; note?: string; read?: boolean }) =>
      answer(() => annotate(context, id, marks)),
    collate: (given: unknown) => answer(() => collateForReader(context, work, given)),
    /** Reads and evaluates beforehand what every story and comparison needs, while the page is still being read. */
    prepare: (): void =>
      void context.index.statistics().then(
        () => import('../compare'),
        () => undefined,
      ),
    /** Begins a collation whose parts somebody is about to ask for, and gives its name. */
    beginCollation: (article: Article): string => runs.begin(need(parseArticle(article))),
    /** The same part by part, for whoever draws what is there: see `CollationRuns`. */
    collationPart: (given: unknown, asked: { run: string | null; position: number }) =>
      answer(async () => runs.part(need(parseArticle(given)), asked)),
    /** Compares articles the caller says are one story. */
    collateGiven: (subject: Article, others: Article[]) =>
      answer(() => collateGiven(context, subject, others)),
    listStories: (page: { offset: number; limit: number }) => answer(() => listStories(context, page)),
    getStory: (id: string) => answer(() => getStory(context, id)),
    mergeStories: (ids: string[]) => answer(() => mergeStories(context, ids)),
    splitStory: (id: string, articles: ArticleId[]) => answer(() => splitStory(context, id, articles)),
    addCorrection: (given: Omit<Correction, 'id' | 'at'>) => answer(() => addCorrection(context, given)),
    removeCorrection: (id: string) => answer(() => removeCorrection(context, id)),
    listCorrections: () => answer(() => store.range('corrections')),
    settings: () => answer(async () => parseSettings((await store.get('settings', 'reader'))?.value)),
    changeSettings: (change: Partial<Settings>) => answer(() => changeSettings(context, change)),
    storageStatus: () => answer(() => storageStatus(context)),
    archivePage: (cursor: string | null) => answer(() => archivePage(context, cursor)),
    importRecords: (records: { position: number; record: unknown }[]) =>
      thenWork(() => importRecords(context, records)),
    /** Saves an article that arrived by itself unless as full a text is there. */
    land: async (article: unknown) => {
      const landed = await attempt(async () => land(context, need(parseArticle(article))));
      if (landed.ok) void work.catchUp();
      return landed;
    },
    nearMisses: (given: unknown) => answer(() => nearMisses(context, need(parseArticle(given)))),
    /** Headlines without a text that may tell the event of an article the reader has opened. */
    headlinesAbout: (article: Article) => answer(() => headlinesAbout(context, article)),
    mayTellReading: (article: Article) => attempt(() => mayTellReading(context, article)),
    news: (arrived: ArticleId[]) => attempt(() => news(context, arrived)),
    /** What a starting worker does: an index that is missing or damaged, work left by the last one, old trash. */
    catchUp: () =>
      attempt(async () => {
        const repair = work.repairIndex();
        whileWorking(repair);
        await repair;
        await work.catchUp();
        await emptyOldTrash(context);
        await keepRule(context);
      }),
    /** Whether saved articles still wait for index, analysis or their story. */
    owes: () => attempt(async () => (await store.count('work')) > 0),
    /** Resolves when nothing is owed any more. */
    settled: async (): Promise<void> => {
      await work.hurry();
      await context.index.settled();
    },
  };
}

export type Service = ReturnType<typeof createService>;
