import type { Article, ArticleId } from './article';
import type { Collation, Row } from './comparison';

export type ArticleOrder = 'saved' | 'published' | 'outlet' | 'headline';

/** What the library asks for. `text` uses the search grammar of the library (words, "phrases", outlet:, before:, after:). */
export interface ArticleQuery {
  text: string;
  outlet: string | null;
  day: string | null;
  order: ArticleOrder;
  descending: boolean;
  offset: number;
  limit: number;
}

/** A collation with the texts its quotes are cut from. */
export interface CollationView {
  collation: Collation;
  articles: Record<ArticleId, Article>;
  /** Rows the reader marked as wrong, left out of the collation. */
  dismissed?: Row[];
}

/** One record of an archive or import that was not taken, and why. */
export interface SetAside {
  /** Position in the file, counted from 1. */
  position: number;
  label: string;
  reason: string;
}

export interface ImportOutcome {
  taken: number;
  known: number;
  setAside: SetAside[];
}

export type StoryId = string;

export interface StoryCard {
  id: StoryId;
  /** Headline of the earliest voice's lead. */
  label: string;
  articles: ArticleId[];
  outlets: string[];
  firstDay: string | null;
  lastDay: string | null;
}
