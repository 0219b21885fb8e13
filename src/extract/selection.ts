import { fail, ok, type Result } from '../model/result';
import { assemble } from './assemble';
import type { Block, Context } from './block';
import { countText } from './characters';
import { domAccess } from './dom';
import { plainParagraphs } from './plain-text';
import { preparePage } from './prepare';
import type { Extraction, ExtractOptions } from './read-page';
import { asChoice } from './reader-choice';
import { countWords, key } from './text-shape';

/** A selection shorter than this is a phrase, not an article. */
const fewestWords = 8;

/**
 * The reader's selection as the article's text, with the page's own metadata around it. Fails with
 * `selection-empty` and `text-too-short`.
 */
export function articleFromSelection(
  document: Document,
  selectedText: string,
  options: ExtractOptions,
): Result<Extraction> {
  const paragraphs = plainParagraphs(selectedText);
  if (paragraphs.length === 0) return fail('selection-empty');
  if (countWords(paragraphs.join(' ')) < fewestWords) return fail('text-too-short');
  const dom = domAccess(document);
  if (!dom) return fail('page-not-ready');
  const page = preparePage(dom, options.address, () => asChoice(selectedText));
  if (!page.ok) return page;
  const root: Context = page.value.page.blocks[0]?.context ?? {
    element: dom.root,
    parent: null,
    tag: 'body',
    depth: 0,
    hints: 0,
    places: 0,
    path: '',
  };
  const byText = new Map(page.value.page.blocks.map((block) => [key(block.text), block]));
  const kept = paragraphs.map((text): Block => {
    const found = byText.get(key(text));
    // The page's own block keeps its links and its place; a part of one has only its words.
    if (found?.text === text) return found;
    return {
      ...emptyBlock(root),
      index: found?.index ?? firstHolding(page.value.page.blocks, text),
      text,
      counts: countText(text),
    };
  });
  return ok(
    assemble(dom, page.value, { kept, removed: [] }, { ...options, how: 'selection', reader: 'selection' }),
  );
}

const firstHolding = (blocks: Block[], text: string): number => {
  const form = key(text).slice(0, 60);
  return blocks.find((block) => key(block.text).includes(form))?.index ?? blocks.length;
};

const emptyBlock = (context: Context): Omit<Block, 'text' | 'index' | 'counts'> => ({
  kind: 'text',
  tag: 'p',
  context,
  links: [],
  linkLength: 0,
  boldLength: 0,
  italicLength: 0,
  timeLength: 0,
  afterBreak: false,
  breaks: [],
});
