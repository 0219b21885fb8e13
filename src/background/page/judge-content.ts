import type { PageContent } from '../../content/protocol';
import { judgePage } from '../../extract/judge-page';
import { judgeSelection } from '../../extract/selection';
import type { Article, Removal } from '../../model/article';
import { type FailureCode, fail, ok, type Result } from '../../model/result';

/** An article with what the page it stands on gave besides. */
export interface JudgedPage {
  article: Article;
  removed: Removal[];
  tabAddress: string;
  feeds: PageContent['feeds'];
}

/** What a page that has not arrived yet may fail with though it is an article. */
const mayStillCome: ReadonlySet<FailureCode> = new Set([
  'no-article',
  'text-too-short',
  'not-an-article-page',
]);

/** The beginning of a text is said to be one: more may stand in what has not arrived. */
function asBeginning(article: Article): Article {
  const { state, reasons } = article.completeness;
  return {
    ...article,
    completeness: {
      state: state === 'whole' ? 'perhaps-cut' : state,
      reasons: ['still-loading', ...reasons],
    },
  };
}

/**
 * Makes the article of what the content script has read. It is done here and not in the page, which so carries
 * neither the weights nor the word lists.
 */
export function judgeContent(content: PageContent, capturedAt: string): Result<JudgedPage> {
  const { page, way, selectedText, tabAddress, feeds, loading } = content;
  const capture = { capturedAt, how: 'page' as const, reader: way };
  const judged = way === 'selection' ? judgeSelection(page, selectedText, capture) : judgePage(page, capture);
  const partly = loading && way !== 'selection';
  if (!judged.ok) return partly && mayStillCome.has(judged.failure.code) ? fail('page-not-ready') : judged;
  const { article, removed } = judged.value;
  return ok({ article: partly ? asBeginning(article) : article, removed, tabAddress, feeds });
}
