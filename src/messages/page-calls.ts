import type { Article, Removal } from '../model/article';

/**
 * How the popup wants the page read. `automatic` takes the reader that was last chosen for the site, else the first;
 * choosing one of the two is remembered for the site.
 */
export type ReadWay = 'automatic' | 'first-reader' | 'second-reader' | 'selection';

/** What was read from a tab, and what the store already knows about it. */
export interface PageReading {
  article: Article;
  removed: Removal[];
  /** Address of the tab when it was read; the page has changed when it no longer matches. */
  tabAddress: string;
  saved: { at: string; versions: number; sameText: boolean } | null;
  /** Read in a private window: it can be compared, nothing of it is saved. */
  private: boolean;
  /** Feed addresses the page offers. */
  feeds: { href: string; title: string }[];
  /** The collation of the article, begun when it was read: its parts can be asked for by this name. */
  run: string | null;
}

/** One range to mark in the live page, found again by its words and the words around it. */
export interface PageMark {
  id: string;
  kind: 'agree' | 'differ' | 'update' | 'only-here';
  exact: string;
  before: string;
  after: string;
  /** What the card shows: the other outlets' sentences, verbatim. */
  others: { outlet: string; words: string }[];
  /** The interface's own words on the card, in the reader's language; English without them. */
  labels?: { kind: string; nobodyElse: string; keys: string };
}

export interface PageCalls {
  /** A page is about to be read: makes ready what can be before it is known. */
  'page.prepare': { input: null; output: null };
  'page.read': { input: { tabId: number; way: ReadWay }; output: PageReading };
  /** Scrolls to one sentence and marks it. `found` is false when the sentence is no longer on the page. */
  'page.show': { input: { tabId: number; mark: PageMark }; output: { found: boolean } };
  'page.highlight': {
    input: { tabId: number; marks: PageMark[] };
    output: { found: number; missing: string[] };
  };
  /**
   * Goes to the next (1) or previous (-1) mark, or nowhere (0); `all` is whether the marks of the whole comparison are on
   * the page now: the reader may have put them away there.
   */
  'page.step': { input: { tabId: number; step: 1 | 0 | -1 }; output: { all: boolean } };
  'page.clear': { input: { tabId: number }; output: null };
  /** Number of differing rows on the icon of one tab; null takes it away. */
  'page.badge': { input: { tabId: number; differing: number | null }; output: null };
}
