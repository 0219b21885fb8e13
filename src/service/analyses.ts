import { analysisRules } from '../compare/rules';
import type { Article } from '../model/article';
import type { Analysis } from '../model/claim';
import type { AnalysisRecord, Store } from '../store';
import { contentHash, textHash } from './hashes';
import { Recent } from './recent';

/** Analyses kept in memory: the voices of a few stories. */
const recentKept = 48;

/** Bytes or text through one of the platform's streams. */
const through = (given: BlobPart, stream: CompressionStream | DecompressionStream): Response =>
  new Response(new Blob([given]).stream().pipeThrough(stream));

const deflate = async (analysis: Analysis): Promise<Uint8Array> => {
  const deflated = through(JSON.stringify(analysis), new CompressionStream('deflate'));
  return new Uint8Array(await deflated.arrayBuffer());
};

/** Null when the bytes are damaged: then the analysis is made again. */
async function inflate({ deflated }: AnalysisRecord): Promise<Analysis | null> {
  try {
    return (await through(deflated as BlobPart, new DecompressionStream('deflate')).json()) as Analysis;
  } catch {
    return null;
  }
}

/** Analyses of articles under the present rules. Those of saved articles are kept in the store. */
export class Analyses {
  readonly #recent = new Recent<Analysis>(recentKept);

  constructor(readonly store: Store) {}

  /** The analysis from memory or store, else made now; of an article that is not saved nothing is written down. */
  async of(article: Article): Promise<Analysis> {
    const hash = await contentHash(article);
    const key = `${article.id} ${hash}`;
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const analysis = (await this.#stored(article, hash)) ?? (await this.#made(article, hash));
    this.#recent.set(key, analysis);
    return analysis;
  }

  /** Reads what is stored of a story's articles beside one another, so that `of` has it at hand. */
  async readAhead(articles: readonly Article[]): Promise<void> {
    await Promise.all(
      articles.slice(0, recentKept).map(async (article) => {
        const hash = await contentHash(article);
        const key = `${article.id} ${hash}`;
        const stored = this.#recent.get(key) ? null : await this.#stored(article, hash);
        if (stored) this.#recent.set(key, stored);
      }),
    );
  }

  async #stored({ id }: Article, hash: string): Promise<Analysis | null> {
    const record = await this.store.get('analyses', id);
    return record?.contentHash === hash && record.rules === analysisRules ? inflate(record) : null;
  }

  async #made(article: Article, hash: string): Promise<Analysis> {
    const { analyse } = await import('../compare');
    const analysis = analyse(article);
    const card = await this.store.get('cards', article.id);
    if (card?.textHash === textHash(article)) {
      const deflated = await deflate(analysis);
      const record = { id: article.id, contentHash: hash, rules: analysisRules, deflated };
      // A cache: a full disk must not take the answer away.
      await this.store.write([{ put: 'analyses', record }]).catch(() => {});
    }
    return analysis;
  }
}
