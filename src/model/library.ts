import type { Article, ArticleId } from './article';

/** A saved article without its text: one line of the library. */
export interface ArticleCard {
  id: ArticleId;
  headline: string;
  outlet: string;
  host: string;
  /** Day of publication, `YYYY-MM-DD`. */
  day: string | null;
  /** ISO instant of the first saving. */
  savedAt: string;
  address: string;
  wordCount: number;
  completeness: Article['completeness']['state'];
  how: Article['captured']['how'];
  versions: number;
  tags: string[];
  note: string;
  read: boolean;
  language: string;
  /** Rows in which its story differs for certain; absent when the article was not compared yet. */
  differs?: number;
}

/** "This is wrong", said by the reader about one row, match or copy. */
export interface Correction {
  id: string;
  /** ISO instant. */
  at: string;
  kind: CorrectionKind;
  /** Row id, or the two article ids sorted and joined by a blank. */
  target: string;
  /** What the row or pair said when it was judged: enough to make a test case of it. */
  context: unknown;
}

export type CorrectionKind = 'row' | 'not-same-event' | 'not-a-copy' | 'same-event' | 'is-a-copy';

/** Target of a correction about two articles. */
export const pairTarget = (one: ArticleId, other: ArticleId): string => [one, other].sort().join(' ');
