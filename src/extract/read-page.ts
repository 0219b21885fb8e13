import type { Article, CaptureMethod, ReaderName, Removal } from '../model/article';
import { fail, ok, type Result } from '../model/result';
import { assemble } from './assemble';
import type { Block } from './block';
import { chooseBlocks } from './choose';
import { domAccess } from './dom';
import { readBlocks } from './read-blocks';
import type { ReaderChoice } from './reader-choice';

export interface ExtractOptions {
  /** Address of the tab, fragment and tracking parameters included. */
  address: string;
  /** ISO instant. */
  capturedAt: string;
  how?: CaptureMethod;
  reader?: ReaderName;
  /** Whether computed style shows an element. Only the live page can tell; without it all is visible. */
  isVisible?: (element: Element) => boolean;
}

export interface Extraction {
  article: Article;
  /** Every block of the reader's choice that was left out, and why. */
  removed: Removal[];
  /** Everyone the byline names, people and organisations, as the page credits them. */
  credited: string[];
}

const visibleOnly = (blocks: Block[], isVisible: ExtractOptions['isVisible']): Block[] => {
  if (!isVisible) return blocks;
  // One question for each element, however many blocks it holds.
  const known = new Map<Element, boolean>();
  return blocks.filter(({ context: { element } }) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const visible = isVisible(element);
    known.set(element, visible);
    return visible;
  });
};

/** Reads the article of a page with the help of `choose`, which says roughly where the article's text is. */
export function readPage(
  document: Document,
  options: ExtractOptions,
  choose: (document: Document) => ReaderChoice | null,
): Result<Extraction> {
  const dom = domAccess(document);
  if (!dom) return fail('page-not-ready');
  const page = readBlocks(dom);
  if (!page.ok) return page;
  const blocks = page.value.blocks;
  const choice = chooseBlocks(blocks, choose(document));
  const kept = visibleOnly(choice.kept, options.isVisible);
  const hidden = choice.kept.filter((block) => !kept.includes(block));
  for (const block of hidden) choice.removed.push({ step: 'style', reason: 'hidden', text: block.text });
  if (kept.length === 0) return fail('no-article', { frames: page.value.frames });
  return ok(assemble(dom, page.value, { kept, removed: choice.removed }, options));
}
