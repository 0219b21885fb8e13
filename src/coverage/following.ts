import { identify } from '../model/identity';
import { fail, ok, type Result } from '../model/result';
import { typedHostOf } from './article-task';

import type { Lock } from './lock';
import { isWorthPolling } from './politeness';
import type { Feed, FeedOrigin, Task, TextRule } from './records';
import type { CoverageChange, CoverageStore } from './storage';

/** What it takes to follow an outlet. */
export interface NewFeed {
  address: string;
  title: string;
  home: string | null;
  owner: string | null;
  language: string | null;
  origin: FeedOrigin;
  textRule: TextRule;
}

export type FeedChange = Partial<Pick<Feed, 'title' | 'owner' | 'textRule' | 'paused'>>;

export const feedKey = (address: string): string => identify(address, null).id;

/** A feed that has not been asked yet. `now` in milliseconds since the epoch. */
export const newFeed = (wanted: NewFeed, now: number): Feed => ({
  ...wanted,
  key: feedKey(wanted.address),
  format: null,
  addedAt: new Date(now).toISOString(),
  paused: false,
  typed: wanted.origin === 'typed',
  etag: null,
  lastModified: null,
  lastTried: null,
  lastArrived: null,
  failures: 0,
  failure: null,
  seen: [],
  items: 0,
  setAside: [],
});

const feedTask = (feed: Feed, due: number): Task => ({
  key: `feed:${feed.key}`,
  kind: 'feed',
  address: feed.address,
  host: new URL(feed.address).host,
  purpose: 'feed',
  due,
  attempts: 0,
  hop: null,
  started: null,
  feed: feed.key,
  article: null,
  importId: null,
  importRow: null,
  ungranted: null,
  typedHost: typedHostOf(feed),
});

const isWeb = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** The reader's list of outlets. */
export class Following {
  constructor(
    readonly store: CoverageStore,
    readonly lock: Lock,
    readonly now: () => number,
  ) {}

  list(): Promise<Feed[]> {
    return this.store.list('feeds');
  }

  /** Follows outlets; one already followed keeps its rule and history. Addresses that are none are left out. */
  follow(wanted: NewFeed[]): Promise<{ feeds: Feed[]; added: number }> {
    return this.lock.run(async () => {
      const feeds: Feed[] = [];
      const changes: CoverageChange[] = [];
      const keys = new Set<string>();
      for (const entry of wanted.filter(({ address }) => isWeb(address))) {
        const key = feedKey(entry.address);
        const known = await this.store.get('feeds', key);
        feeds.push(known ?? newFeed(entry, this.now()));
        if (known || keys.has(key)) continue;
        keys.add(key);
        const feed = newFeed(entry, this.now());
        changes.push({ table: 'feeds', put: [feed] }, { table: 'tasks', put: [feedTask(feed, this.now())] });
      }
      if (changes.length > 0) await this.store.write(changes);
      return { feeds, added: keys.size };
    });
  }

  /** Stops following; what it brought stays in the library. Its waiting texts are not fetched any more. */
  unfollow(keys: string[]): Promise<void> {
    return this.lock.run(async () => {
      const gone = new Set(keys);
      const tasks = (await this.store.list('tasks')).filter(({ feed }) => feed !== null && gone.has(feed));
      await this.store.write([
        { table: 'feeds', remove: keys },
        { table: 'tasks', remove: tasks.map(({ key }) => key) },
        { table: 'arrivals', remove: keys.map((key) => `feed:${key}`) },
      ]);
    });
  }

  /** Changes the reader's choices for one feed. Resuming forgets its failures and asks at the next turn. */
  change(key: string, change: FeedChange): Promise<Result<Feed>> {
    return this.lock.run(async () => {
      const feed = await this.store.get('feeds', key);
      if (!feed) return fail('not-found');
      const changed: Feed = { ...feed, ...change };
      const resumed = change.paused === false && (feed.paused || feed.failures > 0);
      const changes: CoverageChange[] = [
        { table: 'feeds', put: [resumed ? { ...changed, failures: 0, failure: null } : changed] },
      ];
      if (resumed) changes.push({ table: 'tasks', put: [feedTask(changed, this.now())] });
      if (change.paused) changes.push({ table: 'tasks', remove: [`feed:${key}`] });
      await this.store.write(changes);
      return ok(changed);
    });
  }

  /** Gives every feed that should be asked its task: feeds that came with an archive have none. */
  repair(): Promise<void> {
    return this.lock.run(async () => {
      const waiting = new Set((await this.store.list('tasks')).map(({ key }) => key));
      const without = (await this.list()).filter(
        (feed) => isWorthPolling(feed) && !waiting.has(`feed:${feed.key}`),
      );
      if (without.length === 0) return;
      await this.store.write([{ table: 'tasks', put: without.map((feed) => feedTask(feed, this.now())) }]);
    });
  }

  /** Feeds asked at their hosts' next turn: all, or those of these keys. Intervals and caps stay in force. */
  askSoon(keys: string[] | null): Promise<number> {
    return this.lock.run(async () => {
      const chosen = (await this.list()).filter((feed) => !feed.paused && (!keys || keys.includes(feed.key)));
      const waiting = new Map((await this.store.list('tasks')).map((task) => [task.key, task]));
      const tasks = chosen
        .map((feed) => waiting.get(`feed:${feed.key}`) ?? feedTask(feed, this.now()))
        .filter((task) => task.started === null)
        .map((task) => ({ ...task, due: this.now() }));
      await this.store.write([{ table: 'tasks', put: tasks }]);
      return tasks.length;
    });
  }
}
