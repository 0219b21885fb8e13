import type { Failure, FailureCode } from '../model/result';

/** Thrown by every method of a store; `failure` is what the reader is told. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: Failure;

  constructor(code: FailureCode, cause?: unknown, detail?: Failure['detail']) {
    super(`${code}${cause instanceof Error ? `: ${cause.message}` : ''}`, { cause });
    this.failure = detail ? { code, detail } : { code };
  }
}

const codeByName: Record<string, FailureCode> = {
  QuotaExceededError: 'storage-full',
  // The database was written by a later version of the extension.
  VersionError: 'storage-newer',
  // A value that IndexedDB can no longer read: a lost blob file, a truncated value.
  DataCloneError: 'record-damaged',
  NotReadableError: 'record-damaged',
  NotFoundError: 'storage-unavailable',
  InvalidStateError: 'storage-unavailable',
  SecurityError: 'storage-unavailable',
  UnknownError: 'storage-unavailable',
  AbortError: 'storage-unavailable',
};

/** A StoreError for whatever IndexedDB threw; an error that is none of its own stays 'unexpected'. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  // Duck-typed: fake and real DOMExceptions of other realms are not instances of ours.
  const name = (error as { name?: unknown } | null)?.name;
  // Chromium reports a full disk below the quota as an UnknownError or AbortError with this message.
  const message = String((error as { message?: unknown } | null)?.message ?? '');
  if (/quota|disk is full|no space|FILE_ERROR_NO_SPACE/i.test(message))
    return new StoreError('storage-full', error);
  return new StoreError((typeof name === 'string' && codeByName[name]) || 'unexpected', error);
}
