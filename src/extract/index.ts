import type { Result } from '../model/result';
import { type Extraction, type ExtractOptions, readPage } from './read-page';
import { readerChoice } from './readable';

export { feedLinks } from './feeds';
export { articleFromText, type PlainArticle } from './plain-text';
export type { Extraction, ExtractOptions } from './read-page';
export { articleFromSelection } from './selection';

/**
 * Reads the article of a page. The document is only read, never changed. Fails with `page-not-ready` (no
 * body yet), `page-too-large`, `no-article` (nothing on the page reads like an article's text),
 * `text-too-short`, or `not-an-article-page` (a front page or another list of stories).
 */
export const extractArticle = (document: Document, options: ExtractOptions): Result<Extraction> =>
  readPage(document, options, readerChoice);
