import type { Result } from '../model/result';
import { decodeText } from './decode';
import { HostBook } from './host-book';
import { begunEntry, endedEntry, requestLogLimit } from './recorder';
import type { RequestEntry, RequestPurpose, Task } from './records';
import { type Exchange, exchange, type Refusal, type RequestDependencies } from './request';
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

/** A robots.txt that redirects is treated as absent: RFC 9309 lets crawlers stop after any number of hops. */
const robotsOf = (result: Result<Exchange, Refusal>, now: number) => {
  if (!result.ok) return robotsFrom(result.failure.status, '', now);
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
    return { entry: endedEntry(begun, result, now()), result };
  }

  /** Asks a held host for its robots.txt and keeps it. */
  async fetchRobots(url: URL): Promise<void> {
    const { store, now } = this.dependencies;
    const { entry, result } = await this.send(new URL(robotsAddress(url.href)), 'robots', null, {});
    const host = await this.hosts.rested(url.host, null);
    const robots = robotsOf(result, now());
    this.hosts.remember({ ...host, robots });
    await store.write([
      { table: 'requests', put: [entry] },
      { table: 'hosts', put: [{ ...host, robots }] },
    ]);
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
