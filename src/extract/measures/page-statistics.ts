import type { Context } from '../block';
import { bare } from '../characters';
import { commonContext } from '../furniture';
import type { Measured, PageHints } from './measured';

function mainArticleOf(found: Measured[]): Context | null {
  const words = new Map<Context | null, number>();
  for (const row of found) {
    const { article } = row.block.context;
    words.set(article, (words.get(article) ?? 0) + row.words);
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

/** What all blocks of a page are compared with. */
export interface PageContext {
  rows: Measured[];
  hints: PageHints;
  common: Context | null;
  occurrences: Map<string, number>;
  /** For each block, how often its text stood above it. */
  earlier: number[];
  firstFound: number;
  lastFound: number;
  /** Letters and digits of the headline. */
  headline: string;
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

export function pageContext(rows: Measured[], hints: PageHints): PageContext {
  const found = rows.filter((row) => row.found);
  const occurrences = new Map<string, number>();
  const earlier = rows.map(({ form }) => {
    const before = occurrences.get(form) ?? 0;
    occurrences.set(form, before + 1);
    return before;
  });
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
    occurrences,
    earlier,
    firstFound: found[0]?.block.index ?? 0,
    lastFound: found.at(-1)?.block.index ?? rows.length,
    headline,
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
