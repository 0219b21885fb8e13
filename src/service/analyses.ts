import { analyse, analysisRules } from '../compare';
import type { Article, ArticleId } from '../model/article';
import type { Analysis } from '../model/claim';
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

/** The analysis of an article under the present rules: from the store when it is there, else made and kept. */
export async function analysisOf({ store }: ServiceContext, article: Article): Promise<Analysis> {
  const hash = contentHash(article);
  const cached = await store.get('analyses', article.id);
  if (cached?.contentHash === hash && cached.rules === analysisRules) return cached.analysis;
  const passing = unsaved.get(article.id);
  if (passing?.contentHash === hash && passing.analysis.rules === analysisRules) return passing.analysis;
  const analysis = analyse(article);
  const card = await store.get('cards', article.id);
  if (card?.textHash === textHash(article)) {
    const record = { id: article.id, contentHash: hash, rules: analysisRules, analysis };
    // A cache: a full disk must not take the answer away.
    await store.write([{ put: 'analyses', record }]).catch(() => {});
  } else {
    rememberUnsaved(article.id, hash, analysis);
  }
  return analysis;
}
