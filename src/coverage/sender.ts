import type { Result } from '../model/result';
import { decodeText } from './decode';
import { HostBook } from './host-book';
import { retryAfter } from './politeness';
import { begunEntry, endedEntry, requestLogLimit } from './recorder';
import type { RequestEntry, RequestPurpose, Task } from './records';
import { type Exchange, exchange, mayRequest, type Refusal, type RequestDependencies } from './request';
import { robotsAddress, robotsByteLimit, robotsFrom } from './robots';
import type { CoverageChange, CoverageStore } from './storage';

export interface SenderDependencies extends RequestDependencies {
  store: CoverageStore;
  now(): number;
  random(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}

/** A task whose request was cut off by the worker's end is not repeated before this. */
const afterInterruption = 30_000;

/** The server did not answer or said that it is broken: neither a refusal nor a request to wait. */
const isDown = (result: Result<Exchange, Refusal>): boolean => {
  if (result.ok) return false;
  const { failure, status } = result.failure;
  if (failure.code === 'offline') return false;
  return status === null || (status >= 500 && status !== 503);
};

const robotsOf = (result: Result<Exchange, Refusal>, now: number) => {
  if (!result.ok) return robotsFrom(result.failure.status, '', now);
  // More redirects than are followed, or one that may not be: "unavailable", as RFC 9309 section 2.3.1.2 has it.
  if (result.value.kind === 'redirect') return robotsFrom(404, '', now);
  const { answer } = result.value;
  return robotsFrom(answer.status, decodeText(answer.bytes, answer.header('content-type')), now);
};

/** The one way out: every request is written to the log before it leaves, and its host counted. */
export class Sender {
  readonly hosts: HostBook;
  #recovered: Promise<void> | null = null;

  constructor(readonly dependencies: SenderDependencies) {
    this.hosts = new HostBook(dependencies);
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
      [...new Set(cutOff.map(({ host }) => host))].map((host) => this.hosts.rested(host, null)),
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

  /** Sends one request with its log entry written first. The caller writes the entry that comes back. */
  async send(url: URL, purpose: RequestPurpose, task: Task | null, headers: Record<string, string>) {
    const { store, now, random, rules } = this.dependencies;
    const begun = begunEntry(url.href, purpose, task?.key ?? null, now(), random);
    const host = await this.hosts.count(url.host);
    const started: CoverageChange[] = task ? [{ table: 'tasks', put: [{ ...task, started: now() }] }] : [];
    await store.write([{ table: 'requests', put: [begun] }, { table: 'hosts', put: [host] }, ...started]);
    const isPage = purpose === 'article-text' || purpose === 'imported-link';
    const limit = purpose === 'robots' ? robotsByteLimit : isPage ? rules.pageByteLimit : rules.feedByteLimit;
    const result = await exchange(url, headers, limit, this.dependencies);
    return { entry: endedEntry(begun, result, now()), result, isDown: isDown(result) };
  }

  /**
   * Asks a held host for its robots.txt and keeps it. Redirects (to https, to "www.") are followed, five at most,
   * each like any other request: within the grants, at its host's turn, in the log.
   */
  async fetchRobots(url: URL): Promise<void> {
    const { store, now, rules } = this.dependencies;
    let result = await this.#askRobots(new URL(robotsAddress(url.href)));
    for (let hop = 0; hop < rules.redirectLimit; hop++) {
      if (!result.ok || result.value.kind !== 'redirect') break;
      const next = await mayRequest(result.value.to, null, this.dependencies);
      if (!next.ok) break;
      const isElsewhere = next.value.host !== url.host;
      if (isElsewhere && !(await this.hosts.holdSoon(next.value.host, rules.hostInterval))) break;
      try {
        if (!isElsewhere) await this.dependencies.sleep(rules.hostInterval);
        result = await this.#askRobots(next.value);
      } finally {
        if (isElsewhere) this.hosts.release(next.value.host);
      }
    }
    const host = this.hosts.remember({
      ...(await this.hosts.state(url.host)),
      robots: robotsOf(result, now()),
    });
    await store.write([{ table: 'hosts', put: [host] }]);
  }

  async #askRobots(address: URL): Promise<Result<Exchange, Refusal>> {
    const sent = await this.send(address, 'robots', null, {});
    const { retryAfter: written = null } = sent.result.ok ? {} : sent.result.failure;
    const quiet = retryAfter(written, this.dependencies.now());
    const host = await this.hosts.rested(address.host, quiet, sent.isDown);
    await this.dependencies.store.write([
      { table: 'requests', put: [sent.entry] },
      { table: 'hosts', put: [host] },
    ]);
    return sent.result;
  }

  /** Drops the oldest entries beyond the log's limit. */
  async trimLog(): Promise<void> {
    const { store } = this.dependencies;
    const surplus = (await store.count('requests')) - requestLogLimit;
    if (surplus < 200) return;
    const oldest = await store.list('requests', { limit: surplus });
    await store.write([{ table: 'requests', remove: oldest.map(({ key }) => key) }]);
  }
}
