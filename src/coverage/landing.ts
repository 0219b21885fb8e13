import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Article, ArticleId, CaptureMethod } from '../model/article';
import type { Failure, Result } from '../model/result';
import { textTask } from './article-task';
import { articleOfItem } from './headline-article';
import { type LinkOutcome, withLinkSettled } from './import-record';
import type { Lock } from './lock';
import type { Arrival, Feed, FeedItem, HeadlineRecord, Task } from './records';
import type { CoverageChange, CoverageStore } from './storage';

/** How an article came to rest: not there before, there already, or with more text than before. */
export type Landed = 'new' | 'known' | 'fuller';

/** What coverage asks of the rest of the program: keeping, matching and reading pages. */
export interface CoverageSink {
  /** Saves an article. A headline never replaces a text; a text replaces a headline. */
  land(article: Article): Promise<Result<Landed>>;
  /** Whether it may tell an event of an article the reader opened in the last days. */
  matchesReading(article: Article): Promise<boolean>;
  /** Extracts the article of a fetched or imported page. */
  readHtml(html: string, address: string, how: CaptureMethod): Promise<Result<Article>>;
  /** The language a text is written in, or null when it cannot be told. */
  languageOf(text: string): string | null;
  /** Whether the library holds nothing but the headline of an article. */
  isHeadline(id: ArticleId): Promise<boolean>;
  /** Removes saved headlines that a fetched text has replaced under another address. */
  dropHeadline(id: ArticleId): Promise<void>;
  /** These articles came in: stories the reader has read may have gained a voice. */
  arrived(ids: ArticleId[]): Promise<void>;
}

export interface LandingDependencies {
  store: CoverageStore;
  sink: CoverageSink;
  lock: Lock;
  now(): number;
}

/** Headlines taken from one answer; older ones of a long feed are archive. */
const landingLimit = 100;
/** Hashes of landed items kept with a feed: more than any feed lists at once. */
const seenLimit = 1_200;

/** A store that is full or gone stops landing; what arrived stays in `arrivals` and is tried again. */
export class LandingStopped extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

const seenHash = (item: FeedItem): string =>
  bytesToHex(sha256(utf8ToBytes(`${item.address}\n${item.headline}`))).slice(0, 12);

const newestFirst = (left: FeedItem, right: FeedItem): number => {
  const moment = (item: FeedItem) => item.published?.instant ?? item.published?.day ?? '';
  return moment(left) < moment(right) ? 1 : moment(left) > moment(right) ? -1 : 0;
};

async function landArticle(article: Article, sink: CoverageSink): Promise<Landed | null> {
  const landed = await sink.land(article);
  if (landed.ok) return landed.value;
  if (landed.failure.code.startsWith('storage-')) throw new LandingStopped(landed.failure);
  return null;
}

const wantsText = async (article: Article, feed: Feed, sink: CoverageSink): Promise<boolean> =>
  feed.textRule === 'always' || (feed.textRule === 'when-matching' && sink.matchesReading(article));

/** Whether a headline is to be noted: newly landed, or landed by a worker that died before it could note it. */
async function isFreshHeadline(
  { id, completeness }: Article,
  landed: Landed | null,
  { store, sink }: LandingDependencies,
): Promise<boolean> {
  if (completeness.state !== 'headline-only' || landed === null) return false;
  if (landed === 'new') return true;
  return !(await store.get('headlines', id)) && sink.isHeadline(id);
}

/**
 * Items of a feed that names no language, in the one its headlines are written in together: a headline alone is too
 * short to tell, and in an unknown language its words are matched as they stand.
 */
function withLanguage(items: FeedItem[], feed: Feed | null, sink: CoverageSink): FeedItem[] {
  if (feed?.language || items.every(({ language }) => language !== null)) return items;
  const written = items.map(({ headline, summary }) => `${headline}. ${summary}`).join('\n');
  const language = sink.languageOf(written.slice(0, 20_000));
  return items.map((item) => ({ ...item, language: item.language ?? language }));
}

interface LandedItems {
  arrived: ArticleId[];
  tasks: Task[];
  headlines: HeadlineRecord[];
}

async function saveItems(
  arrival: Arrival,
  items: FeedItem[],
  feed: Feed | null,
  dependencies: LandingDependencies,
): Promise<LandedItems> {
  const { sink, now } = dependencies;
  const kept: LandedItems = { arrived: [], tasks: [], headlines: [] };
  for (const item of items) {
    const article = articleOfItem(item, feed, arrival.at);
    const landed = await landArticle(article, sink);
    if (landed === 'new' || landed === 'fuller') kept.arrived.push(article.id);
    if (!feed || !(await isFreshHeadline(article, landed, dependencies))) continue;
    const isWanted = await wantsText(article, feed, sink);
    const askedAt = isWanted ? now() : null;
    kept.headlines.push({ key: article.id, feed: feed.key, address: item.address, askedAt });
    if (isWanted) kept.tasks.push(textTask(kept.headlines.at(-1)!, feed, now()));
  }
  return kept;
}

async function landItems(
  arrival: Arrival,
  items: FeedItem[],
  dependencies: LandingDependencies,
): Promise<void> {
  const { store, sink, lock } = dependencies;
  const feed = arrival.feed ? ((await store.get('feeds', arrival.feed)) ?? null) : null;
  const seen = new Set(feed?.seen ?? []);
  const hashes = items.map(seenHash);
  const unseen = items.filter((_, index) => !seen.has(hashes[index]!));
  const chosen = [...unseen].sort(newestFirst).slice(0, landingLimit);
  const { arrived, tasks, headlines } = await saveItems(
    arrival,
    withLanguage(chosen, feed, sink),
    feed,
    dependencies,
  );
  await lock.run(async () => {
    const current = feed && (await store.get('feeds', feed.key));
    const changes: CoverageChange[] = [{ table: 'arrivals', remove: [arrival.key] }];
    // Unfollowed meanwhile: what landed stays, nothing more is fetched for it.
    if (current) {
      const known = [...new Set([...hashes, ...current.seen])].slice(0, seenLimit);
      changes.push(
        { table: 'tasks', put: tasks },
        { table: 'headlines', put: headlines },
        { table: 'feeds', put: [{ ...current, seen: known }] },
      );
    }
    await store.write(changes);
  });
  if (arrived.length > 0) await sink.arrived(arrived);
}

/** What an import is told of one of its links, in the write that clears the arrival. */
async function importChanges(
  arrival: Arrival,
  address: string,
  read: Result<Article>,
  landed: Landed | null,
  store: CoverageStore,
): Promise<CoverageChange[]> {
  const record = arrival.importId ? await store.get('imports', arrival.importId) : null;
  if (!record || record.state === 'undone') return [];
  const reason = read.ok ? 'damaged' : read.failure.code;
  const outcome: LinkOutcome =
    read.ok && landed === 'new'
      ? { kind: 'taken', id: read.value.id }
      : read.ok && landed !== null
        ? { kind: 'known' }
        : { kind: 'set-aside', row: arrival.importRow, address, reason };
  return [{ table: 'imports', put: [withLinkSettled(record, outcome)] }];
}

async function landPage(
  arrival: Arrival,
  page: Extract<Arrival['content'], { kind: 'page' }>,
  { store, sink, lock }: LandingDependencies,
): Promise<void> {
  const read = await sink.readHtml(page.html, page.address, arrival.importId ? 'imported' : 'fetched');
  const landed = read.ok ? await landArticle(read.value, sink) : null;
  if (read.ok && landed && page.article && page.article !== read.value.id) {
    await sink.dropHeadline(page.article);
  }
  await lock.run(async () => {
    await store.write([
      { table: 'arrivals', remove: [arrival.key] },
      ...(landed && page.article ? [{ table: 'headlines' as const, remove: [page.article] }] : []),
      ...(await importChanges(arrival, page.address, read, landed, store)),
    ]);
  });
  if (read.ok && (landed === 'new' || landed === 'fuller')) await sink.arrived([read.value.id]);
}

/**
 * Saves what an answer brought and clears it from `arrivals`. Everything in it may be repeated: articles are known
 * by their identity, tasks by theirs. Throws `LandingStopped` when nothing can be kept now.
 */
export function land(arrival: Arrival, dependencies: LandingDependencies): Promise<void> {
  const { content } = arrival;
  return content.kind === 'items'
    ? landItems(arrival, content.items, dependencies)
    : landPage(arrival, content, dependencies);
}
