import Defuddle from 'defuddle';
import type { Result } from '../../model/result';
import { copyDocument } from './dom';
import { type PageSnapshot, type ReadOptions, readWith } from './index';
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

/** Reads a page as `readPage` does, with Defuddle in place of Readability. */
export const readWithSecondReader = (document: Document, options: ReadOptions): Result<PageSnapshot> =>
  readWith(document, options, { takesCopy: false, choose: (page) => defuddleChoice(page, options.address) });
