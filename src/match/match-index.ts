import type { Article, ArticleId } from '../model/article';
import type { KeyedBlobs } from './blobs';
import {
  allParts,
  copyOf,
  flushTail,
  type IndexContents,
  manifestWrites,
  mergeDue,
  removeFrom,
  stateWrites,
  tailArticles,
  type Write,
  withMerged,
} from './index-state';
import { type IndexState, openIndex, segmentKey } from './manifest';
import { entriesOf, mergeParts } from './merge';
import type { Part } from './part';
import { profileOf } from './profile';
import { type IndexEntry, salientEntry } from './salient';
import type { Candidate } from './search';
import { type StoreSnapshot, snapshotOf } from './snapshot';

export const candidateLimit = 60;

type Pause = () => Promise<void>;

/** Lets waiting messages be answered between two slices of work. */
const yieldToOthers: Pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * The inverted index over the salient terms of all stored articles: a cache that can always be made again from the
 * articles. New articles go into a small tail; a full tail becomes a segment; eight segments of a level are merged
 * into one of the next (the log-structured merge of O'Neil et al., 1996), in slices and beside the queries. Whatever
 * the history, the same articles give the same answers.
 */
export class MatchIndex {
  private loading: Promise<IndexContents> | null = null;
  private queue: Promise<void> = Promise.resolve();
  private merging: Promise<void> | null = null;
  private snapshot: StoreSnapshot | null = null;
  /** Changes made while a rebuild is under way, to be made in the new index too. */
  private sinceRebuild: ((index: IndexContents) => void)[] | null = null;

  /** Nothing is read before the first call. */
  constructor(private readonly blobs: KeyedBlobs) {}

  /** Takes an article in; one with the same id is replaced. */
  async add(article: Article): Promise<void> {
    await this.addEntries([salientEntry(profileOf(article))]);
  }

  /** Takes many articles in, written once per full tail. */
  async addAll(
    articles: Iterable<Article> | AsyncIterable<Article>,
    pause: Pause = yieldToOthers,
  ): Promise<void> {
    let entries: IndexEntry[] = [];
    for await (const article of articles) {
      entries.push(salientEntry(profileOf(article)));
      if (entries.length < tailArticles) continue;
      await this.addEntries(entries);
      entries = [];
      await pause();
    }
    if (entries.length > 0) await this.addEntries(entries);
  }

  async remove(id: ArticleId): Promise<void> {
    await this.change((index) => removeFrom(index, id));
  }

  /** The stored articles nearest to one by salient words, best first, never the article itself. */
  async candidates(article: Article, limit: number = candidateLimit): Promise<Candidate[]> {
    return (await this.statistics()).nearest(profileOf(article), limit);
  }

  /** The store as it is now, for `decideStory`. */
  async statistics(): Promise<StoreSnapshot> {
    const index = await this.load();
    this.snapshot ??= snapshotOf(allParts(index));
    return this.snapshot;
  }

  /** How many articles are in it, and whether some may be missing: then `rebuild` is due. */
  async status(): Promise<{ articles: number; rebuild: IndexState }> {
    const { articles } = await this.statistics();
    return { articles, rebuild: (await this.load()).rebuild };
  }

  /** Resolves when no write or merge is under way. */
  async settled(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== this.queue || this.merging) {
      seen = this.queue;
      await seen;
      await this.merging;
    }
  }

  /**
   * Makes the index anew from the stored articles, in slices. Searches go on in the old one meanwhile; articles
   * added or removed meanwhile are in the new one too. Killed half-way, it leaves the old index as it was.
   */
  async rebuild(
    articles: Iterable<Article> | AsyncIterable<Article>,
    options: { pause?: Pause } = {},
  ): Promise<void> {
    const pause = options.pause ?? yieldToOthers;
    const changes: ((index: IndexContents) => void)[] = [];
    this.sinceRebuild = changes;
    try {
      const entries = new Map<ArticleId, IndexEntry>();
      for await (const article of articles) {
        entries.set(article.id, salientEntry(profileOf(article)));
        if (entries.size % 16 === 0) await pause();
      }
      await this.enqueue(async () => {
        const old = await this.load();
        const fresh: IndexContents = {
          ...old,
          parts: [],
          tail: [...entries.values()],
          rebuild: 'not-needed',
        };
        for (const change of changes) change(fresh);
        const stale = (await this.blobs.keys(segmentKey(''))).map((key): Write => [key, null]);
        const writes = flushTail(fresh, tailArticles);
        await this.blobs.put([...stale, ...writes, ...stateWrites(fresh)]);
        this.adopt(fresh);
        this.sinceRebuild = null;
      });
    } finally {
      this.sinceRebuild = null;
    }
    this.mergeBeside();
  }

  private async addEntries(entries: readonly IndexEntry[]): Promise<void> {
    await this.change((index) => {
      for (const entry of entries) {
        removeFrom(index, entry.id);
        index.tail.push(entry);
      }
    });
  }

  private load(): Promise<IndexContents> {
    if (this.loading) return this.loading;
    const loading = openIndex(this.blobs).then(({ tail, ...opened }) => ({
      ...opened,
      tail: tail ? entriesOf(tail) : [],
    }));
    this.loading = loading;
    // A storage that could not be opened now may be opened at the next click.
    loading.catch(() => {
      if (this.loading === loading) this.loading = null;
    });
    return loading;
  }

  private adopt(index: IndexContents): void {
    this.loading = Promise.resolve(index);
    this.snapshot = null;
  }

  /** One change after the other; a failed one is reported to its caller and does not stop the next. */
  private enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async change(apply: (index: IndexContents) => void): Promise<void> {
    this.sinceRebuild?.push(apply);
    await this.enqueue(async () => {
      const index = copyOf(await this.load());
      apply(index);
      const writes = flushTail(index, tailArticles);
      await this.blobs.put([...writes, ...stateWrites(index)]);
      this.adopt(index);
    });
    this.mergeBeside();
  }

  /** Merges what is due, one merge at a time, without holding up changes and queries. */
  private mergeBeside(): void {
    this.merging ??= this.mergeWhileDue()
      // A merge that cannot be written now is due again with the next change.
      .catch(() => undefined)
      .finally(() => {
        this.merging = null;
      });
  }

  private async mergeWhileDue(): Promise<void> {
    for (let due = mergeDue(await this.load()); due; due = mergeDue(await this.load())) await this.merge(due);
  }

  private async merge(due: readonly Part[]): Promise<void> {
    const bytes = await mergeParts(due, yieldToOthers);
    await this.enqueue(async () => {
      const index = await this.load();
      const merged = withMerged(index, due, bytes);
      if (!merged) return;
      const stale = due.map((part): Write => [segmentKey(part.name), null]);
      const written: Write[] = merged.parts.some((part) => part.name === String(index.next))
        ? [[segmentKey(String(index.next)), bytes]]
        : [];
      await this.blobs.put([...stale, ...written, ...manifestWrites(merged)]);
      this.adopt(merged);
    });
  }
}
