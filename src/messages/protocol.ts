import type { CoverageCalls } from './coverage-calls';
import type { LibraryCalls } from './library-calls';
import type { PageCalls } from './page-calls';
import type { StoryCalls } from './story-calls';

/**
 * Everything a page of the extension (popup, panel, options) can ask of the background worker, in one map:
 * name → what is sent and what comes back. The reply always crosses as a `Result`.
 */
export type BackgroundCalls = PageCalls & LibraryCalls & StoryCalls & CoverageCalls;

export type CallName = keyof BackgroundCalls;
export type CallInput<Name extends CallName> = BackgroundCalls[Name]['input'];
export type CallOutput<Name extends CallName> = BackgroundCalls[Name]['output'];
