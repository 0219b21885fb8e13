import { fail, type Result } from '../model/result';
import { type Capture, type Extraction, judgePage } from './judge-page';
import { plainParagraphs } from './plain-text';
import { type ReadOptions, readAround, readPage } from './reading';
import { judgeSelection } from './selection';

export { feedLinks } from './feeds';
export { type Capture, type Extraction, judgePage } from './judge-page';
export { articleFromText, type PlainArticle } from './plain-text';
export { judgeSelection } from './selection';

export type ExtractOptions = ReadOptions & Capture;

/**
 * Reads and judges the article of a page in one go, where a document is at hand: command line, imports, fetched
 * pages. In the live page the content script reads and the worker judges. The document is only read, never changed.
 * Fails as `readPage` and `judgePage` do.
 */
export function extractArticle(document: Document, options: ExtractOptions): Result<Extraction> {
  const reading = readPage(document, options);
  return reading.ok ? judgePage(reading.value, options) : reading;
}

/** The same for the reader's selection. Fails as `judgeSelection` does. */
export function articleFromSelection(
  document: Document,
  selectedText: string,
  options: ExtractOptions,
): Result<Extraction> {
  if (plainParagraphs(selectedText).length === 0) return fail('selection-empty');
  const reading = readAround(document, selectedText, options);
  return reading.ok ? judgeSelection(reading.value, selectedText, options) : reading;
}
