import type { Failure } from '../model/result';
import { Lock } from './lock';
import { isWorthPolling } from './politeness';
import type { Arrival, Feed, RequestEntry, Task } from './records';
import { mayRequest } from './request';
import { robotsAllow, robotsEnd } from './robots';
import type { Sender, SenderDependencies } from './sender';
import { type Settlement, settle, settleFailure } from './settle';
import type { CoverageChange } from './storage';

export interface QueueDependencies extends SenderDependencies {
  /** Saves what arrived and removes it from `arrivals`; called once for each arrival, again after a crash. */
  land(arrival: Arrival): Promise<void>;
}

/** How long a lane sleeps at most before it looks again what has become due. */
const longestNap = 1_000;
const notPermittedRetry = 6 * 3_600_000;

/**
 * Fetches what is due, politely: one request per host at a time, an interval between them, robots.txt first. All
 * its memory is in the store; each request is written down before it leaves and settled in one batch with what it
 * brought, so the worker may end at any instruction.
 */
export class CoverageQueue {
  readonly #sender: Sender;
  readonly #active = new Set<string>();
  #halted = false;
  #step: Promise<void> | null = null;

  /** `lock` guards read-then-write on feeds and tasks, shared with whoever else changes them. */
  constructor(
    readonly dependencies: QueueDependencies,
    sender: Sender,
    readonly lock = new Lock(),
  ) {
    this.#sender = sender;
  }

  /** Works through what is due until `deadline` (milliseconds since the epoch). One step runs at a time. */
  step(deadline: number): Promise<void> {
    this.#step ??= this.#work(deadline).finally(() => {
      this.#step = null;
    });
    return this.#step;
  }

  /** When there will be something to do, or null when nothing is waiting. */
  async nextWake(): Promise<number | null> {
    const { store, now } = this.dependencies;
    if ((await store.list('arrivals', { limit: 1 })).length > 0) return now();
    let earliest: number | null = null;
    for (const task of await store.list('tasks')) {
      const start = Math.max(task.due, await this.#sender.hosts.allowedFrom(task.host));
      earliest = Math.min(earliest ?? start, start);
    }
    return earliest;
  }

  /** Ends the running step early, when what arrives cannot be kept. Nothing is lost: it waits in the store. */
  halt(): void {
    this.#halted = true;
  }

  async #work(deadline: number): Promise<void> {
    await this.#sender.recover();
    const { store, land, rules, isOnline } = this.dependencies;
    this.#halted = false;
    for (const arrival of await store.list('arrivals')) await land(arrival);
    if (!isOnline() || this.#halted) return;
    await Promise.all(Array.from({ length: rules.parallelHosts }, () => this.#lane(deadline)));
    await this.#sender.trimLog();
  }

  async #lane(deadline: number): Promise<void> {
    const { now, sleep, isOnline } = this.dependencies;
    while (now() < deadline && isOnline() && !this.#halted) {
      const next = await this.#take();
      if (!next) return;
      if (typeof next === 'number') {
        if (next > deadline) return;
        await sleep(Math.min(Math.max(next - now(), 1), longestNap));
        continue;
      }
      try {
        await this.#run(next);
      } finally {
        this.#sender.hosts.release(next.host);
        this.#active.delete(next.key);
      }
    }
  }

  /** The next task that may start now, its host held; else the moment one may, or null when none is waiting. */
  #take(): Promise<Task | number | null> {
    return this.lock.run(async () => {
      const { store, now } = this.dependencies;
      const tasks = (await store.list('tasks')).filter(({ key }) => !this.#active.has(key));
      tasks.sort((left, right) => left.due - right.due);
      let earliest: number | null = null;
      for (const task of tasks) {
        const start = Math.max(task.due, await this.#sender.hosts.allowedFrom(task.host));
        if (start <= now() && this.#sender.hosts.hold(task.host)) {
          this.#active.add(task.key);
          return task;
        }
        const possible = Math.max(start, now() + 50);
        earliest = Math.min(earliest ?? possible, possible);
      }
      return earliest;
    });
  }

  async #run(task: Task): Promise<void> {
    const { store, random, rules, now } = this.dependencies;
    const feed = task.feed ? ((await store.get('feeds', task.feed)) ?? null) : null;
    const isGone = task.kind === 'feed' && (!feed || !isWorthPolling(feed));
    if (isGone) return store.write([{ table: 'tasks', remove: [task.key] }]);
    const address = task.hop?.to ?? task.address;
    const allowed = await mayRequest(address, task.typedHost, this.dependencies);
    if (!allowed.ok) return this.#blocked(task, allowed.failure, now() + notPermittedRetry);
    const robots = await this.#sender.hosts.robots(task.host);
    if (!robots) return this.#sender.fetchRobots(allowed.value);
    if (!robotsAllow(robots, address)) {
      return this.#blocked(task, { code: 'robots-disallow', detail: { host: task.host } }, robotsEnd(robots));
    }
    const headers = task.kind === 'feed' && feed ? conditional(feed) : {};
    const { entry, result } = await this.#sender.send(allowed.value, task.purpose, task, headers);
    const limits = { now: now(), rules, random };
    await this.#finish(task, entry, (current) => settle(task, current, result, limits));
  }

  async #finish(task: Task, entry: RequestEntry, decide: (feed: Feed | null) => Settlement): Promise<void> {
    const { store, land } = this.dependencies;
    const arrival = await this.lock.run(async () => {
      // Read again: the reader may have changed or unfollowed it meanwhile.
      const feed = task.feed ? ((await store.get('feeds', task.feed)) ?? null) : null;
      const isUnfollowed = task.feed !== null && !feed;
      const settlement = decide(task.kind === 'feed' ? feed : null);
      const host = await this.#sender.hosts.rested(entry.host, settlement.hostQuietUntil);
      const changes: CoverageChange[] = [
        { table: 'requests', put: [entry] },
        { table: 'hosts', put: [host] },
      ];
      if (isUnfollowed || !settlement.task) changes.push({ table: 'tasks', remove: [task.key] });
      else changes.push({ table: 'tasks', put: [settlement.task] });
      if (settlement.feed) changes.push({ table: 'feeds', put: [settlement.feed] });
      if (settlement.arrival && !isUnfollowed) changes.push({ table: 'arrivals', put: [settlement.arrival] });
      await store.write(changes);
      return isUnfollowed ? null : settlement.arrival;
    });
    if (arrival) await land(arrival);
  }

  /** A task that may not be sent: nothing leaves, the feed says why, and it is looked at again at `until`. */
  async #blocked(task: Task, failure: Failure, until: number): Promise<void> {
    const { store, now, random, rules } = this.dependencies;
    await this.lock.run(async () => {
      const feed = task.kind === 'feed' && task.feed ? ((await store.get('feeds', task.feed)) ?? null) : null;
      const settled = settleFailure(task, feed, failure, { now: now(), rules, random });
      const changes: CoverageChange[] = settled.task
        ? [{ table: 'tasks', put: [{ ...settled.task, due: until }] }]
        : [{ table: 'tasks', remove: [task.key] }];
      // A missing grant is the reader's choice and no failure of the feed.
      if (feed) changes.push({ table: 'feeds', put: [{ ...feed, failure }] });
      await store.write(changes);
    });
  }
}

function conditional(feed: Feed): Record<string, string> {
  const headers: Record<string, string> = {};
  if (feed.etag) headers['If-None-Match'] = feed.etag;
  if (feed.lastModified) headers['If-Modified-Since'] = feed.lastModified;
  return headers;
}
