import { backOff, counted, hostAllowedFrom, newHost, type PolitenessRules } from './politeness';
import type { HostState, RobotsState } from './records';
import { robotsEnd } from './robots';
import type { CoverageStore } from './storage';

/** How long someone who waits in front of the screen is let wait for a host's turn. */
const longestWait = 10_000;
/** Failures of a server in a row that may be chance. */
const failuresBeforeRest = 3;

interface HostBookDependencies {
  store: CoverageStore;
  rules: PolitenessRules;
  now(): number;
  random(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Whose turn it is at each host. What must survive the worker is returned to be written by the caller. */
export class HostBook {
  readonly #known = new Map<string, HostState>();
  readonly #held = new Set<string>();

  constructor(readonly dependencies: HostBookDependencies) {}

  /** What is known of a host. */
  async state(key: string): Promise<HostState> {
    const known = this.#known.get(key) ?? (await this.dependencies.store.get('hosts', key)) ?? newHost(key);
    this.#known.set(key, known);
    return known;
  }

  remember(host: HostState): HostState {
    this.#known.set(host.key, host);
    return host;
  }

  /** Forgets what is in memory, after records were changed by others. */
  forget(): void {
    this.#known.clear();
  }

  /** When a host's turn comes in the background. */
  async allowedFrom(key: string): Promise<number> {
    const { now, rules } = this.dependencies;
    const host = await this.state(key);
    const interval = Math.max(rules.hostInterval, host.robots?.delay ?? 0);
    return hostAllowedFrom(host, now(), rules, interval);
  }

  hold(key: string): boolean {
    if (this.#held.has(key)) return false;
    this.#held.add(key);
    return true;
  }

  release(key: string): void {
    this.#held.delete(key);
  }

  /** Holds a host as soon as its turn comes for a reader who waits; false when that takes too long. */
  async holdSoon(key: string, interval: number): Promise<boolean> {
    const { now, sleep, rules } = this.dependencies;
    const end = now() + longestWait;
    while (now() <= end) {
      const from = hostAllowedFrom(await this.state(key), now(), rules, interval);
      if (from > end) return false;
      if (from <= now() && this.hold(key)) return true;
      await sleep(Math.max(20, Math.min(from - now(), 200)));
    }
    return false;
  }

  /** The host with one more request counted, before it is sent. */
  async count(key: string): Promise<HostState> {
    return this.remember(counted(await this.state(key), this.dependencies.now()));
  }

  /**
   * The host after a request has ended, quiet for as long as it asked for. One that fails again and again (`isDown`)
   * is left alone as a whole: ten feeds of an outlet whose server is down are ten requests, not a storm.
   */
  async rested(key: string, quietUntil: number | null, isDown: boolean | null = null): Promise<HostState> {
    const { now, rules, random } = this.dependencies;
    const host = await this.state(key);
    const failures = isDown === null ? host.failures : isDown ? host.failures + 1 : 0;
    const surplus = isDown ? failures - failuresBeforeRest : 0;
    const backed = surplus > 0 ? now() + backOff(surplus, rules, random) : 0;
    const quiet = Math.max(quietUntil ?? 0, host.quietUntil, backed);
    return this.remember({ ...host, endedAt: now(), quietUntil: quiet, failures });
  }

  /** When a host that asked for rest may be asked again, or null when it did not. */
  async quietUntil(key: string): Promise<number | null> {
    const { quietUntil } = await this.state(key);
    return quietUntil > this.dependencies.now() ? quietUntil : null;
  }

  /** The host's robots.txt when it is fresh, else null. */
  async robots(key: string): Promise<RobotsState | null> {
    const { robots } = await this.state(key);
    return robots && this.dependencies.now() < robotsEnd(robots) ? robots : null;
  }
}
