import type { Failure, FailureCode } from '../model/result';
import { say, type TextKey } from './texts';

/** What the reader can do about a failure; each is a button or a link where it is shown. */
export type WayOut = 'retry' | 'selection' | 'second-reader' | 'free-space' | 'export' | 'reload-page';

const nothingToDo: WayOut[] = [];
const tryAgain: WayOut[] = ['retry'];

const waysOut: Record<FailureCode, WayOut[]> = {
  'page-restricted': nothingToDo,
  'page-not-permitted': tryAgain,
  'page-is-pdf': ['selection'],
  'page-changed': tryAgain,
  'page-closed': nothingToDo,
  'page-not-ready': tryAgain,
  'page-too-large': ['selection'],
  'no-article': ['second-reader', 'selection', 'retry'],
  'not-an-article-page': ['selection', 'second-reader'],
  'selection-empty': ['selection', 'retry'],
  'text-too-short': ['selection', 'second-reader'],
  'window-private': nothingToDo,
  'message-unknown': ['reload-page'],
  'message-malformed': ['reload-page'],
  'worker-gone': tryAgain,
  'storage-full': ['free-space', 'retry'],
  'storage-unavailable': tryAgain,
  'storage-blocked': tryAgain,
  'storage-newer': nothingToDo,
  'record-damaged': ['export'],
  'not-found': nothingToDo,
  'already-gone': nothingToDo,
  'archive-not-json': nothingToDo,
  'archive-wrong-format': nothingToDo,
  'archive-newer': nothingToDo,
  'file-empty': nothingToDo,
  'file-too-large': nothingToDo,
  'file-unreadable': tryAgain,
  'format-unknown': nothingToDo,
  'feed-not-found': tryAgain,
  'feed-malformed': tryAgain,
  'feed-too-large': nothingToDo,
  'host-not-permitted': tryAgain,
  'host-private': nothingToDo,
  'address-malformed': nothingToDo,
  'request-refused': tryAgain,
  'request-limited': tryAgain,
  'request-timeout': tryAgain,
  'request-failed': tryAgain,
  'robots-disallow': nothingToDo,
  offline: tryAgain,
  busy: tryAgain,
  cancelled: tryAgain,
  unexpected: tryAgain,
};

/** Key of the sentence for a failure code. */
export const failureKey = (code: FailureCode): TextKey => `failure_${code.replaceAll('-', '_')}` as TextKey;

/** The one plain sentence for a failure, with the facts it carries, and what can be done about it. */
export function describeFailure(failure: Failure): { sentence: string; detail: string; ways: WayOut[] } {
  const facts = Object.entries(failure.detail ?? {})
    .filter(([, value]) => value !== '')
    .map(([name, value]) => (name === 'host' ? `${value}` : `${name}: ${value}`));
  return {
    sentence: say(failureKey(failure.code)),
    detail: facts.join(' · '),
    ways: waysOut[failure.code] ?? tryAgain,
  };
}
