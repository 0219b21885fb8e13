import type { PageContent } from '../../content/protocol';
import { judgePage } from '../../extract/judge-page';
import { judgeSelection } from '../../extract/selection';
import type { Article, Removal } from '../../model/article';
import { ok, type Result } from '../../model/result';

/** An article with what the page it stands on gave besides. */
export interface JudgedPage {
  article: Article;
  removed: Removal[];
  tabAddress: string;
  feeds: PageContent['feeds'];
}

/**
 * Makes the article of what the content script has read. It is done here and not in the page, which so carries
 * neither the weights nor the word lists.
 */
export function judgeContent(content: PageContent, capturedAt: string): Result<JudgedPage> {
  const { page, way, selectedText, tabAddress, feeds } = content;
  const capture = { capturedAt, how: 'page' as const, reader: way };
  const judged = way === 'selection' ? judgeSelection(page, selectedText, capture) : judgePage(page, capture);
  if (!judged.ok) return judged;
  const { article, removed } = judged.value;
  return ok({ article, removed, tabAddress, feeds });
}
