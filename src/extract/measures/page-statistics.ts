import type { Context } from '../block';
import { bare } from '../characters';
import { commonContext } from '../furniture';
import type { Measured, PageHints } from './measured';
import { isQuestion } from './questions';

function mainArticleOf(found: Measured[]): Context | null {
  const words = new Map<Context | null, number>();
  for (const row of found) {
    const { article } = row.block.context;
    words.set(article, (words.get(article) ?? 0) + row.roughWords);
  }
  let main: Context | null = null;
  let most = 0;
  for (const [article, count] of words) {
    if (count > most) {
      most = count;
      main = article;
    }
  }
  return main;
}

/** What all blocks of a page are compared with. Words are rough ones. */
export interface PageContext {
  rows: Measured[];
  hints: PageHints;
  common: Context | null;
  occurrences: Map<string, number>;
  /** For each block, how often its text stood above it. */
  earlier: number[];
  firstFound: number;
  lastFound: number;
  headlineAt: number;
  /** For each block, words that the reader took above it. */
  foundAbove: number[];
  totalWords: number;
  foundWords: number;
  /** For each block, and behind the last, how many above it the reader took. */
  foundUpTo: number[];
  nearest: Int32Array;
  /** The `<article>` that holds most of what the reader took. */
  mainArticle: Context | null;
  /** Letters and digits of the headline. */
  headline: string;
  /** Those that the trees are asked about. */
  asked: Measured[];
  /** Letters and digits of the long ones of them, parted, for finding repetitions. */
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

/** Where the headline is printed: as an h1 if there is one, breadcrumbs and sticky bars repeat it above that. */
function placeOf(headline: string, rows: Measured[]): number {
  if (headline === '') return -1;
  const titled = rows.filter(({ block }) => {
    const { length } = block.text;
    return length >= headline.length && length <= 2 * headline.length + 8 && block.form === headline;
  });
  const title = titled.find(({ block }) => block.tag === 'h1') ?? titled[0];
  return title?.block.index ?? -1;
}

export function pageContext(rows: Measured[], hints: PageHints): PageContext {
  const found = rows.filter((row) => row.found);
  const occurrences = new Map<string, number>();
  const earlier: number[] = [];
  const foundAbove: number[] = [];
  const foundUpTo = [0];
  let totalWords = 0;
  let foundWords = 0;
  for (const { block, roughWords, found: taken } of rows) {
    const before = occurrences.get(block.text) ?? 0;
    occurrences.set(block.text, before + 1);
    earlier.push(before);
    foundAbove.push(foundWords);
    totalWords += roughWords;
    if (taken) foundWords += roughWords;
    foundUpTo.push((foundUpTo.at(-1) as number) + (taken ? 1 : 0));
  }
  const headline = bare(hints.headline);
  const nearest = distances(rows);
  // Where the reader took nothing every block is one.
  const asked =
    found.length === 0 ? rows : rows.filter((row, index) => isQuestion(row, nearest[index] as number));
  return {
    rows,
    hints,
    common: commonContext(found.filter((row) => row.roughWords >= 8).map((row) => row.block)),
    occurrences,
    earlier,
    firstFound: found[0]?.block.index ?? 0,
    lastFound: found.at(-1)?.block.index ?? rows.length,
    headlineAt: placeOf(headline, rows),
    foundAbove,
    foundUpTo,
    totalWords,
    foundWords,
    nearest,
    mainArticle: mainArticleOf(found),
    headline,
    asked,
    longText: asked.flatMap(({ block }) => (block.text.length >= 90 ? block.form : [])).join('\n'),
  };
}
