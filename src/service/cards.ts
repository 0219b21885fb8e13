import type { Article, ArticleId } from '../model/article';
import type { ArticleCard } from '../model/library';
import type { CardRecord, Store } from '../store';

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

/**
 * All cards and word lists of the library, read once in the life of a worker and forgotten at every write: a
 * copy for speed, never the truth.
 */
export class Cards {
  #cards: Promise<CardRecord[]> | null = null;
  #words: Promise<Map<ArticleId, Uint32Array>> | null = null;

  constructor(readonly store: Store) {}

  all(): Promise<CardRecord[]> {
    this.#cards ??= this.store.range('cards').catch((error: unknown) => {
      this.#cards = null;
      throw error;
    });
    return this.#cards;
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

  forget(): void {
    this.#cards = null;
    this.#words = null;
  }
}
