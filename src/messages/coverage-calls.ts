import type {
  Discovery,
  Feed,
  FeedChange,
  FoundFeed,
  ImportRecord,
  NewFeed,
  RequestEntry,
  SearchEngine,
  SearchPlan,
  WantedTexts,
} from '../coverage';
import type { Article } from '../model/article';
import type { ArticleCard } from '../model/library';
import type { CollationView } from '../model/library-query';
import type { Failure } from '../model/result';

export type {
  Discovery,
  Feed,
  FoundFeed,
  ImportRecord,
  NewFeed,
  RequestEntry,
  SearchEngine,
  SearchPlan,
  WantedTexts,
};

/** One row of a file that is brought in, as the page that reads the file gives it. */
export type ImportRow =
  | { position: number; kind: 'article'; label: string; article: Article; savedAt: string }
  | { position: number; kind: 'link'; label: string; address: string }
  | { position: number; kind: 'note'; label: string; address: string; note: string }
  | { position: number; kind: 'set-aside'; label: string; reason: string };

/** One host the reader granted, and what it is used for. */
export interface HostUse {
  /** Match pattern as the browser keeps it: "https://*.harbour-post.example/*". */
  pattern: string;
  host: string;
  feeds: string[];
  remembered: boolean;
  search: boolean;
  requestsToday: number;
}

/** An open tab that could count as coverage. */
export interface OpenTab {
  id: number;
  title: string;
  /** Null when the browser does not tell it without a grant. */
  host: string | null;
  permitted: boolean;
}

/** What arrived since the reader last looked. */
export interface CoverageNews {
  voices: number;
  differs: number;
  since: string | null;
}

export interface Remembering {
  hosts: string[];
  paused: boolean;
}

/** How long coverage that nobody read is kept. */
export interface Retention {
  /** Days; null keeps everything. */
  days: number | null;
}

/** Feeds, imports, open tabs, remembered sites, searches and the request log. */
export interface CoverageCalls {
  'coverage.feeds': {
    input: null;
    output: {
      feeds: Feed[];
      trouble: Failure | null;
      nextWake: string | null;
      /** Texts that wait for their turn. */
      waiting: number;
      /** By feed: addresses of articles whose sites are not allowed yet, one for each host. */
      ungranted: Record<string, string[]>;
    };
  };
  'coverage.discover': { input: { address: string }; output: Discovery };
  'coverage.follow': { input: { feeds: NewFeed[] }; output: { feeds: Feed[]; added: number } };
  'coverage.unfollow': { input: { keys: string[] }; output: null };
  'coverage.change': { input: { key: string; change: FeedChange }; output: Feed };
  /** Asks feeds at their hosts' next turn; null asks all. Says how many wait now. */
  'coverage.ask': { input: { keys: string[] | null }; output: { asked: number } };
  /** Fetches the texts of followed headlines that may tell what the reader opened; asked again, says what is left. */
  'coverage.texts': { input: { article: Article }; output: WantedTexts & { patterns: string[] } };
  /** The feed of a page that could be followed, with what to ask the reader for; null when it is followed already. */
  'coverage.offer': {
    input: { page: string; feeds: { href: string; title: string }[] };
    output: { offer: { address: string; title: string; patterns: string[] } | null };
  };
  'coverage.requests': {
    input: { before: string | null; limit: number };
    output: { entries: RequestEntry[]; total: number };
  };
  /** Takes the ended requests out of the log and gives them back, oldest first, for `coverage.requests.restore`. */
  'coverage.requests.clear': { input: null; output: { cleared: RequestEntry[] } };
  'coverage.requests.restore': { input: { entries: RequestEntry[] }; output: null };
  'coverage.hosts': { input: null; output: { hosts: HostUse[] } };
  'coverage.news': { input: { seen: boolean }; output: CoverageNews };
  'coverage.tabs': { input: { except: number | null }; output: { tabs: OpenTab[] } };
  /** Reads the tabs and compares; nothing is saved. Tabs that could not be read come back with the reason. */
  'coverage.tabs.compare': {
    input: { article: Article; tabIds: number[] };
    output: { view: CollationView; unread: { id: number; title: string; failure: Failure }[] };
  };
  'coverage.remember': { input: Partial<Remembering>; output: Remembering };
  'coverage.remembered': { input: { limit: number }; output: { cards: ArticleCard[]; total: number } };
  'coverage.retention': { input: Partial<Retention>; output: Retention };
  'coverage.engines': { input: { engines: SearchEngine[] | null }; output: { engines: SearchEngine[] } };
  /** What a search would send, and to whom: nothing is sent yet. */
  'coverage.search.plan': { input: { article: Article }; output: { plans: SearchPlan[] } };
  'coverage.search': {
    input: { engine: string; query: string };
    output: { found: { address: string; headline: string; outlet: string; day: string | null }[] };
  };
  /** Fetches the texts of found articles, from the outlets the reader granted. */
  'coverage.fetch': { input: { addresses: string[] }; output: { waiting: number } };
  'import.begin': { input: { name: string; format: string }; output: { key: string } };
  'import.rows': {
    input: { key: string; rows: ImportRow[] };
    output: { taken: number; known: number; links: number; setAside: number };
  };
  'import.end': { input: { key: string }; output: ImportRecord };
  'import.list': { input: null; output: { imports: ImportRecord[] } };
  /** Addresses of an import's links whose sites are not allowed yet, one for each host, and how many links wait. */
  'import.sites': { input: { key: string }; output: { addresses: string[]; links: number } };
  /** Takes back what an import brought that was not there before. */
  'import.undo': { input: { key: string }; output: { removed: number } };
}
