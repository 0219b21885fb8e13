import type { Failure } from '../model/result';
import { Lock } from './lock';
import { originOf, settledChanges } from './outcome';
import { isWorthPolling } from './politeness';
import type { Arrival, Feed, RequestEntry, Task } from './records';
import { mayRequest } from './request';
import { robotsAllow, robotsEnd } from './robots';
import type { Sender, SenderDependencies } from './sender';
import { type Settlement, settle, settleFailure, settleForbidden, settleUngranted } from './settle';
import type { CoverageChange } from './storage';

interface QueueDependencies extends SenderDependencies {
  /** Saves what arrived and removes it from `arrivals`; called once for each arrival, again after a crash. */
  land(arrival: Arrival): Promise<void>;
}

/** A task that waits for the reader to allow a site is not looked at; a feed is once in a while, as feeds move. */
const isParked = ({ kind, ungranted }: Task): boolean => ungranted !== null && kind === 'article';

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
      if (isParked(task)) continue;
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
      const tasks = (await store.list('tasks')).filter(
        (task) => !this.#active.has(task.key) && !isParked(task),
      );
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
    if (!allowed.ok) return this.#blocked(task, allowed.failure, address, now() + notPermittedRetry);
    const robots = await this.#sender.hosts.robots(task.host);
    if (!robots) return this.#sender.fetchRobots(allowed.value);
    if (!robotsAllow(robots, address)) {
      const failure: Failure =
        robots.access === 'none'
          ? { code: 'request-failed', detail: { host: task.host } }
          : { code: 'robots-disallow', detail: { host: task.host } };
      return this.#blocked(task, failure, address, robotsEnd(robots));
    }
    const headers = task.kind === 'feed' && feed ? conditional(feed) : {};
    const sent = await this.#sender.send(allowed.value, task.purpose, task, headers);
    const limits = { now: now(), rules, random };
    await this.#finish(task, sent, (current) => settle(task, current, sent.result, limits));
  }

  async #finish(
    task: Task,
    { entry, isDown }: { entry: RequestEntry; isDown: boolean },
    decide: (feed: Feed | null) => Settlement,
  ): Promise<void> {
    const { store, land, now, random, rules } = this.dependencies;
    const arrival = await this.lock.run(async () => {
      const { feed, isUnwanted } = await originOf(store, task);
      let settlement: Settlement;
      try {
        settlement = decide(task.kind === 'feed' ? feed : null);
      } catch {
        // An answer that breaks the reader of feeds must not stop the round for all others.
        const context = { now: now(), rules, random };
        settlement = settleFailure(task, feed, { code: 'unexpected', detail: { call: 'feed' } }, context);
      }
      const host = await this.#sender.hosts.rested(entry.host, settlement.hostQuietUntil, isDown);
      const changes: CoverageChange[] = [
        { table: 'requests', put: [entry] },
        { table: 'hosts', put: [host] },
        ...(await settledChanges(store, task, isUnwanted ? { ...settlement, task: null } : settlement)),
      ];
      if (settlement.feed) changes.push({ table: 'feeds', put: [settlement.feed] });
      if (settlement.arrival && !isUnwanted) changes.push({ table: 'arrivals', put: [settlement.arrival] });
      await store.write(changes);
      return isUnwanted ? null : settlement.arrival;
    });
    if (arrival) await land(arrival);
  }

  /** A task that may not be sent: nothing leaves, the feed says why, and it is looked at again at `until`. */
  async #blocked(task: Task, failure: Failure, address: string, until: number): Promise<void> {
    const { store, now, random, rules } = this.dependencies;
    await this.lock.run(async () => {
      const { feed } = await originOf(store, task);
      const changes: CoverageChange[] = [];
      if (failure.code === 'host-not-permitted')
        changes.push({ table: 'tasks', put: [settleUngranted(task, address, now(), until)] });
      else if (failure.code === 'request-failed') {
        const settlement = settleFailure(task, null, failure, { now: now(), rules, random }, until);
        changes.push(...(await settledChanges(store, task, settlement)));
      } else changes.push(...(await settledChanges(store, task, settleForbidden(task, failure, until))));
      // A missing grant is the reader's choice and no failure of the feed.
      if (feed && task.kind === 'feed') changes.push({ table: 'feeds', put: [{ ...feed, failure }] });
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
