import type { ArticleId, PublicationDate } from '../model/article';
import type { Failure } from '../model/result';

/** Everything coverage keeps between two lives of the worker. Every record is plain data with its own key. */
export interface CoverageTables {
  feeds: Feed;
  tasks: Task;
  hosts: HostState;
  requests: RequestEntry;
  arrivals: Arrival;
  headlines: HeadlineRecord;
  imports: ImportRecord;
  meta: MetaRecord;
}

export type CoverageTable = keyof CoverageTables;

export const coverageTables: readonly CoverageTable[] = [
  'feeds',
  'tasks',
  'hosts',
  'requests',
  'arrivals',
  'headlines',
  'imports',
  'meta',
];

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'news-sitemap';

/** When the text behind a headline is fetched: the reader's choice for each outlet. */
export type TextRule = 'always' | 'when-matching' | 'never';

export const textRules: readonly TextRule[] = ['always', 'when-matching', 'never'];

/** How the reader came to follow an outlet. */
export type FeedOrigin = 'page' | 'typed' | 'opml' | 'starter-pack';

/** An outlet the reader follows. `key` is made from the address, so that following twice is following once. */
export interface Feed {
  key: string;
  address: string;
  title: string;
  /** Home page of the outlet, or null when the feed does not state one. */
  home: string | null;
  /** Publisher that owns the outlet, from a starter pack. */
  owner: string | null;
  language: string | null;
  format: FeedFormat | null;
  textRule: TextRule;
  origin: FeedOrigin;
  addedAt: string;
  paused: boolean;
  /** The reader typed this address: the only way to a loopback or private host. */
  typed: boolean;
  etag: string | null;
  lastModified: string | null;
  lastTried: string | null;
  lastArrived: string | null;
  failures: number;
  failure: Failure | null;
  /** Hashes of items that have landed, newest first, so that a poll costs nothing for what is known. */
  seen: string[];
  /** Items that the last whole answer held, and those set aside with the reason. */
  items: number;
  setAside: { reason: string; count: number }[];
}

/** Why a request is made: shown in the request log as a sentence. */
export type RequestPurpose = 'feed' | 'article-text' | 'robots' | 'discovery' | 'search' | 'imported-link';

type TaskKind = 'feed' | 'article';

/** One thing to fetch. A feed has one task for as long as it is followed; an article's goes when it arrived. */
export interface Task {
  key: string;
  kind: TaskKind;
  address: string;
  host: string;
  purpose: RequestPurpose;
  /** Milliseconds since the epoch; not fetched before. */
  due: number;
  attempts: number;
  /** Set while redirects are being followed: each hop waits its turn like any other request. */
  hop: { to: string; count: number; permanent: boolean } | null;
  /** Set in the same write as the request's log entry: a task found with it was cut off by the worker's end. */
  started: number | null;
  feed: string | null;
  article: ArticleId | null;
  importId: string | null;
  /** The row of the import that named the address. */
  importRow: number | null;
  /** The address that could not be asked for want of a grant, and since when: it waits for the reader's word. */
  ungranted: { address: string; since: number } | null;
  /** The one private host this task may reach, because the reader typed it. */
  typedHost: string | null;
}

/** What is known of one host (with its port): when it may be asked again, how often it was asked today. */
export interface HostState {
  key: string;
  /** When the last request to it ended, in milliseconds since the epoch. */
  endedAt: number;
  /** What it asked for itself (Retry-After): not before this. */
  quietUntil: number;
  day: string;
  requestsToday: number;
  failures: number;
  robots: RobotsState | null;
}

export interface RobotsState {
  fetchedAt: number;
  /** `all`: nothing is forbidden (no file). `none`: unreachable, so nothing may be fetched (RFC 9309 2.3.1.4). */
  access: 'rules' | 'all' | 'none';
  text: string;
  /** Milliseconds between requests that the file asks for, at most ten minutes. */
  delay: number;
}

export type RequestOutcome =
  | 'under-way'
  | 'arrived'
  | 'not-changed'
  | 'redirected'
  | 'refused'
  | 'failed'
  | 'interrupted';

/** One request, written before it is sent and completed after it. Keys sort by time. */
export interface RequestEntry {
  key: string;
  /** ISO instant. */
  at: string;
  host: string;
  address: string;
  purpose: RequestPurpose;
  outcome: RequestOutcome;
  /** HTTP status, or null when no answer came. */
  status: number | null;
  bytes: number;
  milliseconds: number;
  failure: Failure | null;
  /** Key of the task, feed or import it was made for. */
  task: string | null;
}

/** One item of a feed, addresses absolute, text plain. */
export interface FeedItem {
  /** Id as the feed gives it, or the address. */
  id: string;
  address: string;
  headline: string;
  summary: string;
  /** Full text when the feed carries it, as paragraphs joined by a blank line, else ''. */
  text: string;
  authors: string[];
  published: PublicationDate | null;
  modified: PublicationDate | null;
  language: string | null;
  /** Outlet the item itself names (sitemap publication, RSS source). */
  outlet: string | null;
  section: string | null;
}

/** A headline of a feed that has landed without a text: where its text would be fetched. `key` is the article's id. */
export interface HeadlineRecord {
  key: ArticleId;
  feed: string;
  address: string;
  /** When its text was last asked for, in milliseconds since the epoch. */
  askedAt: number | null;
}

/** An answer that has come in and is not yet saved: written with the task's completion, so it is never asked twice. */
export interface Arrival {
  key: string;
  at: string;
  feed: string | null;
  importId: string | null;
  importRow: number | null;
  content:
    | { kind: 'items'; items: FeedItem[] }
    | { kind: 'page'; html: string; address: string; article: ArticleId | null };
}

/** One import: what it brought, so that it can be undone as a whole. */
export interface ImportRecord {
  key: string;
  at: string;
  name: string;
  format: string;
  taken: number;
  known: number;
  setAside: number;
  /** Rows set aside, at most 1,000 kept. */
  rows: { position: number; label: string; reason: string }[];
  /** Articles it brought that were not there before: what taking it back removes. */
  articles: ArticleId[];
  /** Articles of the batch under way, written down before they are saved, so that none is brought unnoticed. */
  pending: ArticleId[];
  /** Place of the last row that is counted: a batch sent twice is counted once. */
  through: number;
  /** Links whose texts are still to be fetched. */
  links: number;
  state: 'running' | 'done' | 'undone';
}

/** Odds and ends under fixed keys: pause switch, remembered hosts, search templates, news for the badge. */
interface MetaRecord {
  key: string;
  value: unknown;
}
