import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { analyse, analysisRules } from '../compare';
import type { Article } from '../model/article';
import type { Analysis } from '../model/claim';
import type { AnalysisRecord, Store } from '../store';
import { contentHash, textHash } from './hashes';
import { Recent } from './recent';

/** Analyses kept in memory: the voices of a few stories. */
const recentKept = 48;

const deflate = (analysis: Analysis): Uint8Array => zlibSync(strToU8(JSON.stringify(analysis)));

/** Null when the bytes are damaged: then the analysis is made again. */
function inflate({ deflated }: AnalysisRecord): Analysis | null {
  try {
    return JSON.parse(strFromU8(unzlibSync(deflated))) as Analysis;
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
    const hash = contentHash(article);
    const key = `${article.id} ${hash}`;
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const analysis = (await this.#stored(article, hash)) ?? (await this.#made(article, hash));
    this.#recent.set(key, analysis);
    return analysis;
  }

  async #stored({ id }: Article, hash: string): Promise<Analysis | null> {
    const record = await this.store.get('analyses', id);
    return record?.contentHash === hash && record.rules === analysisRules ? inflate(record) : null;
  }

  async #made(article: Article, hash: string): Promise<Analysis> {
    const analysis = analyse(article);
    const card = await this.store.get('cards', article.id);
    if (card?.textHash === textHash(article)) {
      const deflated = deflate(analysis);
      const record = { id: article.id, contentHash: hash, rules: analysisRules, deflated };
      // A cache: a full disk must not take the answer away.
      await this.store.write([{ put: 'analyses', record }]).catch(() => {});
    }
    return analysis;
  }
}
