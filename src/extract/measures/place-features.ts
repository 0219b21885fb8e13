import type { Context } from '../block';
import { hintBit } from '../class-words';
import { emptySums, grandOf, log, type Measured, parentOf, share } from './measured';
import { nearestArticle, type PageContext } from './page-statistics';

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

function hasCommentAbove(context: Context): boolean {
  for (let at: Context | null = context; at; at = at.parent) if (at.hints & commentBit) return true;
  return false;
}

/** 1 in the article element that holds most of the reader's text, -1 in another one, 0 in none. */
function articleRelation(context: Context, main: Context | null): number {
  const own = nearestArticle(context);
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

export function placeFeatures(row: Measured, page: PageContext): number[] {
  const { block, form, words } = row;
  const { hints, rows } = page;
  const index = block.index;
  const path = page.byPath.get(block.context.path) ?? emptySums();
  const parent = page.byParent.get(parentOf(row)) ?? emptySums();
  const grand = page.byGrand.get(grandOf(row)) ?? emptySums();
  const before = page.seen.get(form) ?? 0;
  page.seen.set(form, before + 1);
  const depth = depthBelow(block.context, page.common);
  let near = 0;
  for (let at = Math.max(0, index - 5); at <= Math.min(rows.length - 1, index + 5); at++)
    near += +(rows[at]?.found ?? false);
  const span = Math.max(1, page.lastFound - page.firstFound);
  return [
    hints.declaredBody.length < 200 ? 0 : form.length > 12 && hints.declaredBody.includes(form) ? 1 : -1,
    +(form !== '' && form === page.headline),
    +(
      form.length > 20 &&
      (hints.description.includes(form) ||
        (hints.description.length > 30 && form.startsWith(hints.description.slice(0, 60))))
    ),
    +(words <= 25 && hints.authors.some((author) => author.length > 3 && form.includes(author))),
    Math.min(page.occurrences.get(form) ?? 1, 5),
    Math.min(before, 3),
    +(
      block.context.tag === 'span' ||
      block.context.tag === 'a' ||
      block.context.tag === 'em' ||
      block.context.tag === 'strong'
    ),
    +row.found,
    near,
    Math.min(page.nearest[index] ?? 999, 100),
    share(path.found, path.words),
    log(path.words),
    log(path.blocks),
    share(path.linked, path.characters),
    share(path.words, path.blocks),
    +(depth >= 0),
    depth,
    Math.max(-2, Math.min(3, (index - page.firstFound) / span)),
    log(page.wordsUpTo[index] ?? 0),
    log(page.foundWords - (page.wordsUpTo[index] ?? 0)),
    page.headlineAt < 0
      ? 0
      : index === page.headlineAt
        ? 0
        : index > page.headlineAt
          ? Math.min(30, index - page.headlineAt)
          : -1,
    log(parent.words),
    share(parent.linked, parent.characters),
    share(parent.found, parent.words),
    Math.min(parent.blocks, 60),
    log(grand.words),
    share(grand.linked, grand.characters),
    share(grand.found, grand.words),
    log(page.foundWords),
    share(page.foundWords, page.totalWords),
    articleRelation(block.context, page.mainArticle),
    +hints.authors.some((author) => author.length > 5 && form.startsWith(author)),
    +(hints.outlet.length > 2 && form.includes(hints.outlet)),
    +hasCommentAbove(block.context),
    +repeatsOther(form, page.longText),
    share(path.found, page.foundWords),
    share(parent.found, page.foundWords),
    share(grand.found, page.foundWords),
  ];
}
