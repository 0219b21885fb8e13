import type { Context } from '../block';
import { hintBit } from '../class-words';
import { isDescription, log, type Measured, share } from './measured';
import type { PageContext } from './page-statistics';

/** Where a block stands, among which others, and what the page says about it. */
export const contextNames = [
  'inDeclaredBody',
  'isHeadline',
  'inDescription',
  'namesAuthor',
  'occurrences',
  'earlierOccurrence',
  'inlineElement',
  'found',
  'foundNear',
  'distanceFound',
  'pathFoundShare',
  'pathWords',
  'pathBlocks',
  'pathLinkShare',
  'pathMeanWords',
  'insideCommon',
  'depthBelowCommon',
  'position',
  'wordsBefore',
  'wordsAfter',
  'afterHeadline',
  'parentWords',
  'parentLinkShare',
  'parentFoundShare',
  'parentBlocks',
  'grandWords',
  'grandLinkShare',
  'grandFoundShare',
  'pageFoundWords',
  'pageFoundShare',
  'articleElement',
  'opensWithAuthor',
  'namesOutlet',
  'commentAbove',
  'repeatedInside',
  'pathShareOfFound',
  'parentShareOfFound',
  'grandShareOfFound',
] as const;
const commentBit = hintBit.comment;

/** 1 in the article element that holds most of the reader's text, -1 in another one, 0 in none. */
function articleRelation(context: Context, main: Context | null): number {
  const own = context.article;
  return own === main ? +(own !== null) : own === null ? 0 : -1;
}

/** Whether a text also stands inside another block: pull quotes and teasers repeat the article. */
function repeatsOther(form: string, longText: string): boolean {
  if (form.length < 30) return false;
  const first = longText.indexOf(form);
  return form.length < 80 ? first >= 0 : longText.indexOf(form, first + 1) >= 0;
}

export function hintMasks(context: Context, common: Context | null): [near: number, above: number] {
  const parent = context.parent;
  const near = context.hints | (parent && parent !== common ? parent.hints : 0);
  let above = 0;
  let level = 0;
  for (let at = parent?.parent ?? null; at && at !== common && level < 10; at = at.parent, level++)
    above |= at.hints;
  return [near, above];
}

function depthBelow(context: Context, common: Context | null): number {
  let depth = 0;
  for (let at: Context | null = context; at; at = at.parent, depth++)
    if (at === common) return Math.min(depth, 12);
  return -1;
}

/** Whether the page itself says what a block is: its declared body, headline, description, authors, outlet. */
function writeDeclared(out: Float64Array, at: number, row: Measured, page: PageContext): number {
  const { form, words } = row.block;
  const { declaredBody, authors } = page.hints;
  const named = words <= 25 && authors.some((author) => author.length > 3 && form.includes(author));
  let next = at;
  out[next++] = declaredBody.length < 200 ? 0 : form.length > 12 && declaredBody.includes(form) ? 1 : -1;
  out[next++] = +(form !== '' && form === page.headline);
  out[next++] = +isDescription(form, page.hints);
  out[next++] = +named;
  return next;
}

const inlineTags = new Set(['span', 'a', 'em', 'strong']);

/** How many of the eleven blocks around one the reader took. */
function foundNear({ foundUpTo }: PageContext, index: number): number {
  const last = Math.min(foundUpTo.length - 1, index + 6);
  return (foundUpTo[last] as number) - (foundUpTo[Math.max(0, index - 5)] as number);
}

function afterHeadline({ headlineAt }: PageContext, index: number): number {
  if (headlineAt < 0 || index === headlineAt) return 0;
  return index > headlineAt ? Math.min(30, index - headlineAt) : -1;
}

/** Where the block stands in the page and in the reader's choice. */
function writePosition(out: Float64Array, at: number, row: Measured, page: PageContext): number {
  const { block, ofPath } = row;
  const { index, context } = block;
  const depth = depthBelow(context, page.common);
  const span = Math.max(1, page.lastFound - page.firstFound);
  const before = page.foundAbove[index] ?? 0;
  let next = at;
  out[next++] = +inlineTags.has(context.tag);
  out[next++] = +row.found;
  out[next++] = foundNear(page, index);
  out[next++] = Math.min(page.nearest[index] ?? 999, 100);
  out[next++] = share(ofPath.found, ofPath.words);
  out[next++] = log(ofPath.words);
  out[next++] = log(ofPath.blocks);
  out[next++] = share(ofPath.linked, ofPath.characters);
  out[next++] = share(ofPath.words, ofPath.blocks);
  out[next++] = +(depth >= 0);
  out[next++] = depth;
  out[next++] = Math.max(-2, Math.min(3, (index - page.firstFound) / span));
  out[next++] = log(before);
  out[next++] = log(page.foundWords - before);
  out[next++] = afterHeadline(page, index);
  return next;
}

/** The block's company: those in the same elements, the page's `<article>`, repetitions. */
function writeCompany(out: Float64Array, at: number, row: Measured, page: PageContext): number {
  const { block, ofPath, ofParent, ofGrand } = row;
  const { form } = block;
  const { authors, outlet } = page.hints;
  let next = at;
  out[next++] = log(ofParent.words);
  out[next++] = share(ofParent.linked, ofParent.characters);
  out[next++] = share(ofParent.found, ofParent.words);
  out[next++] = Math.min(ofParent.blocks, 60);
  out[next++] = log(ofGrand.words);
  out[next++] = share(ofGrand.linked, ofGrand.characters);
  out[next++] = share(ofGrand.found, ofGrand.words);
  out[next++] = log(page.foundWords);
  out[next++] = share(page.foundWords, page.totalWords);
  out[next++] = articleRelation(block.context, page.mainArticle);
  out[next++] = +authors.some((author) => author.length > 5 && form.startsWith(author));
  out[next++] = +(outlet.length > 2 && form.includes(outlet));
  out[next++] = +((block.context.hintsAbove & commentBit) !== 0);
  out[next++] = +repeatsOther(form, page.longText);
  out[next++] = share(ofPath.found, page.foundWords);
  out[next++] = share(ofParent.found, page.foundWords);
  out[next++] = share(ofGrand.found, page.foundWords);
  return next;
}

/** Writes the features of `contextNames` into `out` from `at` on; gives the place behind them. */
export function writePlaceFeatures(out: Float64Array, at: number, row: Measured, page: PageContext): number {
  let next = writeDeclared(out, at, row, page);
  out[next++] = Math.min(page.occurrences.get(row.block.text) ?? 1, 5);
  out[next++] = Math.min(page.earlier[row.block.index] ?? 0, 3);
  next = writePosition(out, next, row, page);
  return writeCompany(out, next, row, page);
}
