import type { Article, ArticleId } from '../model/article';
import type { ArticleCard, Correction } from '../model/library';

/** What IndexedDB accepts as a key here: strings, numbers and arrays of them, in its order. */
export type Key = string | number | Key[];

/** One version of an article, never changed after it was written. */
export interface ArticleRecord {
  id: ArticleId;
  version: number;
  savedAt: string;
  /** Hash of headline and text: saving the same text again makes no version. */
  textHash: string;
  article: Article;
}

/** The line of the library that stands for all versions of an article. */
export interface CardRecord {
  id: ArticleId;
  card: ArticleCard;
  /** Number of the newest version. */
  version: number;
  textHash: string;
  /** Rows that differ for certain and the rules they were found by; absent until the article was compared. */
  differs?: { count: number; rules: number };
  /** When the keep rule left only the facts of its text. */
  dropped?: string;
}

/** Sorted 32-bit hashes of the stems of an article, for searching the library's texts. */
export interface WordsRecord {
  id: ArticleId;
  hashes: Uint32Array;
}

/** A cached analysis. `contentHash` covers everything analysis may look at. */
export interface AnalysisRecord {
  id: ArticleId;
  contentHash: string;
  rules: number;
  /** JSON of the analysis, deflated: as plain data it takes sixteen times the room of its text. */
  deflated: Uint8Array;
}

/** Steps still owed to a saved article. Written with it in one batch, so that a killed worker owes them still. */
export interface WorkRecord {
  id: ArticleId;
  /** Order of doing: "0 " before what the reader just saved, "1 " an import, "2 " what can wait; then the instant. */
  turn: string;
  steps: WorkStep[];
  /** Times a step failed. */
  attempts: number;
}
export type WorkStep = 'index' | 'unindex' | 'analyse' | 'relate' | 'compare';

/** What a deletion or regrouping needs to be taken back. */
export interface TrashRecord {
  id: string;
  at: string;
  puts: { table: TableName; record: unknown }[];
  deletes: { table: TableName; key: Key }[];
  count: number;
}

/** A record that could not be read, kept as it was found. */
export interface QuarantineRecord {
  id: string;
  at: string;
  table: TableName;
  key: Key;
  reason: string;
  record: unknown;
}

export interface BlobRecord {
  key: string;
  bytes: Uint8Array;
}

export interface SettingRecord {
  key: string;
  value: unknown;
}

/** A record of the coverage stage, which names its own tables and keys (see coverage/storage). */
export interface CoverageRecord {
  table: string;
  key: string;
  record: unknown;
}

export interface Tables {
  articles: { key: [ArticleId, number]; record: ArticleRecord };
  cards: { key: ArticleId; record: CardRecord };
  words: { key: ArticleId; record: WordsRecord };
  analyses: { key: ArticleId; record: AnalysisRecord };
  work: { key: ArticleId; record: WorkRecord };
  corrections: { key: string; record: Correction };
  settings: { key: string; record: SettingRecord };
  trash: { key: string; record: TrashRecord };
  quarantine: { key: string; record: QuarantineRecord };
  blobs: { key: string; record: BlobRecord };
  coverage: { key: [string, string]; record: CoverageRecord };
}

export type TableName = keyof Tables;
export type RecordOf<Name extends TableName> = Tables[Name]['record'];
export type KeyOf<Name extends TableName> = Tables[Name]['key'];

export interface TableShape {
  keyPath: string | string[];
  indexes: Record<string, string | string[]>;
}

/** The shape the newest migration leaves behind; a test compares the two. */
export const schema: Record<TableName, TableShape> = {
  articles: { keyPath: ['id', 'version'], indexes: {} },
  cards: { keyPath: 'id', indexes: { savedAt: 'card.savedAt', day: 'card.day', host: 'card.host' } },
  words: { keyPath: 'id', indexes: {} },
  analyses: { keyPath: 'id', indexes: {} },
  work: { keyPath: 'id', indexes: { turn: 'turn' } },
  corrections: { keyPath: 'id', indexes: { target: 'target' } },
  settings: { keyPath: 'key', indexes: {} },
  trash: { keyPath: 'id', indexes: { at: 'at' } },
  quarantine: { keyPath: 'id', indexes: {} },
  blobs: { keyPath: 'key', indexes: {} },
  coverage: { keyPath: ['table', 'key'], indexes: {} },
};

export const tableNames = Object.keys(schema) as TableName[];

/**
 * Tables that hold what the reader would miss. Batches touching them are flushed to disk before they count
 * as written; the others are caches or can be fetched again.
 */
export const lasting: ReadonlySet<TableName> = new Set([
  'articles',
  'cards',
  'corrections',
  'settings',
  'trash',
  'coverage',
]);
