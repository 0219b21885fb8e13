import type { Article, ArticleId } from '../model/article';
import { parseArticle } from '../model/parse-article';
import type { ArticleRecord, CardRecord, Change, Key, Store, TableName } from '../store';
import { under } from '../store';
import { Recent } from './recent';

/** Articles kept in memory: the candidates of a few searches. */
const recentKept = 240;

const textKey = ({ id, version, textHash }: CardRecord): string => `${id} ${version} ${textHash}`;

/** Reads articles from the store through the one parse function; what does not parse is set aside, not fatal. */
export class Shelf {
  /** A version never changes under its hash, so what was read once need not be read and checked again. */
  readonly #recent = new Recent<Article>(recentKept);

  constructor(
    readonly store: Store,
    readonly clock: () => string,
  ) {}

  /** Moves a record that cannot be read to the quarantine, with the reason; `also` goes in the same batch. */
  async quarantine(
    table: TableName,
    key: Key,
    reason: string,
    record: unknown,
    also: Change[] = [],
  ): Promise<void> {
    const id = `${table} ${JSON.stringify(key)}`;
    await this.store.write([
      { put: 'quarantine', record: { id, at: this.clock(), table, key, reason, record } },
      { remove: table, key } as Change,
      ...also,
    ]);
  }

  /** The newest readable version of each article, in the order of `ids`; those that are not there are left out. */
  async newest(ids: readonly ArticleId[]): Promise<Article[]> {
    const cards = (await this.store.getMany('cards', ids)).flatMap((card) => card ?? []);
    const missing = cards.filter((card) => !this.#recent.get(textKey(card)));
    const keys = missing.map(({ id, version }): [ArticleId, number] => [id, version]);
    const records = await this.store.getMany('articles', keys);
    const read = new Map(missing.map(({ id }, position) => [id, records[position]]));
    const found: Article[] = [];
    for (const card of cards) {
      const known = this.#recent.get(textKey(card));
      const article = known ?? (await this.#readable(card.id, read.get(card.id)));
      if (!article) continue;
      this.#recent.set(textKey(card), article);
      found.push(article);
    }
    return found;
  }

  /** All readable versions of one article, oldest first. */
  async versions(id: ArticleId): Promise<ArticleRecord[]> {
    const records = await this.store.range('articles', under(id));
    const readable: ArticleRecord[] = [];
    for (const record of records) {
      const parsed = parseArticle(record.article);
      if (parsed.ok) readable.push({ ...record, article: parsed.value });
      else await this.#setAside(record, parsed.failure.detail);
    }
    return readable;
  }

  async #readable(id: ArticleId, record: ArticleRecord | undefined): Promise<Article | null> {
    const parsed = record && parseArticle(record.article);
    if (parsed?.ok) return parsed.value;
    // The card promises a version that is missing or damaged: fall back on the newest one that is whole.
    if (record && parsed && !parsed.ok) await this.#setAside(record, parsed.failure.detail);
    return (await this.versions(id)).at(-1)?.article ?? null;
  }

  /** Takes one damaged version away; the card then stands for the versions left, or goes with the last. */
  async #setAside(record: ArticleRecord, detail: Record<string, string | number> = {}): Promise<void> {
    const reason = `${detail.field}: expected ${detail.expected}`;
    const key: [ArticleId, number] = [record.id, record.version];
    const card = await this.store.get('cards', record.id);
    const left = (await this.store.keys('articles', under(record.id))).filter(
      ([, version]) => version !== record.version,
    );
    const newest = left.at(-1);
    const also: Change[] = [];
    if (card && !newest) {
      also.push({ remove: 'cards', key: record.id }, { remove: 'words', key: record.id });
      also.push({
        put: 'work',
        record: { id: record.id, turn: `0 ${this.clock()}`, steps: ['unindex'], attempts: 0 },
      });
    } else if (card && newest) {
      const standing = await this.store.get('articles', newest);
      also.push({
        put: 'cards',
        record: {
          ...card,
          version: newest[1],
          textHash: standing?.textHash ?? '',
          card: { ...card.card, versions: left.length },
        },
      });
    }
    await this.quarantine('articles', key, reason, record, also);
  }
}
