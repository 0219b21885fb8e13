import { fail, ok, type Result } from '../model/result';
import { assemble } from './assemble';
import { Block, Context } from './block';
import { countWords } from './characters';
import type { Capture, Extraction } from './judge-page';
import { plainParagraphs } from './plain-text';
import { preparePage } from './prepare';
import type { PageSnapshot, ReadBlock } from './reading/page-snapshot';
import { key } from './text-shape';

/** A selection shorter than this is a phrase, not an article. */
const fewestWords = 8;

const nowhere = new Context('body', '', null, 0, 0);

const firstHolding = (blocks: Block[], text: string): number => {
  const form = key(text).slice(0, 60);
  return blocks.find((block) => key(block.text).includes(form))?.index ?? blocks.length;
};

/**
 * The reader's selection as the article's text, with the page's own metadata around it: `page` comes from
 * `readAround`. Fails with `selection-empty` and `text-too-short`.
 */
export function judgeSelection(
  page: PageSnapshot,
  selectedText: string,
  capture: Capture,
): Result<Extraction> {
  const paragraphs = plainParagraphs(selectedText);
  if (paragraphs.length === 0) return fail('selection-empty');
  if (countWords(paragraphs.join(' ')) < fewestWords) return fail('text-too-short');
  const prepared = preparePage(page);
  const byText = new Map(prepared.blocks.map((block) => [key(block.text), block]));
  const root = prepared.blocks[0]?.context ?? nowhere;
  const kept = paragraphs.map((text): Block => {
    const found = byText.get(key(text));
    // The page's own block keeps its links and its place; a part of one has only its words.
    if (found?.text === text) return found;
    const paragraph: ReadBlock = { text, kind: 'text', tag: 'p', element: 0 };
    return new Block(paragraph, root, found?.index ?? firstHolding(prepared.blocks, text));
  });
  return ok(
    assemble(
      prepared,
      { standfirst: [], kept, removed: [] },
      { ...capture, how: 'selection', reader: 'selection' },
    ),
  );
}
