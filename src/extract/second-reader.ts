import Defuddle from 'defuddle';
import type { Result } from '../model/result';
import { copyDocument } from './dom';
import { type Extraction, type ExtractOptions, readPage } from './read-page';
import { asChoice, type ReaderChoice } from './reader-choice';

/** Text of HTML, parsed in an inert document: nothing in it is loaded or run. */
function textOf(document: Document, html: string): string {
  const inert = document.implementation.createHTMLDocument('');
  return inert.createRange().createContextualFragment(html).textContent ?? '';
}

function defuddleChoice(document: Document, address: string): ReaderChoice | null {
  try {
    const copy = copyDocument(document);
    const { content } = new Defuddle(copy, { url: address, removeImages: true, useAsync: false }).parse();
    return content ? asChoice(textOf(copy, content)) : null;
  } catch {
    return null;
  }
}

/**
 * Reads the article with Defuddle in place of Readability: for pages whose first result is implausible. The
 * cleaning and the metadata are the same. Fails as `extractArticle` does.
 */
export const extractWithSecondReader = (document: Document, options: ExtractOptions): Result<Extraction> =>
  readPage(document, { ...options, reader: 'defuddle' }, (page) => defuddleChoice(page, options.address));
