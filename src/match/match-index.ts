import type { Article, ArticleId } from '../model/article';
import type { KeyedBlobs } from './blobs';
import {
  allParts,
  type ChangingIndex,
  contentsOf,
  copyOf,
  flushTail,
  type IndexContents,
  manifestWrites,
  mergeDue,
  removeFrom,
  stateWrites,
  Tail,
  tailArticles,
  type Write,
  withMerged,
} from './index-state';
import { type IndexState, openIndex, segmentKey, segmentPrefix } from './manifest';
import { mergeParts } from './merge';
import { livingIds, type Part } from './part';
import { type Profile, profileOf } from './profile';
import { Profiles } from './profiles';
import { type ArticleSource, missingArticles, type Pause } from './rebuild';
import { salientEntry } from './salient';
import type { Candidate } from './search';
import { type StoreSnapshot, snapshotOf } from './snapshot';

export const candidateLimit = 60;

/** Lets waiting messages be answered between two slices of work. */
const yieldToOthers: Pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * The inverted index over the salient terms of all stored articles, with their profiles: a cache that can always be
 * made again from the articles. New articles go into a small tail; a full tail becomes a segment; eight segments of a
 * level are merged into one of the next (the log-structured merge of O'Neil et al., 1996), in slices and beside the
 * queries. Whatever the history, the same articles give the same answers.
 */
export class MatchIndex {
  private loading: Promise<IndexContents> | null = null;
  private queue: Promise<void> = Promise.resolve();
  private merging: Promise<void> | null = null;
  private snapshot: StoreSnapshot | null = null;
  private readonly kept: Profiles;
  /** Articles changed by others while a rebuild is under way: it leaves them alone. */
  private changedMeanwhile: Set<ArticleId> | null = null;

  /** Nothing is read before the first call. */
  constructor(private readonly blobs: KeyedBlobs) {
    this.kept = new Profiles(blobs);
  }

  /** Takes an article in; one with the same id is replaced. */
  async add(article: Article): Promise<void> {
    await this.addAll([article]);
  }

  /** Takes many articles in, written once per full tail. */
  async addAll(
    articles: Iterable<Article> | AsyncIterable<Article>,
    pause: Pause = yieldToOthers,
  ): Promise<void> {
    let profiles: Profile[] = [];
    for await (const article of articles) {
      profiles.push(profileOf(article));
      if (profiles.length < tailArticles) continue;
      await this.addProfiles(profiles);
      profiles = [];
      await pause();
    }
    if (profiles.length > 0) await this.addProfiles(profiles);
  }

  async remove(id: ArticleId): Promise<void> {
    this.changedMeanwhile?.add(id);
    await this.change((index) => {
      removeFrom(index, id);
      return [this.kept.removal(id)];
    });
  }

  /** The stored articles nearest to one by salient words, best first, never the article itself. */
  async candidates(article: Article, limit: number = candidateLimit): Promise<Candidate[]> {
    return (await this.statistics()).nearest(profileOf(article), limit);
  }

  /** The kept profiles of stored articles; whoever's is missing or damaged is missing from the answer. */
  profiles(ids: readonly ArticleId[]): Promise<Map<ArticleId, Profile>> {
    return this.kept.read(ids);
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
   * Takes in what the index lacks of the stored articles and drops what is no longer stored, in slices that are each
   * written at once: searches go on in what is there, and a rebuild that is killed half-way goes on where it was.
   */
  async rebuild(source: ArticleSource, pause: Pause = yieldToOthers): Promise<void> {
    const changed = new Set<ArticleId>();
    this.changedMeanwhile = changed;
    try {
      const stored = new Set<ArticleId>();
      const indexed = new Set(allParts(await this.load()).flatMap(livingIds));
      for await (const slice of source.slices()) {
        for (const id of slice) stored.add(id);
        const missing = slice.filter((id) => !indexed.has(id));
        const { profiles, made } = await missingArticles(missing, source, this.kept, pause);
        await this.addProfiles(profiles, { made, unless: changed });
        await pause();
      }
      const gone = [...indexed].filter((id) => !stored.has(id) && !changed.has(id));
      await this.finishRebuild(gone);
    } finally {
      this.changedMeanwhile = null;
    }
  }

  private async finishRebuild(gone: readonly ArticleId[]): Promise<void> {
    await this.change(async (index) => {
      for (const id of gone) removeFrom(index, id);
      index.rebuild = 'not-needed';
      const named = new Set(index.parts.map(({ name }) => segmentKey(name)));
      const stray = (await this.blobs.keys(segmentPrefix)).filter((key) => !named.has(key));
      return [...stray.map((key): Write => [key, null]), ...gone.map((id) => this.kept.removal(id))];
    });
  }

  /** Puts profiles into the index. Of `made` are those that are not kept yet; `unless` are left as they are. */
  private async addProfiles(
    profiles: readonly Profile[],
    { made = profiles, unless }: { made?: readonly Profile[]; unless?: ReadonlySet<ArticleId> } = {},
  ): Promise<void> {
    const isMeant = ({ article }: Profile) => !unless?.has(article);
    if (!unless) for (const { article } of profiles) this.changedMeanwhile?.add(article);
    if (profiles.length === 0) return;
    await this.change((index) => {
      const meant = profiles.filter(isMeant);
      for (const profile of meant) {
        removeFrom(index, profile.article);
        index.tail.push(salientEntry(profile));
      }
      return this.kept.writesOf(made.filter(isMeant));
    });
  }

  private load(): Promise<IndexContents> {
    if (this.loading) return this.loading;
    const loading = openIndex(this.blobs).then(({ tail, ...opened }) => ({
      ...opened,
      tail: Tail.opened(tail),
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

  /** Changes the index and writes it, with the other writes that `apply` gives, in one batch. */
  private async change(apply: (index: ChangingIndex) => Write[] | Promise<Write[]>): Promise<void> {
    await this.enqueue(async () => {
      const changing = copyOf(await this.load());
      const others = await apply(changing);
      const writes = flushTail(changing, tailArticles);
      const index = contentsOf(changing);
      await this.blobs.put([...others, ...writes, ...stateWrites(index)]);
      this.kept.written(others);
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
