import { type Block, type Context, Place } from './block';
import { hintBit, hintNames } from './class-words';
import { commonContext } from './furniture';
import { announced, isLabel, type PhraseKind, phraseKinds } from './phrases';
import { countWords, endsSentence } from './text-shape';

/** What the page says about its article, for comparing blocks with. Empty strings where it says nothing. */
export interface PageHints {
  /** Linked data's `articleBody`, squeezed to letters and digits. */
  declaredBody: string;
  headline: string;
  description: string;
  authors: string[];
  outlet: string;
}

/** Letters and digits only: how texts are compared that pass through templates. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const places = Object.entries(Place);
const tagGroups: Record<string, string[]> = {
  p: ['p'],
  div: ['div', 'section', 'article', 'main', 'center', 'body'],
  heading: ['h2', 'h3'],
  smallHeading: ['h4', 'h5', 'h6'],
  title: ['h1'],
  item: ['li', 'dt', 'dd', 'ul', 'ol'],
  row: ['tr', 'table', 'tbody', 'caption'],
  quote: ['blockquote'],
};
const tagNames = Object.keys(tagGroups);
const groupOfTag = new Map(
  tagNames.flatMap((name, index) => (tagGroups[name] ?? []).map((tag) => [tag, index])),
);

const textNames = [
  'words',
  'characters',
  'endsSentence',
  'sentences',
  'commas',
  'linkShare',
  'links',
  'boldShare',
  'italicShare',
  'timeShare',
  'digitShare',
  'capitalShare',
  'startsLower',
  'startsQuote',
  'endsColon',
  'endsEllipsis',
  'hasBar',
  'hasHandle',
  'hasCopyright',
  'hasYear',
  'endsQuestion',
  'afterBreak',
  'isLabel',
  'openParenthesis',
  'firstPerson',
] as const;
const contextNames = [
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
const neighbourNames = [
  'words',
  'linkShare',
  'endsSentence',
  'found',
  'heading',
  'announced',
  'sameElement',
] as const;
const offsets = [-2, -1, 1, 2] as const;

/** Names of all features, in the order of a row. */
export const featureNames: string[] = [
  ...textNames,
  ...phraseKinds.map((kind) => `announces:${kind}`),
  ...tagNames.map((name) => `tag:${name}`),
  ...places.map(([name]) => `in:${name}`),
  ...hintNames.map((name) => `near:${name}`),
  ...hintNames.map((name) => `above:${name}`),
  ...contextNames,
  ...offsets.flatMap((offset) => neighbourNames.map((name) => `${name}@${offset}`)),
];

interface Sums {
  words: number;
  characters: number;
  linked: number;
  found: number;
  blocks: number;
}

const emptySums = (): Sums => ({ words: 0, characters: 0, linked: 0, found: 0, blocks: 0 });

interface Measured {
  block: Block;
  words: number;
  linkShare: number;
  endsSentence: boolean;
  phrase: PhraseKind | null;
  form: string;
  found: boolean;
}

function measure(block: Block, found: boolean): Measured {
  const { text } = block;
  const words = countWords(text);
  return {
    block,
    words,
    linkShare: block.linkLength / text.length,
    endsSentence: endsSentence(text),
    phrase: words <= 60 ? announced(text) : null,
    form: bare(text),
    found,
  };
}

const log = (number: number): number => Math.log1p(number);

function textFeatures({ block, words, linkShare, endsSentence: ends }: Measured): number[] {
  const { text } = block;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return [
    log(words),
    log(text.length),
    +ends,
    text.match(/[.!?。！？؟…।]["'”’»)」]*(?:\s|$)/gu)?.length ?? 0,
    (text.match(/[,،、，]/gu)?.length ?? 0) / (words + 1),
    linkShare,
    block.links.length,
    block.boldLength / text.length,
    block.italicLength / text.length,
    block.timeLength / text.length,
    (text.match(/\d/g)?.length ?? 0) / text.length,
    letters ? capitals / letters : 0,
    +/^\p{Ll}/u.test(text),
    +/^["'“„«»‘「『‚]/u.test(text),
    +/[:：]$/.test(text),
    +/(?:…|\.\.\.)$/.test(text),
    +/[|•·►▶»→]/.test(text),
    +/[@#]|https?:|www\./.test(text),
    +/©|\(c\)|copyright/i.test(text),
    +/\b(?:19|20)\d\d\b/.test(text),
    +/[?？؟]$/.test(text),
    +block.afterBreak,
    +isLabel(text),
    +/^[([（【]/.test(text),
    +/\b(?:we|our|us|you|your|wir|uns|sie|ihr|vous|votre|nous|usted|tu|su)\b/i.test(text),
  ];
}

const bits = (mask: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (mask >> index) & 1);

/** Sums over blocks by a key of each. */
function sumBy<Key>(rows: Measured[], keyOf: (row: Measured) => Key): Map<Key, Sums> {
  const sums = new Map<Key, Sums>();
  for (const row of rows) {
    const name = keyOf(row);
    const sum = sums.get(name) ?? emptySums();
    sum.words += row.words;
    sum.characters += row.block.text.length;
    sum.linked += row.block.linkLength;
    sum.found += row.found ? row.words : 0;
    sum.blocks++;
    sums.set(name, sum);
  }
  return sums;
}

function nearestArticle(context: Context): Context | null {
  for (let at: Context | null = context; at; at = at.parent) if (at.tag === 'article') return at;
  return null;
}

function mainArticleOf(found: Measured[]): Context | null {
  const sums = sumBy(found, (row) => nearestArticle(row.block.context));
  let main: Context | null = null;
  let most = 0;
  for (const [article, { words }] of sums) {
    if (words > most) {
      most = words;
      main = article;
    }
  }
  return main;
}

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
  return form.length < 80 ? first >= 0 : first !== longText.lastIndexOf(form);
}

interface PageContext {
  rows: Measured[];
  hints: PageHints;
  common: Context | null;
  byPath: Map<string, Sums>;
  byParent: Map<Context | null, Sums>;
  byGrand: Map<Context | null, Sums>;
  occurrences: Map<string, number>;
  seen: Map<string, number>;
  firstFound: number;
  lastFound: number;
  headlineAt: number;
  wordsUpTo: number[];
  totalWords: number;
  foundWords: number;
  nearest: Int32Array;
  /** The `<article>` that holds most of what the reader took. */
  mainArticle: Context | null;
  /** Letters and digits of all long blocks, parted, for finding repetitions. */
  longText: string;
}

/** Distance of every block to the nearest one of the reader's choice, in blocks. */
function distances(rows: Measured[]): Int32Array {
  const distance = new Int32Array(rows.length).fill(999);
  let last = -1_000;
  rows.forEach((row, index) => {
    if (row.found) last = index;
    distance[index] = Math.min(999, index - last);
  });
  last = 100_000;
  for (let index = rows.length - 1; index >= 0; index--) {
    if (rows[index]?.found) last = index;
    distance[index] = Math.min(distance[index] ?? 999, last - index);
  }
  return distance;
}

const parentOf = (row: Measured): Context | null => row.block.context.parent;
const grandOf = (row: Measured): Context | null => row.block.context.parent?.parent ?? null;

function pageContext(rows: Measured[], hints: PageHints): PageContext {
  const found = rows.filter((row) => row.found);
  const occurrences = new Map<string, number>();
  for (const row of rows) occurrences.set(row.form, (occurrences.get(row.form) ?? 0) + 1);
  const wordsUpTo: number[] = [];
  let words = 0;
  for (const row of rows) {
    wordsUpTo.push(words);
    if (row.found) words += row.words;
  }
  const headline = bare(hints.headline);
  // The last h1 that agrees: breadcrumbs and sticky bars repeat the headline above it.
  const titled = rows.filter((row) => row.form === headline && headline !== '');
  const title = titled.find((row) => row.block.tag === 'h1') ?? titled[0];
  return {
    rows,
    hints,
    common: commonContext(found.filter((row) => row.words >= 8).map((row) => row.block)),
    byPath: sumBy(rows, (row) => row.block.context.path),
    byParent: sumBy(rows, parentOf),
    byGrand: sumBy(rows, grandOf),
    occurrences,
    seen: new Map(),
    firstFound: found[0]?.block.index ?? 0,
    lastFound: found.at(-1)?.block.index ?? rows.length,
    headlineAt: title?.block.index ?? -1,
    wordsUpTo,
    totalWords: rows.reduce((sum, row) => sum + row.words, 0),
    foundWords: words,
    nearest: distances(rows),
    mainArticle: mainArticleOf(found),
    longText: rows
      .filter((row) => row.form.length >= 80)
      .map((row) => row.form)
      .join('\n'),
  };
}

function hintMasks(context: Context, common: Context | null): [near: number, above: number] {
  const parent = context.parent;
  const near = context.hints | (parent && parent !== common ? parent.hints : 0);
  let above = 0;
  let level = 0;
  for (let at = parent?.parent ?? null; at && at !== common && level < 10; at = at.parent, level++)
    above |= at.hints;
  return [near, above];
}

const share = (part: number, whole: number): number => (whole ? part / whole : 0);

function depthBelow(context: Context, common: Context | null): number {
  let depth = 0;
  for (let at: Context | null = context; at; at = at.parent, depth++)
    if (at === common) return Math.min(depth, 12);
  return -1;
}

function contextFeatures(row: Measured, page: PageContext): number[] {
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
    +(form !== '' && form === bare(hints.headline)),
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

function neighbourFeatures(row: Measured, rows: Measured[]): number[] {
  return offsets.flatMap((offset) => {
    const other = rows[row.block.index + offset];
    if (!other) return [-1, -1, -1, -1, -1, -1, -1];
    return [
      log(other.words),
      other.linkShare,
      +other.endsSentence,
      +other.found,
      +(other.block.kind === 'heading'),
      +(other.phrase !== null),
      +(parentOf(other) === parentOf(row)),
    ];
  });
}

/** One row of numbers for each block of a page, in the order of `featureNames`. */
export function featurise(blocks: Block[], found: boolean[], hints: PageHints): Float64Array[] {
  const rows = blocks.map((block, index) => measure(block, found[index] ?? false));
  const page = pageContext(rows, hints);
  return rows.map((row) => {
    const { context, tag } = row.block;
    const [near, above] = hintMasks(context, page.common);
    const group = groupOfTag.get(tag) ?? -1;
    return Float64Array.from([
      ...textFeatures(row),
      ...phraseKinds.map((kind) => +(row.phrase === kind)),
      ...tagNames.map((_, index) => +(index === group)),
      ...places.map(([, bit]) => +((context.places & bit) !== 0)),
      ...bits(near, hintNames.length),
      ...bits(above, hintNames.length),
      ...contextFeatures(row, page),
      ...neighbourFeatures(row, rows),
    ]);
  });
}
