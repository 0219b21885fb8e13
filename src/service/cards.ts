import type { Article, ArticleId } from '../model/article';
import type { ArticleCard } from '../model/library';
import type { CardRecord, Change, Range, Store } from '../store';

/** The card of a newly saved article. */
export const newCard = (article: Article, savedAt: string): ArticleCard => ({
  id: article.id,
  savedAt,
  versions: 1,
  tags: [],
  note: '',
  read: false,
  ...factsOf(article),
});

/** The facts a card repeats from its article's newest version. */
export const factsOf = (
  article: Article,
): Pick<
  ArticleCard,
  'headline' | 'outlet' | 'host' | 'day' | 'address' | 'wordCount' | 'completeness' | 'how' | 'language'
> => ({
  headline: article.headline.value,
  outlet: article.outlet.value,
  host: article.host,
  day: article.published?.value.day ?? null,
  address: article.address.canonical ?? article.address.raw,
  wordCount: article.wordCount,
  completeness: article.completeness.state,
  how: article.captured.how,
  language: article.language.value,
});

/** Records read in one go: between two, others are answered. */
const readTogether = 2_000;

/**
 * All cards and word lists of the library, read once in the life of a worker and kept up with every write: a
 * copy for speed, never the truth.
 */
export class Cards {
  #cards: Promise<Map<ArticleId, CardRecord>> | null = null;
  #words: Promise<Map<ArticleId, Uint32Array>> | null = null;

  constructor(readonly store: Store) {}

  async all(): Promise<CardRecord[]> {
    this.#cards ??= this.#read().catch((error: unknown) => {
      this.#cards = null;
      throw error;
    });
    return [...(await this.#cards).values()];
  }

  /** Whether the cards are in memory, or on their way there. */
  get wanted(): boolean {
    return this.#cards !== null;
  }

  async #read(): Promise<Map<ArticleId, CardRecord>> {
    const cards = new Map<ArticleId, CardRecord>();
    for (let range: Range = { limit: readTogether }; ; ) {
      const records = await this.store.range('cards', range);
      for (const record of records) cards.set(record.id, record);
      const last = records.at(-1);
      if (!last || records.length < readTogether) return cards;
      range = { after: last.id, limit: readTogether };
    }
  }

  /** Sorted hashes of the stems of each article. */
  words(): Promise<Map<ArticleId, Uint32Array>> {
    this.#words ??= this.store.range('words').then(
      (records) => new Map(records.map(({ id, hashes }) => [id, hashes])),
      (error: unknown) => {
        this.#words = null;
        throw error;
      },
    );
    return this.#words;
  }

  /** Takes over what was just written. */
  async keepUp(changes: readonly Change[]): Promise<void> {
    const cards = await this.#cards?.catch(() => null);
    const words = await this.#words?.catch(() => null);
    for (const change of changes) {
      if ('put' in change && change.put === 'cards')
        cards?.set(change.record.id, structuredClone(change.record));
      if ('put' in change && change.put === 'words') words?.set(change.record.id, change.record.hashes);
      if ('remove' in change && change.remove === 'cards') cards?.delete(change.key);
      if ('remove' in change && change.remove === 'words') words?.delete(change.key);
    }
  }
}

/** The same store, with `afterWrite` run after every batch that was written. */
export function watched(store: Store, afterWrite: (changes: readonly Change[]) => Promise<void>): Store {
  return {
    get: (table, key) => store.get(table, key),
    getMany: (table, keys) => store.getMany(table, keys),
    range: (table, range) => store.range(table, range),
    keys: (table, range) => store.keys(table, range),
    count: (table, range) => store.count(table, range),
    clear: () => store.clear(),
    close: () => store.close(),
    async write(changes) {
      await store.write(changes);
      await afterWrite(changes);
    },
  };
}
