import { fail, ok, type Result } from '../../model/result';
import { markedElements, readDeclarations } from './declarations';
import { domAccess } from './dom';
import { farthest, type PageSnapshot } from './page-snapshot';
import { type PageBlocks, readBlocks } from './read-blocks';
import { readerChoice } from './readable';
import { asChoice, foundInOrder, type ReaderChoice } from './reader-choice';

export type { PageSnapshot } from './page-snapshot';

export interface ReadOptions {
  /** Address of the tab, fragment and tracking parameters included. */
  address: string;
  /** Whether computed style shows an element. Only the live page can tell; without it all is visible. */
  isVisible?: (element: Element) => boolean;
}

/** Positions of elements near the reader's choice that computed style hides. Each is asked once. */
function unseenElements(
  { blocks, nodes }: PageBlocks,
  found: number[],
  isVisible: (element: Element) => boolean,
): number[] {
  const near = new Set<number>();
  let next = 0;
  blocks.forEach(({ element }, index) => {
    while (next < found.length - 1 && (found[next] as number) < index) next++;
    const ahead = (found[next] as number) - index;
    const behind = index - (found[next - 1] ?? found[next] ?? 0);
    if (found.length === 0 || Math.min(Math.abs(ahead), Math.abs(behind)) <= farthest) near.add(element);
  });
  return [...near].filter((element) => !isVisible(nodes[element] as Element));
}

/** Reads a page with the help of `choose`, which says roughly where the article's text is. */
export function readWith(
  document: Document,
  { address, isVisible }: ReadOptions,
  choose: (document: Document) => ReaderChoice | null,
): Result<PageSnapshot> {
  const dom = domAccess(document);
  if (!dom) return fail('page-not-ready');
  const marked = markedElements(dom);
  const page = readBlocks(dom, new Set(marked));
  if (!page.ok) return page;
  const { blocks, elements, frames } = page.value;
  const found = foundInOrder(
    blocks.map((block) => block.text),
    choose(document),
  );
  const unseen = isVisible ? unseenElements(page.value, found, isVisible) : [];
  const declared = readDeclarations(dom, marked);
  return ok({ address, declared, elements, blocks, found, unseen, frames });
}

/**
 * Reads a page with Readability's help: its text in blocks, where they stand, and what it says about itself, all
 * as plain data. The document is only read, never changed. Fails with `page-not-ready` (no body yet) or
 * `page-too-large`.
 */
export const readPage = (document: Document, options: ReadOptions): Result<PageSnapshot> =>
  readWith(document, options, readerChoice);

/** Reads a page for the words that the reader has selected in it. */
export const readAround = (
  document: Document,
  selectedText: string,
  options: ReadOptions,
): Result<PageSnapshot> => readWith(document, options, () => asChoice(selectedText));
