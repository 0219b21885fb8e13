import type { Failure, Result } from '../model/result';
import { type Discovery, discoverFeeds, typedAddress } from './discovery';
import { Following } from './following';
import { Interactive } from './interactive';
import { type CoverageSink, LandingStopped, land } from './landing';
import { Lock } from './lock';
import { CoverageQueue } from './queue';
import type { RequestDependencies } from './request';
import { Sender } from './sender';
import type { CoverageStore } from './storage';

export type { Discovery, FoundFeed } from './discovery';
export type { FeedChange, NewFeed } from './following';
export { articleTask, type CoverageSink, type Landed } from './landing';
export { type PolitenessRules, politenessRules } from './politeness';
export type * from './records';
export type { Hop, RequestDependencies, SendHop } from './request';
export * from './search';
export { type CoverageStore, memoryCoverageStore } from './storage';

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

  constructor(readonly dependencies: CoverageDependencies) {
    const { store, sink, now } = dependencies;
    this.following = new Following(store, this.lock, now);
    const sender = new Sender(dependencies);
    this.interactive = new Interactive(sender);
    this.queue = new CoverageQueue(
      {
        ...dependencies,
        land: (arrival) => this.#keep(() => land(arrival, { store, sink, lock: this.lock, now })),
      },
      sender,
      this.lock,
    );
  }

  async #keep(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble = null;
    } catch (error) {
      if (!(error instanceof LandingStopped)) throw error;
      this.trouble = error.failure;
      this.queue.halt();
    }
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
