import type { Failure, Result } from '../model/result';
import { decodeText } from './decode';
import { parseFeedText } from './feed';
import { backOff, nextPoll, type PolitenessRules, retryAfter } from './politeness';
import type { Arrival, Feed, Task } from './records';
import type { Answer, Exchange, Refusal } from './request';

/**
 * What becomes of a task, its feed and its host when a request has ended. Pure: the queue writes the outcome in
 * one batch with the log entry, so that a killed worker leaves either all of it or none.
 */
export interface Settlement {
  /** Null when the task is done. */
  task: Task | null;
  feed: Feed | null;
  arrival: Arrival | null;
  /** The host may not be asked before this moment, beyond its usual interval. */
  hostQuietUntil: number | null;
  /** Why the task is over without having brought anything: for the report of the import that made it. */
  ended: Failure | null;
}

const unchanged: Settlement = { task: null, feed: null, arrival: null, hostQuietUntil: null, ended: null };
/** An article that will not be had. */
const over = (failure: Failure): Settlement => ({ ...unchanged, ended: failure });

interface SettleContext {
  now: number;
  rules: PolitenessRules;
  random: () => number;
}

const offlineRetry = 5 * 60_000;
/** Statuses that say an article will not be had by asking again. */
const finalStatuses = new Set([400, 401, 402, 403, 404, 406, 410, 451]);

const rested = (task: Task, due: number): Task => ({
  ...task,
  due,
  started: null,
  ungranted: null,
  hop: null,
  host: new URL(task.address).host,
});

/** A task after a failure that is its host's or its own. */
export function settleFailure(
  task: Task,
  feed: Feed | null,
  failure: Failure,
  context: SettleContext,
  notBefore: number | null = null,
): Settlement {
  const { now, rules, random } = context;
  const attempts = task.attempts + 1;
  const due = Math.max(now + backOff(attempts, rules, random), notBefore ?? 0);
  const next = rested({ ...task, attempts }, due);
  const isHopeless = task.kind === 'article' && attempts >= rules.articleAttempts;
  return {
    ...unchanged,
    task: isHopeless ? null : next,
    feed: feed && { ...feed, lastTried: new Date(now).toISOString(), failures: feed.failures + 1, failure },
    hostQuietUntil: notBefore,
    ended: isHopeless ? failure : null,
  };
}

function settleRefusal(task: Task, feed: Feed | null, refusal: Refusal, context: SettleContext): Settlement {
  const { now } = context;
  const { failure, status } = refusal;
  // Sleep and lost network are normal: nobody's failure, tried again soon.
  if (failure.code === 'offline') return { ...unchanged, task: rested(task, now + offlineRetry) };
  const isOver =
    task.kind === 'article' && (finalStatuses.has(status ?? 0) || failure.code === 'feed-too-large');
  if (isOver) return over(failure);
  const later = retryAfter(refusal.retryAfter, now);
  // Too many requests without a Retry-After: the whole host is left alone for the back-off.
  const isLimited = failure.code === 'request-limited';
  const settled = settleFailure(task, feed, failure, context, later);
  const quiet = isLimited ? (later ?? settled.task?.due ?? null) : null;
  // 410 Gone is the outlet's word that the feed has ended (RFC 9110 section 15.5.11).
  const ended = status === 410 && settled.feed ? { ...settled.feed, paused: true } : settled.feed;
  return { ...settled, feed: ended, hostQuietUntil: quiet };
}

const header = (answer: Answer, name: string): string | null => answer.header(name)?.slice(0, 1_000) || null;

function settleFeedAnswer(task: Task, feed: Feed, answer: Answer, context: SettleContext): Settlement {
  const { now, rules, random } = context;
  const at = new Date(now).toISOString();
  const alive: Feed = { ...feed, lastTried: at, lastArrived: at, failures: 0, failure: null };
  // A feed that moved for good is asked at its new address from now on.
  if (task.hop?.permanent) alive.address = answer.address;
  const polled = rested({ ...task, attempts: 0, address: alive.address }, nextPoll(now, rules, random));
  if (answer.status === 304) return { ...unchanged, task: polled, feed: alive };
  const text = decodeText(answer.bytes, answer.header('content-type'));
  const parsed = parseFeedText(text, answer.address, now);
  if (!parsed.ok) return settleFailure(task, feed, parsed.failure, context);
  const { items, setAside, title, home, language, format } = parsed.value;
  return {
    ...unchanged,
    task: polled,
    feed: {
      ...alive,
      title: feed.title || title || new URL(feed.address).hostname,
      home: feed.home ?? home,
      language: feed.language ?? language,
      format,
      etag: header(answer, 'etag'),
      lastModified: header(answer, 'last-modified'),
      items: items.length,
      setAside,
    },
    arrival: {
      key: `feed:${feed.key}`,
      at,
      feed: feed.key,
      importId: null,
      importRow: null,
      content: { kind: 'items', items },
    },
  };
}

function settlePage(task: Task, answer: Answer, context: SettleContext): Settlement {
  const type = answer.header('content-type') ?? 'text/html';
  if (!/html|xml/i.test(type) || answer.status === 304) {
    return over({ code: 'no-article' });
  }
  const html = decodeText(answer.bytes, type);
  return {
    ...unchanged,
    arrival: {
      key: task.key,
      at: new Date(context.now).toISOString(),
      feed: task.feed,
      importId: task.importId,
      importRow: task.importRow,
      content: { kind: 'page', html, address: answer.address, article: task.article },
    },
  };
}

function settleRedirect(
  task: Task,
  feed: Feed | null,
  { to, permanent }: { to: string; permanent: boolean },
  context: SettleContext,
): Settlement {
  const count = (task.hop?.count ?? 0) + 1;
  if (count > context.rules.redirectLimit) {
    const detail = { reason: 'redirects', host: task.host };
    return settleFailure(task, feed, { code: 'request-refused', detail }, context);
  }
  const hop = { to, count, permanent: permanent && (task.hop?.permanent ?? true) };
  const next: Task = { ...task, hop, host: new URL(to).host, due: context.now, started: null };
  return { ...unchanged, task: next };
}

/** A task that may not be sent until the reader allows a site: no try is counted, nothing is given up. */
export const settleUngranted = (task: Task, address: string, now: number, due: number): Task => ({
  ...rested(task, due),
  ungranted: { address, since: now },
});

/** An article that a site, or its robots.txt, does not let be fetched. */
export const settleForbidden = (task: Task, failure: Failure, due: number): Settlement =>
  task.kind === 'article' ? over(failure) : { ...unchanged, task: rested(task, due) };

/** The settlement of a request that was made for a task. `feed` is null for articles. */
export function settle(
  task: Task,
  feed: Feed | null,
  result: Result<Exchange, Refusal>,
  context: SettleContext,
): Settlement {
  if (!result.ok) return settleRefusal(task, feed, result.failure, context);
  if (result.value.kind === 'redirect') return settleRedirect(task, feed, result.value, context);
  const { answer } = result.value;
  return feed ? settleFeedAnswer(task, feed, answer, context) : settlePage(task, answer, context);
}
