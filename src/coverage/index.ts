import type { ArticleId } from '../model/article';
import type { Failure, Result } from '../model/result';
import { type Discovery, discoverFeeds, typedAddress } from './discovery';
import { Following } from './following';
import { Interactive } from './interactive';
import { type CoverageSink, LandingStopped, land } from './landing';
import { Lock } from './lock';
import { CoverageQueue } from './queue';
import type { Arrival, Task } from './records';
import type { RequestDependencies } from './request';
import { Sender } from './sender';
import type { CoverageStore } from './storage';
import { withTasksAtHand } from './task-table';
import { type WantedTexts, wantTexts } from './wanted-texts';

export { articleTask } from './article-task';
export type { Discovery, FoundFeed } from './discovery';
export { type FeedChange, feedKey, type NewFeed } from './following';
export { grantPatternsFor } from './grants';
export { emptyImport, setAsideRowsKept } from './import-record';
export type { CoverageSink } from './landing';
export { type PolitenessRules, politenessRules } from './politeness';
export type * from './records';
export type { Hop, RequestDependencies, SendHop } from './request';
export * from './search';
export { type CoverageStore, memoryCoverageStore } from './storage';
export type { WantedTexts } from './wanted-texts';

/** Why nothing can be kept at present, when that is what an error says. */
const storageFailure = (error: unknown): Failure | null => {
  if (error instanceof LandingStopped) return error.failure;
  const failure = (error as { failure?: Failure } | null)?.failure;
  return failure?.code?.startsWith('storage-') ? failure : null;
};

/** Everything coverage touches of the world, passed in: it runs in the worker, in Node and in tests alike. */
export interface CoverageDependencies extends RequestDependencies {
  store: CoverageStore;
  sink: CoverageSink;
  /** Milliseconds since the epoch. */
  now(): number;
  /** 0 to 1; jitter of back-off and polls, and tails of keys. */
  random(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Coverage that arrives by itself: what the reader follows, the queue that fetches it, and how it lands. */
export class Coverage {
  readonly lock = new Lock();
  readonly following: Following;
  readonly queue: CoverageQueue;
  readonly interactive: Interactive;
  /** Why the last step could not keep what arrived, or null. */
  trouble: Failure | null = null;

  /** The store all parts share: tasks must be written through it. */
  readonly store: CoverageStore;
  readonly dependencies: CoverageDependencies;

  constructor(given: CoverageDependencies) {
    const store = withTasksAtHand(given.store);
    const dependencies = { ...given, store };
    const { sink, now } = dependencies;
    this.store = store;
    this.dependencies = dependencies;
    this.following = new Following(store, this.lock, now);
    const sender = new Sender(dependencies);
    this.interactive = new Interactive(sender);
    this.queue = new CoverageQueue(
      {
        ...dependencies,
        land: (arrival) => this.#keep(arrival, () => land(arrival, { store, sink, lock: this.lock, now })),
      },
      sender,
      this.lock,
    );
  }

  async #keep(arrival: Arrival, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble = null;
    } catch (error) {
      const failure = storageFailure(error);
      if (failure) {
        this.trouble = failure;
        this.queue.halt();
        return;
      }
      // One answer that breaks its reader must not hold up everything that comes after it.
      await this.store.write([{ table: 'arrivals', remove: [arrival.key] }]);
      console.error('coverage: an answer was given up', error);
    }
  }

  /** Lets tasks go on that waited for a grant the reader has given by now. Says how many. */
  async grantsChanged(): Promise<number> {
    const { isGranted, now } = this.dependencies;
    const byOrigin = new Map<string, boolean>();
    const granted = async (address: string): Promise<boolean> => {
      const { origin } = new URL(address);
      const known = byOrigin.get(origin) ?? (await isGranted(address));
      byOrigin.set(origin, known);
      return known;
    };
    return this.lock.run(async () => {
      const released: Task[] = [];
      for (const task of await this.store.list('tasks')) {
        if (task.ungranted && (await granted(task.ungranted.address)))
          released.push({ ...task, ungranted: null, due: Math.min(task.due, now()) });
      }
      if (released.length > 0) await this.store.write([{ table: 'tasks', put: released }]);
      return released.length;
    });
  }

  /** Fetches the texts of headlines that may tell what the reader opened, under the feeds' rules. */
  wantTexts(ids: ArticleId[]): Promise<WantedTexts> {
    const { isGranted, now } = this.dependencies;
    return wantTexts(ids, { store: this.store, lock: this.lock, isGranted, now });
  }

  /** Feeds at an address the reader typed or pasted: the only way to a host on the reader's own network. */
  discover(written: string): Promise<Result<Discovery>> {
    const address = typedAddress(written);
    const typedHost = address ? new URL(address).host : null;
    return discoverFeeds(written, {
      ask: (place, purpose) => this.interactive.fetchNow(place, purpose, typedHost),
      robots: (site) => this.interactive.robotsText(site, typedHost),
      now: this.dependencies.now,
    });
  }
}
