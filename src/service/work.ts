import type { Article, ArticleId } from '../model/article';
import { StoreError, type WorkRecord, type WorkStep } from '../store';
import { pause } from './attempt';
import { collate } from './collate';
import type { ServiceContext } from './context';
import { forgetDiffers, noteDiffers } from './differs';
import { storyOf } from './told-story';

/** Articles indexed in one go, with one write of the index: few enough to hold nobody up. */
const indexedTogether = 16;

/** Articles looked up in one go when the index is repaired; most have their profile at hand. */
const repairedTogether = 128;

/** Candidates looked at when nobody waits for the answer: the event's own articles stand at the top. */
const relatedCandidates = 20;

/** A step that failed this often is given up, with its reason in the quarantine. */
const mostAttempts = 4;

/**
 * Does what is owed to saved articles: index, analysis, place in a story. The list of it is in the store;
 * every step can be done twice without harm, so a worker killed in between loses nothing and the next one
 * catches up.
 */
export class Work {
  #running: Promise<void> | null = null;
  #hurried = false;

  /** `whileWorking` is told of every stretch of work, so that the worker can stay awake for it. */
  constructor(
    readonly context: ServiceContext,
    readonly whileWorking: (stretch: Promise<void>) => void,
  ) {}

  /** Starts on the list if nobody is at it. Resolves when the list is empty; never rejects. */
  catchUp(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#all()
        .catch((error: unknown) => console.warn('work put off', error))
        .finally(() => {
          this.#running = null;
        });
      this.whileWorking(this.#running);
    }
    return this.#running;
  }

  /** The same without stepping aside for anybody: for whoever waits for the end of the list. */
  async hurry(): Promise<void> {
    this.#hurried = true;
    await this.catchUp();
    this.#hurried = false;
  }

  /** Indexes what the reader saved last, so that the next search finds it. */
  async urgent(): Promise<void> {
    const records = await this.context.store.range('work', { index: 'turn', before: '1' });
    const waiting = records.filter(({ steps }) => steps[0] === 'index' || steps[0] === 'unindex');
    if (waiting.length > 0) await this.#index(waiting);
  }

  /** Indexes many at once; when that fails, one by one, so that the one to blame does not keep the others. */
  async #index(records: WorkRecord[]): Promise<void> {
    try {
      await this.#indexTogether(records);
    } catch (error) {
      if (records.length > 1) for (const record of records) await this.#index([record]);
      else if (records[0]) await this.#failed(records[0], error);
    }
  }

  async #all(): Promise<void> {
    for (;;) {
      if (this.#hurried) await pause();
      else await this.context.attention.quiet();
      const records = await this.context.store.range('work', { index: 'turn', limit: indexedTogether });
      const [first] = records;
      if (!first) return;
      const step = first.steps[0];
      if (step === undefined) await this.context.store.write([{ remove: 'work', key: first.id }]);
      else if (step === 'index' || step === 'unindex')
        await this.#index(records.filter(({ steps }) => steps[0] === 'index' || steps[0] === 'unindex'));
      else await this.#single(first, step);
    }
  }

  async #indexTogether(records: WorkRecord[]): Promise<void> {
    const { index, book, shelf, turns } = this.context;
    // In turn with saves and deletions, or an article deleted meanwhile would stay in the index.
    await turns.take(async () => {
      const articles = await shelf.newest(records.map(({ id }) => id));
      const present = new Set(articles.map(({ id }) => id));
      if (articles.length > 0) await index.addAll(articles);
      for (const { id } of records) {
        if (present.has(id)) continue;
        await index.remove(id);
        await book.remove(id);
      }
      for (const record of records) await this.#done(record, present.has(record.id));
    });
  }

  async #single(record: WorkRecord, step: WorkStep): Promise<void> {
    try {
      const [article] = await this.context.shelf.newest([record.id]);
      let alone = false;
      if (article && step === 'analyse') await this.context.analyses.of(article);
      if (article && step === 'relate') alone = await this.#relate(article);
      if (article && step === 'compare')
        await noteDiffers(this.context, article, await collate(this.context, article));
      await this.#done(record, article !== undefined && !alone);
    } catch (error) {
      await this.#failed(record, error);
    }
  }

  /**
   * Finds the article's place among the stories; true when it is alone there. What nobody else reports is
   * compared with nothing, and its analysis can wait until that changes.
   */
  async #relate(article: Article): Promise<boolean> {
    const { decision } = await storyOf(this.context, article, relatedCandidates);
    await this.context.book.place(article.id, decision);
    await forgetDiffers(this.context, [article.id, ...decision.same.map((match) => match.article)]);
    return decision.same.length === 0;
  }

  /** Crosses the first step off, unless the article was saved again meanwhile and owes everything anew. */
  async #done({ id, turn, steps }: WorkRecord, goOn: boolean): Promise<void> {
    const { store, clock } = this.context;
    const now = await store.get('work', id);
    if (!now || now.turn !== turn || now.steps.length !== steps.length) return;
    const left = goOn ? steps.slice(1) : [];
    await store.write([
      left.length === 0
        ? { remove: 'work', key: id }
        : { put: 'work', record: { id, turn: `2 ${clock()}`, steps: left, attempts: 0 } },
    ]);
  }

  /** Puts a step off that failed; after some attempts it is given up and its reason kept. */
  async #failed(record: WorkRecord, error: unknown): Promise<void> {
    const { store, shelf, clock } = this.context;
    // A full or missing disk is no fault of the article: everything waits until it is there again.
    if (error instanceof StoreError) throw error;
    const attempts = record.attempts + 1;
    const again: WorkRecord = { ...record, turn: `2 ${clock()}`, attempts };
    if (attempts < mostAttempts) {
      await store.write([{ put: 'work', record: again }]);
      return;
    }
    const left = record.steps.slice(1);
    const reason = `${record.steps[0]}: ${error instanceof Error ? error.message : String(error)}`;
    await shelf.quarantine('work', record.id, reason, record);
    if (left.length > 0) await store.write([{ put: 'work', record: { ...again, steps: left, attempts: 0 } }]);
  }

  /** What the index lacks, when it is missing, damaged or of older rules. */
  async repairIndex(): Promise<void> {
    const { index, shelf, attention } = this.context;
    const { rebuild } = await index.status();
    if (rebuild === 'not-needed') return;
    await index.rebuild({ slices: () => this.#everyId(), read: (ids) => shelf.newest(ids) }, () =>
      attention.quiet(),
    );
  }

  async *#everyId(): AsyncGenerator<ArticleId[]> {
    let after: ArticleId | undefined;
    for (;;) {
      const ids = await this.context.store.keys('cards', {
        ...(after === undefined ? {} : { after }),
        limit: repairedTogether,
      });
      if (ids.length === 0) return;
      yield ids;
      after = ids.at(-1);
    }
  }
}
