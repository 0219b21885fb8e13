import type { Feed, HostState } from './records';

/** The rules of polite fetching in one place; times in milliseconds. Injected so that tests can shorten them. */
export interface PolitenessRules {
  /** Between the end of one request to a host and the next. */
  hostInterval: number;
  /** The same for requests the reader has just asked for and waits for. */
  interactiveInterval: number;
  /** Between two polls of one feed that answers. */
  feedInterval: number;
  requestsPerHostAndDay: number;
  /** Requests at the same time, each to another host. */
  parallelHosts: number;
  /** First wait after a failure; doubles with each further one. */
  backOffStart: number;
  backOffLimit: number;
  requestTimeout: number;
  feedByteLimit: number;
  pageByteLimit: number;
  redirectLimit: number;
  /** Tries of one article's text before it is given up. */
  articleAttempts: number;
}

export const politenessRules: PolitenessRules = {
  hostInterval: 5_000,
  interactiveInterval: 1_000,
  feedInterval: 30 * 60_000,
  requestsPerHostAndDay: 400,
  parallelHosts: 4,
  backOffStart: 5 * 60_000,
  backOffLimit: 24 * 3_600_000,
  requestTimeout: 20_000,
  feedByteLimit: 10 * 1024 * 1024,
  pageByteLimit: 5 * 1024 * 1024,
  redirectLimit: 5,
  articleAttempts: 4,
};

/** Exponential back-off with equal jitter: half fixed, half random, so that feeds that failed together part. */
export function backOff(failures: number, rules: PolitenessRules, random: () => number): number {
  const whole = Math.min(rules.backOffStart * 2 ** Math.max(0, failures - 1), rules.backOffLimit);
  return whole / 2 + (whole / 2) * random();
}

/** When a feed is asked again after it answered: its interval with up to a tenth of jitter, never earlier. */
export function nextPoll(now: number, rules: PolitenessRules, random: () => number): number {
  return now + rules.feedInterval * (1 + 0.1 * random());
}

/**
 * `Retry-After` (RFC 9110 section 10.2.3) as a moment: seconds or an HTTP date; null when absent or nonsense.
 * At most a week is honoured, so that a mistyped date does not end a feed for good.
 */
export function retryAfter(header: string | null, now: number): number | null {
  const written = header?.trim() ?? '';
  const week = 7 * 24 * 3_600_000;
  const moment = /^\d+$/.test(written) ? now + Number(written) * 1000 : Date.parse(written);
  if (!written || Number.isNaN(moment)) return null;
  return Math.min(Math.max(moment, now), now + week);
}

export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

export const newHost = (key: string): HostState => ({
  key,
  endedAt: 0,
  quietUntil: 0,
  day: '',
  requestsToday: 0,
  failures: 0,
  robots: null,
});

/**
 * When a host may next be asked: an interval after the last request ended, or after its crawl delay, not before it
 * asked for itself, and after the daily cap not before the next UTC day.
 */
export function hostAllowedFrom(
  host: HostState,
  now: number,
  rules: PolitenessRules,
  interval: number,
): number {
  const isCapped = host.day === dayOf(now) && host.requestsToday >= rules.requestsPerHostAndDay;
  const tomorrow = Date.parse(dayOf(now)) + 24 * 3_600_000;
  return Math.max(host.endedAt + interval, host.quietUntil, isCapped ? tomorrow : 0);
}

/** The host after one more request has been sent to it. */
export function counted(host: HostState, now: number): HostState {
  const day = dayOf(now);
  return { ...host, day, requestsToday: host.day === day ? host.requestsToday + 1 : 1 };
}

/** A feed that has been failing for this long in a row is paused and says so. */
const failuresBeforePause = 20;

export const isWorthPolling = (feed: Feed): boolean => !feed.paused && feed.failures < failuresBeforePause;
