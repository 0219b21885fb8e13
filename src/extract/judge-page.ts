import type { Article, CaptureMethod, ReaderName, Removal } from '../model/article';
import { type Failure, fail, ok, type Result } from '../model/result';
import { assemble } from './assemble';
import type { Block } from './block';
import { chooseBlocks } from './choose';
import { type Forests, fitted } from './classifier';
import { type PreparedPage, preparePage } from './prepare';
import type { PageSnapshot } from './reading/page-snapshot';

/** Where and how a page was read. */
export interface Capture {
  /** ISO instant. */
  capturedAt: string;
  how?: CaptureMethod;
  reader?: ReaderName;
}

export interface Extraction {
  article: Article;
  /** Every block of the reader's choice that was left out, and why. */
  removed: Removal[];
  /** Everyone the byline names, people and organisations, as the page credits them. */
  credited: string[];
}

/** Parts the kept blocks into those that computed style shows and those it hides. */
function shownOnly(blocks: Block[]): [shown: Block[], hidden: Block[]] {
  const shown = blocks.filter((block) => !block.context.unseen);
  // A page that hides its whole text is still fading in: style is no witness there.
  return shown.length === 0 ? [blocks, []] : [shown, blocks.filter((block) => block.context.unseen)];
}

/**
 * Makes an article of what was read of a page: which blocks are its text, and what its metadata says. Needs no DOM. Fails
 * with `no-article` (nothing on the page reads like an article's text), `text-too-short`, or `not-an-article-page`
 * (a front page or another list of stories). `forests` other than the product's own are for measuring on pages that
 * they have not seen.
 */
export function judgePage(
  page: PageSnapshot,
  capture: Capture,
  forests: Forests = fitted,
): Result<Extraction> {
  const prepared = preparePage(page);
  const choice = chooseBlocks(prepared, forests);
  const [kept, hidden] = shownOnly(choice.kept);
  const standfirst = choice.standfirst.filter((block) => !block.context.unseen);
  const removed = [
    ...choice.removed,
    ...hidden.map(({ text }) => ({ step: 'style', reason: 'hidden', text })),
  ];
  if (kept.length === 0) return fail('no-article', { frames: page.frames });
  const extraction = assemble(prepared, { standfirst, kept, removed }, capture);
  return refusal(extraction, prepared) ?? ok(extraction);
}

/** Fewest words of a page that does not call itself an article. */
const fewestWords = 20;

/** Why a page that has some text is still no article: a list of stories, or next to nothing. */
function refusal({ article }: Extraction, { facts }: PreparedPage): { ok: false; failure: Failure } | null {
  if (article.kind === 'index') return fail('not-an-article-page', { kind: article.kind });
  const declared = facts.linked.article !== null || facts.meta.first('og:type') === 'article';
  if (!declared && article.wordCount < fewestWords)
    return fail('text-too-short', { words: article.wordCount });
  return null;
}
