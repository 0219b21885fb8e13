import { type Failure, fail, ok, type Result } from '../model/result';
import { retryAfter } from './politeness';
import type { RequestPurpose, RobotsState } from './records';
import { type Answer, type Exchange, mayRequest, type Refusal } from './request';
import { robotsAllow } from './robots';
import type { Sender } from './sender';

/** Requests a reader has just asked for and waits for, under the same rules with a shorter interval. */
export class Interactive {
  readonly #sender: Sender;

  constructor(sender: Sender) {
    this.#sender = sender;
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
    await this.#sender.recover();
    let next = address;
    for (let hop = 0; hop <= this.#sender.dependencies.rules.redirectLimit; hop++) {
      const allowed = await mayRequest(next, typedHost, this.#sender.dependencies);
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
    const allowed = await mayRequest(address, typedHost, this.#sender.dependencies);
    const robots = allowed.ok ? await this.#robotsNow(allowed.value) : null;
    return robots?.access === 'rules' ? robots.text : null;
  }

  /** robots.txt of a host, asked for when it is not known; null when its turn did not come. */
  async #robotsNow(url: URL): Promise<RobotsState | null> {
    const known = await this.#sender.hosts.robots(url.host);
    if (known) return known;
    const { interactiveInterval } = this.#sender.dependencies.rules;
    if (!(await this.#sender.hosts.holdSoon(url.host, interactiveInterval))) return null;
    try {
      await this.#sender.fetchRobots(url);
    } finally {
      this.#sender.hosts.release(url.host);
    }
    return this.#sender.hosts.robots(url.host);
  }

  /** How long the host asked to be left alone; "too many requests" without a time means the first back-off. */
  #restAsked(result: Result<Exchange, Refusal>): number | null {
    if (result.ok) return null;
    const { now, rules } = this.#sender.dependencies;
    const isLimited = result.failure.failure.code === 'request-limited';
    return retryAfter(result.failure.retryAfter, now()) ?? (isLimited ? now() + rules.backOffStart : null);
  }

  async #takingTurn(url: URL, purpose: RequestPurpose): Promise<Result<Exchange, Refusal>> {
    const { store, rules } = this.#sender.dependencies;
    // Search services count by the second (GDELT: one request every five); outlets by the page.
    const interval = purpose === 'search' ? rules.hostInterval : rules.interactiveInterval;
    const held = await this.#sender.hosts.holdSoon(url.host, interval);
    if (!held) {
      const until = await this.#sender.hosts.quietUntil(url.host);
      const failure: Failure = until
        ? { code: 'request-limited', detail: { host: url.host, until: new Date(until).toISOString() } }
        : { code: 'busy', detail: { host: url.host } };
      return { ok: false, failure: { failure, status: null, bytes: 0, retryAfter: null } };
    }
    try {
      const { entry, result, isDown } = await this.#sender.send(url, purpose, null, {});
      const host = await this.#sender.hosts.rested(url.host, this.#restAsked(result), isDown);
      await store.write([
        { table: 'requests', put: [entry] },
        { table: 'hosts', put: [host] },
      ]);
      return result;
    } finally {
      this.#sender.hosts.release(url.host);
    }
  }
}
