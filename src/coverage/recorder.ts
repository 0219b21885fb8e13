import type { Failure, Result } from '../model/result';
import type { RequestEntry, RequestOutcome, RequestPurpose } from './records';
import type { Exchange, Refusal } from './request';

/** Entries kept; the oldest go first. At 200 bytes each the log stays under a few megabytes. */
export const requestLogLimit = 20_000;

/** Requests begun in this life of the worker; with the random tail it keeps keys of one millisecond apart. */
let sequence = 0;

/** A key that sorts by time and never repeats. */
function timedKey(now: number, random: () => number): string {
  sequence = (sequence + 1) % 36 ** 4;
  const tail = Math.floor(random() * 36 ** 6);
  const digits = (value: number, width: number) => value.toString(36).padStart(width, '0');
  return `${new Date(now).toISOString()}-${digits(sequence, 4)}${digits(tail, 6)}`;
}

/** The entry of a request that is about to be sent. It is stored before anything leaves. */
export const begunEntry = (
  address: string,
  purpose: RequestPurpose,
  task: string | null,
  now: number,
  random: () => number,
): RequestEntry => ({
  key: timedKey(now, random),
  at: new Date(now).toISOString(),
  host: new URL(address).host,
  address,
  purpose,
  outcome: 'under-way',
  status: null,
  bytes: 0,
  milliseconds: 0,
  failure: null,
  task,
});

const outcomeOf = (result: Result<Exchange, Refusal>): RequestOutcome => {
  if (!result.ok) return result.failure.status === null ? 'failed' : 'refused';
  if (result.value.kind === 'redirect') return 'redirected';
  return result.value.answer.status === 304 ? 'not-changed' : 'arrived';
};

/** The entry of a request that has ended. */
export function endedEntry(
  entry: RequestEntry,
  result: Result<Exchange, Refusal>,
  now: number,
): RequestEntry {
  const milliseconds = Math.max(0, now - Date.parse(entry.at));
  const outcome = outcomeOf(result);
  if (!result.ok) {
    const { failure, status, bytes }: { failure: Failure; status: number | null; bytes: number } =
      result.failure;
    return { ...entry, outcome, milliseconds, status, bytes, failure };
  }
  const { value } = result;
  const status = value.kind === 'redirect' ? value.status : value.answer.status;
  const bytes = value.kind === 'redirect' ? 0 : value.answer.bytes.byteLength;
  return { ...entry, outcome, milliseconds, status, bytes };
}
