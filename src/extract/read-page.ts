import type { Article, CaptureMethod, ReaderName, Removal } from '../model/article';
import { fail, ok, type Result } from '../model/result';
import { assemble } from './assemble';
import type { Block } from './block';
import { chooseBlocks } from './choose';
import { domAccess } from './dom';
import { type PreparedPage, preparePage } from './prepare';
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

/** Parts the kept blocks into those that computed style shows and those it hides. */
function shownOnly(
  blocks: Block[],
  isVisible: ExtractOptions['isVisible'],
): [shown: Block[], hidden: Block[]] {
  if (!isVisible) return [blocks, []];
  // One question for each element, however many blocks it holds.
  const known = new Map<Element, boolean>();
  const isShown = ({ context: { element } }: Block): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const visible = isVisible(element);
    known.set(element, visible);
    return visible;
  };
  const shown = blocks.filter(isShown);
  // A page that hides its whole text is still fading in: style is no witness there.
  return shown.length === 0 ? [blocks, []] : [shown, blocks.filter((block) => !isShown(block))];
}

/** Reads the article of a page with the help of `choose`, which says roughly where the article's text is. */
export function readPage(
  document: Document,
  options: ExtractOptions,
  choose: (document: Document) => ReaderChoice | null,
): Result<Extraction> {
  const dom = domAccess(document);
  if (!dom) return fail('page-not-ready');
  const prepared = preparePage(dom, options.address, () => choose(document));
  if (!prepared.ok) return prepared;
  const choice = chooseBlocks(prepared.value);
  const [kept, hidden] = shownOnly(choice.kept, options.isVisible);
  const removed = [
    ...choice.removed,
    ...hidden.map(({ text }) => ({ step: 'style', reason: 'hidden', text })),
  ];
  if (kept.length === 0) return fail('no-article', { frames: prepared.value.page.frames });
  const extraction = assemble(dom, prepared.value, { kept, removed }, options);
  return refusal(extraction, prepared.value) ?? ok(extraction);
}

/** Fewest words of a page that does not call itself an article. */
const fewestWords = 20;

/** Why a page that has some text is still no article: a list of stories, or next to nothing. */
function refusal({ article }: Extraction, { facts }: PreparedPage): ReturnType<typeof fail> | null {
  if (article.kind === 'index') return fail('not-an-article-page', { kind: article.kind });
  const declared = facts.linked.article !== null || facts.meta.first('og:type') === 'article';
  if (!declared && article.wordCount < fewestWords)
    return fail('text-too-short', { words: article.wordCount });
  return null;
}
