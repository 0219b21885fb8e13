import type { Article, ArticleId, Span } from '../model/article';
import type { DeliveredPart } from '../model/collation-parts';
import type { ArticleCard } from '../model/library';
import type {
  ArticleOrder,
  ArticleQuery,
  CollationView,
  ImportOutcome,
  KeepPreview,
  NearMiss,
  SetAside,
  TrashEntry,
} from '../model/library-query';
import type { Settings } from '../model/settings';
import type { VersionChange } from '../model/version-change';

export type {
  ArticleCard,
  ArticleOrder,
  ArticleQuery,
  CollationView,
  ImportOutcome,
  KeepPreview,
  NearMiss,
  SetAside,
  TrashEntry,
};

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
  'article.list': {
    input: ArticleQuery;
    /** `waiting` articles are still being compared: a search for what differs may find them later. */
    output: { cards: ArticleCard[]; total: number; waiting: number };
  };
  /** The outlets of the whole library: all cards are read for it, so it is asked for when the first of them are drawn. */
  'article.outlets': { input: null; output: { outlets: string[] } };
  /** What changed from version to version of one article, the newest first. */
  'article.changes': { input: { id: ArticleId }; output: { changes: VersionChange[] } };
  'article.delete': { input: { ids: ArticleId[] }; output: { undo: string; count: number } };
  'trash.list': { input: null; output: { entries: TrashEntry[] } };
  'trash.empty': { input: null; output: { count: number } };
  /** What would go if the texts of articles saved more than `days` ago were dropped. */
  'keep.preview': { input: { days: number }; output: KeepPreview };
  /** The sentences of one article that would stay, as ranges of its text. */
  'keep.look': { input: { id: ArticleId }; output: { article: Article; kept: Span[] } };
  /** Drops some texts and keeps their facts; asked again until nothing is `left`. `undo` takes this part back. */
  'keep.apply': { input: { days: number }; output: { undo: string | null; count: number; left: number } };
  'article.undelete': { input: { undo: string }; output: { count: number } };
  'article.annotate': {
    input: { id: ArticleId; tags?: string[]; note?: string; read?: boolean };
    output: null;
  };
  /** Compares an article, saved or just read, with the stored coverage of its event. */
  'collation.make': { input: { article: Article }; output: CollationView };
  /** The same part by part: asked with the run and position after the last part that came, null and 0 to begin. */
  'collation.part': {
    input: { article: Article; run: string | null; position: number };
    output: DeliveredPart;
  };
  /** Stored articles nearly taken for the same event, nearest first, each with why it was not. */
  'collation.near-misses': { input: { article: Article }; output: NearMiss[] };
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
