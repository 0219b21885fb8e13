import { type Failure, fail, ok, type Result } from '../model/result';
import { bytesWithin, piecesOf } from './bytes';
import type { PolitenessRules } from './politeness';
import { isPrivateHost } from './private-hosts';

/** One HTTP exchange without following redirects. */
export interface Hop {
  status: number;
  /** Header by lower-case name. */
  header(name: string): string | null;
  /** Where a redirect leads, or null. Browsers hide it from fetch: see src/browser. */
  location: string | null;
  body: ReadableStream<Uint8Array> | null;
}

/** Sends one GET without credentials and without following redirects. Rejects when no answer came. */
export type SendHop = (address: string, headers: Record<string, string>, signal: AbortSignal) => Promise<Hop>;

export interface Answer {
  status: number;
  /** Address the answer came from. */
  address: string;
  header(name: string): string | null;
  bytes: Uint8Array;
}

export interface RequestDependencies {
  send: SendHop;
  /** Whether the reader granted the host of an address. */
  isGranted(address: string): Promise<boolean>;
  rules: PolitenessRules;
  isOnline(): boolean;
}

/** Whether an address may be asked at all, before anything is sent. */
export async function mayRequest(
  address: string,
  typedHost: string | null,
  { isGranted }: Pick<RequestDependencies, 'isGranted'>,
): Promise<Result<URL>> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return fail('address-malformed');
  if (url.username || url.password) return fail('address-malformed', { reason: 'credentials' });
  if (isPrivateHost(url.hostname) && url.host !== typedHost) return fail('host-private', { host: url.host });
  if (!(await isGranted(url.href))) return fail('host-not-permitted', { host: url.host });
  return ok(url);
}

const redirects = new Set([301, 302, 303, 307, 308]);

/** A body up to a limit; null when it is longer. */
const readUpTo = async (
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> => (body ? bytesWithin(piecesOf(body), limit) : new Uint8Array());

const failureOfStatus = (status: number, host: string): Failure =>
  status === 429 || status === 503
    ? { code: 'request-limited', detail: { status, host } }
    : { code: 'request-refused', detail: { status, host } };

/** What one exchange came to: an answer (304 included), or a redirect that has not been followed. */
export type Exchange =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'redirect'; status: number; to: string; permanent: boolean };

/** A request that was refused or failed, with what the queue needs to be polite about it. */
export interface Refusal {
  failure: Failure;
  status: number | null;
  bytes: number;
  retryAfter: string | null;
}

const refusal = (
  failure: Failure,
  status: number | null = null,
  more: { bytes?: number; retryAfter?: string | null } = {},
): { ok: false; failure: Refusal } => ({
  ok: false,
  failure: { failure, status, bytes: more.bytes ?? 0, retryAfter: more.retryAfter ?? null },
});

class TimeLimit extends Error {}

/** The failure a rejected exchange stands for. Sleep and a lost network are no fault of the host. */
const failureOfError = (error: unknown, host: string, isOnline: boolean): Failure => {
  if (error instanceof TimeLimit) return { code: 'request-timeout', detail: { host } };
  return isOnline ? { code: 'request-failed', detail: { host } } : { code: 'offline' };
};

async function receive(url: URL, sent: Promise<Hop>, byteLimit: number): Promise<Result<Exchange, Refusal>> {
  const hop = await sent;
  const { status } = hop;
  const { host } = url;
  const cancelBody = () => hop.body?.cancel().catch(() => {});
  if (redirects.has(status)) {
    await cancelBody();
    if (!hop.location || !URL.canParse(hop.location, url))
      return refusal({ code: 'request-refused', detail: { status, host } }, status);
    const permanent = status === 301 || status === 308;
    return ok({ kind: 'redirect', status, to: new URL(hop.location, url).href, permanent });
  }
  const isTooLong = Number(hop.header('content-length') ?? 0) > byteLimit;
  if (isTooLong) await cancelBody();
  const bytes = isTooLong ? null : await readUpTo(hop.body, byteLimit);
  if (bytes === null) {
    const megabytes = Math.max(1, Math.round(byteLimit / 1_048_576));
    return refusal({ code: 'feed-too-large', detail: { megabytes, host } }, status, { bytes: byteLimit });
  }
  if (status !== 304 && (status < 200 || status > 299)) {
    const retryAfter = hop.header('retry-after');
    return refusal(failureOfStatus(status, host), status, { bytes: bytes.byteLength, retryAfter });
  }
  const header = (name: string) => hop.header(name);
  return ok({ kind: 'answer', answer: { status, address: url.href, header, bytes } });
}

/**
 * One GET without following redirects, with a time limit over headers and body together and a size limit while
 * the body streams in. The address must have passed `mayRequest`.
 */
export async function exchange(
  url: URL,
  headers: Record<string, string>,
  byteLimit: number,
  { send, rules, isOnline }: RequestDependencies,
): Promise<Result<Exchange, Refusal>> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimit()), rules.requestTimeout);
  });
  try {
    return await Promise.race([timeout, receive(url, send(url.href, headers, controller.signal), byteLimit)]);
  } catch (error) {
    return refusal(failureOfError(error, url.host, isOnline()));
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
