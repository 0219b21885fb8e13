import type { PageSnapshot } from '../extract/reading';
import type { PageMark } from '../messages/page-calls';
import type { ReaderName } from '../model/article';
import type { Result } from '../model/result';

export type ReaderWay = Extract<ReaderName, 'readability' | 'defuddle' | 'selection'>;

/** What a page gives when it is read: nothing is judged yet. The worker makes the article of it. */
export interface PageContent {
  page: PageSnapshot;
  way: ReaderWay;
  /** The reader's selection, when that was asked for; else empty. */
  selectedText: string;
  /** Address of the page, the same before and after the reading. */
  tabAddress: string;
  feeds: { href: string; title: string }[];
  /** Whether the document was still arriving: what was read may be its beginning only. */
  loading: boolean;
}

export interface ContentCalls {
  read: { input: { way: ReaderWay }; output: PageContent };
  show: { input: PageMark; output: { found: boolean } };
  highlight: { input: PageMark[]; output: { found: number; missing: string[] } };
  step: { input: 1 | 0 | -1; output: { all: boolean } };
  clear: { input: null; output: null };
}

export type ContentCallName = keyof ContentCalls;

/**
 * What the content script leaves in the extension's isolated world of a page: the worker calls it there by
 * `scripting.executeScript`, so that no listener can be orphaned and no answer can get lost.
 */
export type ContentScript = {
  [Name in ContentCallName]: (
    input: ContentCalls[Name]['input'],
  ) => Promise<Result<ContentCalls[Name]['output']>>;
} & {
  /** Version of the extension that made it: after an update the page gets the new script. */
  version: string;
  /** Ends everything it does in the page. */
  stop(): void;
};
