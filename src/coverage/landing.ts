import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Article, ArticleId, CaptureMethod } from '../model/article';
import type { Failure, Result } from '../model/result';
import { articleOfItem } from './headline-article';
import type { Lock } from './lock';
import type { Arrival, Feed, FeedItem, RequestPurpose, Task } from './records';
import type { CoverageStore } from './storage';

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

/** The task that fetches the text behind an address. */
export const articleTask = (
  address: string,
  origin: { feed: string | null; importId: string | null; article: ArticleId | null },
  options: { due: number; purpose: RequestPurpose; typedHost: string | null },
): Task => ({
  key: `article:${origin.article ?? address}`,
  kind: 'article',
  address,
  host: new URL(address).host,
  purpose: options.purpose,
  due: options.due,
  attempts: 0,
  hop: null,
  started: null,
  ...origin,
  typedHost: options.typedHost,
});

/** The private host a typed feed may reach; its items only on that same host. */
export const typedHostOf = (feed: Pick<Feed, 'typed' | 'address'> | null): string | null =>
  feed?.typed ? new URL(feed.address).host : null;

async function landArticle(article: Article, sink: CoverageSink): Promise<Landed | null> {
  const landed = await sink.land(article);
  if (landed.ok) return landed.value;
  if (landed.failure.code.startsWith('storage-')) throw new LandingStopped(landed.failure);
  return null;
}

const wantsText = async (article: Article, feed: Feed, sink: CoverageSink): Promise<boolean> => {
  if (feed.textRule === 'never' || article.completeness.state !== 'headline-only') return false;
  return feed.textRule === 'always' || sink.matchesReading(article);
};

async function landItems(
  arrival: Arrival,
  items: FeedItem[],
  dependencies: LandingDependencies,
): Promise<void> {
  const { store, sink, lock, now } = dependencies;
  const feed = arrival.feed ? ((await store.get('feeds', arrival.feed)) ?? null) : null;
  const seen = new Set(feed?.seen ?? []);
  const hashes = items.map(seenHash);
  const unseen = items.filter((_, index) => !seen.has(hashes[index]!));
  const chosen = [...unseen].sort(newestFirst).slice(0, landingLimit);
  const arrived: ArticleId[] = [];
  const tasks: Task[] = [];
  for (const item of chosen) {
    const article = articleOfItem(item, feed, arrival.at);
    const landed = await landArticle(article, sink);
    if (landed === 'new' || landed === 'fuller') arrived.push(article.id);
    if (landed === null || !feed) continue;
    if (landed === 'new' && (await wantsText(article, feed, sink))) {
      const origin = { feed: feed.key, importId: null, article: article.id };
      const options = { due: now(), purpose: 'article-text' as const, typedHost: typedHostOf(feed) };
      tasks.push(articleTask(item.address, origin, options));
    }
  }
  await lock.run(async () => {
    const current = feed && (await store.get('feeds', feed.key));
    const known = current && {
      ...current,
      seen: [...new Set([...hashes, ...current.seen])].slice(0, seenLimit),
    };
    await store.write([
      { table: 'arrivals', remove: [arrival.key] },
      { table: 'tasks', put: tasks },
      ...(known ? [{ table: 'feeds' as const, put: [known] }] : []),
    ]);
  });
  if (arrived.length > 0) await sink.arrived(arrived);
}

async function landPage(
  arrival: Arrival,
  page: Extract<Arrival['content'], { kind: 'page' }>,
  { store, sink }: LandingDependencies,
): Promise<void> {
  const read = await sink.readHtml(page.html, page.address, arrival.importId ? 'imported' : 'fetched');
  const landed = read.ok ? await landArticle(read.value, sink) : null;
  if (read.ok && landed && page.article && page.article !== read.value.id) {
    await sink.dropHeadline(page.article);
  }
  await store.write([{ table: 'arrivals', remove: [arrival.key] }]);
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
