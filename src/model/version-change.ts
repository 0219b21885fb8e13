import type { ArticlePart, Span } from './article';
import type { RowKind } from './comparison';

/** A sentence of one version and the words in it that changed. */
export interface ChangedWords extends Span {
  part: ArticlePart;
  marks: Span[];
  /** The value in the article's own words: "12 people". */
  value: string;
}

/** One fact that is not what it was in the version before. */
export type FactChange =
  | { kind: 'headline' | 'byline' | 'published' | 'agency'; before: string | null; after: string | null }
  | { kind: 'notice'; text: string }
  | { kind: 'value'; of: RowKind; label: string; before: ChangedWords; after: ChangedWords }
  /** A sentence whose number, day or name changed in a way that no rule names. */
  | { kind: 'sentence'; before: ChangedWords; after: ChangedWords }
  /** A sentence with a fact in it (number, day, source, quotation) that stands in one version only. */
  | { kind: 'added'; after: ChangedWords }
  | { kind: 'dropped'; before: ChangedWords };

/** What changed in an article between two versions that were saved one after the other. */
export interface VersionChange {
  savedAt: string;
  /** When the version before was saved. */
  since: string;
  facts: FactChange[];
  /** Sentences without a fact of their own that are new or gone, and sentences merely worded anew. */
  added: number;
  removed: number;
  reworded: number;
}
