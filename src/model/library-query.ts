import type { Article, ArticleId } from './article';
import type { Collation, Refusal, Row } from './comparison';
import type { ArticleCard } from './library';

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

/** All of the library, newest first: what it opens with. */
export const everything: Omit<ArticleQuery, 'offset' | 'limit'> = {
  text: '',
  outlet: null,
  day: null,
  order: 'saved',
  descending: true,
};

/** A collation with the texts its quotes are cut from. */
export interface CollationView {
  collation: Collation;
  articles: Record<ArticleId, Article>;
  /** Owners by host, for the outlets whose owner is known. */
  owners?: Record<string, string>;
  /** Rows the reader marked as wrong, left out of the collation. */
  dismissed?: Row[];
}

/** A stored article that is not in a collation, with why. */
export interface NearMiss {
  refusal: Refusal;
  card: ArticleCard;
}

/** Something that was deleted, shortened or regrouped and can be taken back for a month. */
export interface TrashEntry {
  undo: string;
  at: string;
  kind: 'articles' | 'texts' | 'stories';
  count: number;
  /** Room its texts take. */
  bytes: number;
  /** The first of them. */
  headlines: string[];
}

/** What a keep rule would do, before it is done. */
export interface KeepPreview {
  articles: number;
  /** Older versions that would go with the texts. */
  versions: number;
  /** Room the texts and older versions take now, and about how much of it would be free. */
  bytes: number;
  freed: number;
  /** The oldest of them. */
  cards: ArticleCard[];
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
