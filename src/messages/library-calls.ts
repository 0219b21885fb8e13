import type { Article, ArticleId } from '../model/article';
import type { Collation } from '../model/comparison';
import type { ArticleCard } from '../model/library';
import type { Settings } from '../model/settings';

export type { ArticleCard };

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

export interface LibraryCalls {
  /** `tabId` is where the article was read, if in a tab: from a private window nothing is saved. */
  'article.save': {
    input: { article: Article; tabId: number | null };
    output: { id: ArticleId; savedAt: string; version: number };
  };
  'article.get': {
    input: { id: ArticleId };
    output: { article: Article; card: ArticleCard; versions: { savedAt: string; article: Article }[] };
  };
  'article.list': { input: ArticleQuery; output: { cards: ArticleCard[]; total: number; outlets: string[] } };
  'article.delete': { input: { ids: ArticleId[] }; output: { undo: string; count: number } };
  'article.undelete': { input: { undo: string }; output: { count: number } };
  'article.annotate': {
    input: { id: ArticleId; tags?: string[]; note?: string; read?: boolean };
    output: null;
  };
  /** Compares an article, saved or just read, with the stored coverage of its event. */
  'collation.make': { input: { article: Article }; output: CollationView };
  'archive.page': {
    input: { cursor: string | null };
    output: { lines: string[]; next: string | null; total: number };
  };
  'archive.import': {
    input: { records: { position: number; record: unknown }[]; importId: string };
    output: ImportOutcome;
  };
  'settings.get': { input: null; output: Settings };
  'settings.set': { input: Partial<Settings>; output: Settings };
  'storage.status': {
    input: null;
    output: { articles: number; quarantined: number; usedBytes: number | null; quotaBytes: number | null };
  };
}
