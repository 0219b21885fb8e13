import type { Article, ArticleId } from '../model/article';
import type { ArticleCard } from '../model/library';
import type {
  ArticleOrder,
  ArticleQuery,
  CollationView,
  ImportOutcome,
  SetAside,
} from '../model/library-query';
import type { Settings } from '../model/settings';

export type { ArticleCard, ArticleOrder, ArticleQuery, CollationView, ImportOutcome, SetAside };

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
