import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { analyse, analysisRules } from '../compare';
import type { Article, ArticleId } from '../model/article';
import type { Analysis } from '../model/claim';
import type { AnalysisRecord } from '../store';
import type { ServiceContext } from './context';
import { contentHash, textHash } from './hashes';

/** Analyses of articles that are not saved, for the life of the worker: nothing unsaved is written down. */
const unsaved = new Map<ArticleId, { contentHash: string; analysis: Analysis }>();
const unsavedKept = 8;

function rememberUnsaved(id: ArticleId, hash: string, analysis: Analysis): void {
  unsaved.delete(id);
  unsaved.set(id, { contentHash: hash, analysis });
  const oldest = unsaved.keys().next();
  if (unsaved.size > unsavedKept && !oldest.done) unsaved.delete(oldest.value);
}

const deflate = (analysis: Analysis): Uint8Array => zlibSync(strToU8(JSON.stringify(analysis)));

/** Null when the bytes are damaged: then the analysis is made again. */
function inflate({ deflated }: AnalysisRecord): Analysis | null {
  try {
    return JSON.parse(strFromU8(unzlibSync(deflated))) as Analysis;
  } catch {
    return null;
  }
}

/** The analysis of an article under the present rules: from the store when it is there, else made and kept. */
export async function analysisOf({ store }: ServiceContext, article: Article): Promise<Analysis> {
  const hash = contentHash(article);
  const cached = await store.get('analyses', article.id);
  const standing = cached?.contentHash === hash && cached.rules === analysisRules ? inflate(cached) : null;
  if (standing) return standing;
  const passing = unsaved.get(article.id);
  if (passing?.contentHash === hash && passing.analysis.rules === analysisRules) return passing.analysis;
  const analysis = analyse(article);
  const card = await store.get('cards', article.id);
  if (card?.textHash === textHash(article)) {
    const record = { id: article.id, contentHash: hash, rules: analysisRules, deflated: deflate(analysis) };
    // A cache: a full disk must not take the answer away.
    await store.write([{ put: 'analyses', record }]).catch(() => {});
  } else {
    rememberUnsaved(article.id, hash, analysis);
  }
  return analysis;
}
