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

/** What is stored of an article as it is now, by the present rules. */
const opened = async (record: AnalysisRecord | undefined, hash: string): Promise<Analysis | null> =>
  record?.contentHash === hash && record.rules === analysisRules ? inflate(record) : null;

/** Analyses of articles under the present rules. Those of saved articles are kept in the store. */
export class Analyses {
  readonly #recent = new Recent<Analysis>(recentKept);
  /** Each article is asked for twice, ahead and when its turn comes. */
  readonly #hashes = new WeakMap<Article, Promise<string>>();

  constructor(readonly store: Store) {}

  /** The analysis from memory or store, else made now; of an article that is not saved nothing is written down. */
  async of(article: Article): Promise<Analysis> {
    const hash = await this.#hashOf(article);
    const key = `${article.id} ${hash}`;
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const stored = await opened(await this.store.get('analyses', article.id), hash);
    const analysis = stored ?? (await this.#made(article, hash));
    this.#recent.set(key, analysis);
    return analysis;
  }

  /** Reads what is stored of a story's articles in one go, so that `of` has it at hand. */
  async readAhead(story: readonly Article[]): Promise<void> {
    const articles = story.slice(0, recentKept);
    const reading = this.store.getMany(
      'analyses',
      articles.map(({ id }) => id),
    );
    const [records, hashes] = await Promise.all([
      reading,
      Promise.all(articles.map((article) => this.#hashOf(article))),
    ]);
    await Promise.all(
      articles.map(async ({ id }, at) => {
        const key = `${id} ${hashes[at]}`;
        const stored = this.#recent.get(key) ? null : await opened(records[at], hashes[at]!);
        if (stored) this.#recent.set(key, stored);
      }),
    );
  }

  #hashOf(article: Article): Promise<string> {
    const known = this.#hashes.get(article);
    if (known) return known;
    const hash = contentHash(article);
    this.#hashes.set(article, hash);
    return hash;
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
