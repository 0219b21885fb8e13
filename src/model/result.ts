/** The answer of anything that can fail in an expected way. Crosses contexts as plain data. */
export type Result<T, F = Failure> = { ok: true; value: T } | { ok: false; failure: F };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/**
 * A typed reason. `code` is a stable name that the interface turns into one plain sentence;
 * `detail` holds short facts for that sentence (a host, a file name, a count), never a stack.
 */
export interface Failure {
  code: FailureCode;
  detail?: Record<string, string | number>;
}

export const fail = (
  code: FailureCode,
  detail?: Record<string, string | number>,
): { ok: false; failure: Failure } => ({ ok: false, failure: detail ? { code, detail } : { code } });

/** Every expected way to fail, in one list, so that a test can check that each has its sentence. */
export const failureCodes = [
  // reading a page
  'page-restricted',
  'page-not-permitted',
  'page-is-pdf',
  'page-changed',
  'page-closed',
  'page-not-ready',
  'page-too-large',
  'no-article',
  'not-an-article-page',
  'selection-empty',
  'text-too-short',
  // the border between contexts
  'message-unknown',
  'message-malformed',
  'worker-gone',
  // keeping
  'storage-full',
  'storage-unavailable',
  'storage-blocked',
  'storage-newer',
  'record-damaged',
  'window-private',
  'not-found',
  'already-gone',
  // archives and imports
  'archive-not-json',
  'archive-wrong-format',
  'archive-newer',
  'file-empty',
  'file-too-large',
  'file-unreadable',
  'format-unknown',
  // coverage
  'feed-not-found',
  'feed-malformed',
  'feed-too-large',
  'host-not-permitted',
  'host-private',
  'address-malformed',
  'request-refused',
  'request-limited',
  'request-timeout',
  'request-failed',
  'robots-disallow',
  'offline',
  // the reader's device
  'busy',
  'cancelled',
  'unexpected',
] as const;

export type FailureCode = (typeof failureCodes)[number];
