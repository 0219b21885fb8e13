import { type Failure, fail, ok, type Result } from '../model/result';
import { decodeText } from './decode';
import { HostBook } from './host-book';
import { Lock } from './lock';
import { isWorthPolling } from './politeness';
import { begunEntry, endedEntry, requestLogLimit } from './recorder';
import type { Arrival, Feed, RequestEntry, RequestPurpose, RobotsState, Task } from './records';
import {
  type Answer,
  type Exchange,
  exchange,
  mayRequest,
  type Refusal,
  type RequestDependencies,
} from './request';
import { robotsAddress, robotsAllow, robotsByteLimit, robotsEnd, robotsFrom } from './robots';
import { type Settlement, settle, settleFailure } from './settle';
import type { CoverageChange, CoverageStore } from './storage';

export interface QueueDependencies extends RequestDependencies {
  store: CoverageStore;
  now(): number;
  random(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Saves what arrived and removes it from `arrivals`; called once for each arrival, again after a crash. */
  land(arrival: Arrival): Promise<void>;
}

/** How long a lane sleeps at most before it looks again what has become due. */
const longestNap = 1_000;
/** A task whose request was cut off by the worker's end is not repeated before this. */
const afterInterruption = 30_000;
const notPermittedRetry = 6 * 3_600_000;

/**
 * Fetches what is due, politely: one request per host at a time, an interval between them, robots.txt first. All
 * its memory is in the store; each request is written down before it leaves and settled in one batch with what it
 * brought, so the worker may end at any instruction.
 */
export class CoverageQueue {
  readonly #hosts: HostBook;
  readonly #active = new Set<string>();
  #recovered: Promise<void> | null = null;
  #halted = false;
  #step: Promise<void> | null = null;

  /** `lock` guards read-then-write on feeds and tasks, shared with whoever else changes them. */
  constructor(
    readonly dependencies: QueueDependencies,
    readonly lock = new Lock(),
  ) {
    this.#hosts = new HostBook(dependencies);
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
      const start = Math.max(task.due, await this.#hosts.allowedFrom(task.host));
      earliest = Math.min(earliest ?? start, start);
    }
    return earliest;
  }

  /**
   * One answer for a reader who waits: the same rules with a shorter interval, redirects followed at once, waiting
   * at most ten seconds for the host's turn.
   */
  async fetchNow(
    address: string,
    purpose: RequestPurpose,
    typedHost: string | null,
  ): Promise<Result<Answer, Failure>> {
    await this.recover();
    let next = address;
    for (let hop = 0; hop <= this.dependencies.rules.redirectLimit; hop++) {
      const allowed = await mayRequest(next, typedHost, this.dependencies);
      if (!allowed.ok) return allowed;
      const url = allowed.value;
      const robots = await this.#robotsNow(url);
      if (robots && !robotsAllow(robots, url.href)) return fail('robots-disallow', { host: url.host });
      const result = await this.#takingTurn(url, purpose);
      if (!result.ok) return { ok: false, failure: result.failure.failure };
      if (result.value.kind === 'answer') return ok(result.value.answer);
      next = result.value.to;
    }
    return fail('request-refused', { reason: 'redirects', host: new URL(address).host });
  }

  /** robots.txt of an address's host, asked for when it is not known; null when it has none. */
  async robotsText(address: string, typedHost: string | null): Promise<string | null> {
    const allowed = await mayRequest(address, typedHost, this.dependencies);
    const robots = allowed.ok ? await this.#robotsNow(allowed.value) : null;
    return robots?.access === 'rules' ? robots.text : null;
  }

  /** Ends the running step early, when what arrives cannot be kept. Nothing is lost: it waits in the store. */
  halt(): void {
    this.#halted = true;
  }

  /** Requests that were under way when the worker ended are said to be interrupted; their tasks wait again. */
  recover(): Promise<void> {
    this.#recovered ??= this.#markInterrupted();
    return this.#recovered;
  }

  async #markInterrupted(): Promise<void> {
    const { store, now } = this.dependencies;
    const recent = await store.list('requests', { descending: true, limit: 500 });
    const cutOff = recent.filter(({ outcome }) => outcome === 'under-way');
    const tasks = (await store.list('tasks')).filter(({ started }) => started !== null);
    if (cutOff.length === 0 && tasks.length === 0) return;
    // Their servers may still be answering: the hosts rest as if the requests had just ended.
    const hosts = await Promise.all(
      [...new Set(cutOff.map(({ host }) => host))].map((host) => this.#hosts.rested(host, null)),
    );
    await store.write([
      { table: 'hosts', put: hosts },
      { table: 'requests', put: cutOff.map((entry): RequestEntry => ({ ...entry, outcome: 'interrupted' })) },
      {
        table: 'tasks',
        put: tasks.map((task) => ({ ...task, started: null, due: now() + afterInterruption })),
      },
    ]);
  }

  async #work(deadline: number): Promise<void> {
    await this.recover();
    const { store, land, rules, isOnline } = this.dependencies;
    this.#halted = false;
    for (const arrival of await store.list('arrivals')) await land(arrival);
    if (!isOnline() || this.#halted) return;
    await Promise.all(Array.from({ length: rules.parallelHosts }, () => this.#lane(deadline)));
    await this.#trimLog();
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
        this.#hosts.release(next.host);
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
        const start = Math.max(task.due, await this.#hosts.allowedFrom(task.host));
        if (start <= now() && this.#hosts.hold(task.host)) {
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
    const robots = await this.#hosts.robots(task.host);
    if (!robots) return this.#fetchRobots(allowed.value);
    if (!robotsAllow(robots, address)) {
      return this.#blocked(task, { code: 'robots-disallow', detail: { host: task.host } }, robotsEnd(robots));
    }
    const headers = task.kind === 'feed' && feed ? conditional(feed) : {};
    const { entry, result } = await this.#send(allowed.value, task.purpose, task, headers);
    const limits = { now: now(), rules, random };
    await this.#finish(task, entry, (current) => settle(task, current, result, limits));
  }

  /** Sends one request with its log entry written first. The caller writes the entry that comes back. */
  async #send(url: URL, purpose: RequestPurpose, task: Task | null, headers: Record<string, string>) {
    const { store, now, random, rules } = this.dependencies;
    const begun = begunEntry(url.href, purpose, task?.key ?? null, now(), random);
    const host = await this.#hosts.count(url.host);
    const started: CoverageChange[] = task ? [{ table: 'tasks', put: [{ ...task, started: now() }] }] : [];
    await store.write([{ table: 'requests', put: [begun] }, { table: 'hosts', put: [host] }, ...started]);
    const isPage = purpose === 'article-text' || purpose === 'imported-link';
    const limit = purpose === 'robots' ? robotsByteLimit : isPage ? rules.pageByteLimit : rules.feedByteLimit;
    const result = await exchange(url, headers, limit, this.dependencies);
    return { entry: endedEntry(begun, result, now()), result };
  }

  async #finish(task: Task, entry: RequestEntry, decide: (feed: Feed | null) => Settlement): Promise<void> {
    const { store, land } = this.dependencies;
    const arrival = await this.lock.run(async () => {
      // Read again: the reader may have changed or unfollowed it meanwhile.
      const feed = task.feed ? ((await store.get('feeds', task.feed)) ?? null) : null;
      const isUnfollowed = task.feed !== null && !feed;
      const settlement = decide(task.kind === 'feed' ? feed : null);
      const host = await this.#hosts.rested(entry.host, settlement.hostQuietUntil);
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

  async #fetchRobots(url: URL): Promise<void> {
    const { store, now } = this.dependencies;
    const { entry, result } = await this.#send(new URL(robotsAddress(url.href)), 'robots', null, {});
    const host = await this.#hosts.rested(url.host, null);
    const robots = robotsOf(result, now());
    this.#hosts.remember({ ...host, robots });
    await store.write([
      { table: 'requests', put: [entry] },
      { table: 'hosts', put: [{ ...host, robots }] },
    ]);
  }

  /** robots.txt of a host, asked for when it is not known; null when its turn did not come. */
  async #robotsNow(url: URL): Promise<RobotsState | null> {
    const known = await this.#hosts.robots(url.host);
    if (known) return known;
    if (!(await this.#hosts.holdSoon(url.host))) return null;
    try {
      await this.#fetchRobots(url);
    } finally {
      this.#hosts.release(url.host);
    }
    return this.#hosts.robots(url.host);
  }

  async #takingTurn(url: URL, purpose: RequestPurpose): Promise<Result<Exchange, Refusal>> {
    const { store } = this.dependencies;
    const held = await this.#hosts.holdSoon(url.host);
    if (!held) {
      const failure: Failure = { code: 'request-limited', detail: { host: url.host } };
      return { ok: false, failure: { failure, status: null, bytes: 0, retryAfter: null } };
    }
    try {
      const { entry, result } = await this.#send(url, purpose, null, {});
      const host = await this.#hosts.rested(url.host, null);
      await store.write([
        { table: 'requests', put: [entry] },
        { table: 'hosts', put: [host] },
      ]);
      return result;
    } finally {
      this.#hosts.release(url.host);
    }
  }

  async #trimLog(): Promise<void> {
    const { store } = this.dependencies;
    const surplus = (await store.count('requests')) - requestLogLimit;
    if (surplus < 200) return;
    const oldest = await store.list('requests', { limit: surplus });
    await store.write([{ table: 'requests', remove: oldest.map(({ key }) => key) }]);
  }
}

/** A robots.txt that redirects is treated as absent: RFC 9309 lets crawlers stop after any number of hops. */
const robotsOf = (result: Result<Exchange, Refusal>, now: number) => {
  if (!result.ok) return robotsFrom(result.failure.status, '', now);
  if (result.value.kind === 'redirect') return robotsFrom(404, '', now);
  const { answer } = result.value;
  return robotsFrom(answer.status, decodeText(answer.bytes, answer.header('content-type')), now);
};

function conditional(feed: Feed): Record<string, string> {
  const headers: Record<string, string> = {};
  if (feed.etag) headers['If-None-Match'] = feed.etag;
  if (feed.lastModified) headers['If-Modified-Since'] = feed.lastModified;
  return headers;
}
