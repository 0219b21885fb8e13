import { fail, ok, type Result } from '../../model/result';
import { markedElements, readDeclarations } from './declarations';
import { domAccess, emptyDocument } from './dom';
import { farthest, type PageSnapshot } from './page-snapshot';
import { type PageBlocks, readBlocks } from './read-blocks';
import { readerChoice } from './readable';
import { asChoice, bodyAbove, foundInOrder, type ReaderChoice } from './reader-choice';
import { fillReaderCopy } from './reader-copy';

export type { PageSnapshot } from './page-snapshot';

export interface ReadOptions {
  /** Address of the tab, fragment and tracking parameters included. */
  address: string;
  /** Whether computed style shows an element. Only the live page can tell; without it all is visible. */
  isVisible?: (element: Element) => boolean;
}

/** For each block, whether it stands near one that the reader took; all do when it took none. */
function nearFound(blocks: number, found: number[]): boolean[] {
  if (found.length === 0) return new Array<boolean>(blocks).fill(true);
  const near = new Array<boolean>(blocks).fill(false);
  let next = 0;
  for (const at of found) {
    for (let index = Math.max(next, at - farthest); index < blocks && index <= at + farthest; index++)
      near[index] = true;
    next = at + farthest + 1;
  }
  return near;
}

/** Positions of elements near the reader's choice that computed style hides. Each is asked once. */
function unseenElements(
  { blocks, nodes }: PageBlocks,
  near: boolean[],
  isVisible: (element: Element) => boolean,
): number[] {
  const asked = new Set(blocks.flatMap(({ element }, index) => (near[index] ? element : [])));
  return [...asked].filter((element) => !isVisible(nodes[element] as Element));
}

/** Says roughly where the article's text is. */
export interface Chooser {
  /** It wants a lean copy that it may take apart in place of the page's document. */
  takesCopy: boolean;
  choose(document: Document): ReaderChoice | null;
}

/** Reads a page with the help of a chooser. Fails as `readPage` does. */
export function readWith(
  document: Document,
  { address, isVisible }: ReadOptions,
  { takesCopy, choose }: Chooser,
): Result<PageSnapshot> {
  const dom = domAccess(document);
  if (!dom) return fail('page-not-ready');
  const marked = markedElements(dom);
  const page = readBlocks(dom, new Set(marked));
  if (!page.ok) return page;
  const declared = readDeclarations(dom, marked);
  const { blocks, elements, frames } = page.value;
  const chosen = foundInOrder(
    blocks.map((block) => block.text),
    choose(takesCopy ? fillReaderCopy(emptyDocument(document), blocks, elements, declared.title) : document),
  );
  const found = (takesCopy ? bodyAbove(blocks, elements, chosen) : null) ?? chosen;
  const near = nearFound(blocks.length, found);
  const unseen = isVisible ? unseenElements(page.value, near, isVisible) : [];
  // Where menus and footers lead is of no use to anybody, and long.
  blocks.forEach((block, index) => {
    if (!near[index]) delete block.links;
  });
  return ok({ address, declared, elements, blocks, found, unseen, frames });
}

/**
 * Reads a page with Readability's help: its text in blocks, where they stand, and what it says about itself, all
 * as plain data. The document is only read, never changed. Fails with `page-not-ready` (no body yet) or
 * `page-too-large`.
 */
export const readPage = (document: Document, options: ReadOptions): Result<PageSnapshot> =>
  readWith(document, options, { takesCopy: true, choose: readerChoice });

/** Reads a page for the words that the reader has selected in it. */
export const readAround = (
  document: Document,
  selectedText: string,
  options: ReadOptions,
): Result<PageSnapshot> =>
  readWith(document, options, { takesCopy: false, choose: () => asChoice(selectedText) });
