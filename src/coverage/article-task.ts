import type { Feed, HeadlineRecord, RequestPurpose, Task } from './records';

/** The task that fetches the text behind an address. */
export const articleTask = (
  address: string,
  origin: Partial<Pick<Task, 'feed' | 'importId' | 'importRow' | 'article'>>,
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
  ungranted: null,
  feed: null,
  article: null,
  importId: null,
  importRow: null,
  ...origin,
  typedHost: options.typedHost,
});

/** The private host a typed feed may reach; its items only on that same host. */
export const typedHostOf = (feed: Pick<Feed, 'typed' | 'address'> | null): string | null =>
  feed?.typed ? new URL(feed.address).host : null;

/** The task that fetches the text behind a headline of a feed. */
export const textTask = (headline: HeadlineRecord, feed: Feed, due: number): Task =>
  articleTask(
    headline.address,
    { feed: feed.key, article: headline.key },
    { due, purpose: 'article-text', typedHost: typedHostOf(feed) },
  );
