import type { Block, Context } from '../block';
import { bare } from '../characters';
import type { PhraseKind } from '../phrases';

/** What the page says about its article, for comparing blocks with. Empty strings where it says nothing. */
export interface PageHints {
  /** Linked data's `articleBody`, squeezed to letters and digits. */
  declaredBody: string;
  headline: string;
  description: string;
  authors: string[];
  outlet: string;
}

/** Totals over some blocks. `found` is in words. */
export interface Sums {
  words: number;
  characters: number;
  linked: number;
  found: number;
  blocks: number;
}

const emptySums = (): Sums => ({ words: 0, characters: 0, linked: 0, found: 0, blocks: 0 });

/** A block with what is asked of it many times. */
export interface Measured {
  block: Block;
  words: number;
  wordsLog: number;
  linkShare: number;
  /** Letters and digits of the text. */
  form: string;
  found: boolean;
  /** Totals over all blocks with its path, in its parent element, and in the one above. */
  ofPath: Sums;
  ofParent: Sums;
  ofGrand: Sums;
}

/** What a short block's opening words announce; long ones are prose whatever they begin with. */
export const phraseOf = ({ words, block }: Measured): PhraseKind | null =>
  words <= 60 ? block.phrase : null;

function sumsOf<Key>(sums: Map<Key, Sums>, key: Key): Sums {
  const known = sums.get(key);
  if (known) return known;
  const made = emptySums();
  sums.set(key, made);
  return made;
}

function addTo(sums: Sums, { block, words, found }: Measured): void {
  sums.words += words;
  sums.characters += block.text.length;
  sums.linked += block.linkLength;
  if (found) sums.found += words;
  sums.blocks++;
}

/** Measures all blocks of a page; `found` says which of them the reader took. */
export function measureAll(blocks: Block[], found: boolean[]): Measured[] {
  const byPath = new Map<number, Sums>();
  const byParent = new Map<Context | null, Sums>();
  const byGrand = new Map<Context | null, Sums>();
  return blocks.map((block, index) => {
    const { context, text } = block;
    const parent = context.parent;
    const { words } = block.counts;
    const row: Measured = {
      block,
      words,
      wordsLog: log(words),
      linkShare: block.linkLength / text.length,
      form: bare(text),
      found: found[index] ?? false,
      ofPath: sumsOf(byPath, context.path),
      ofParent: sumsOf(byParent, parent),
      ofGrand: sumsOf(byGrand, parent?.parent ?? null),
    };
    addTo(row.ofPath, row);
    addTo(row.ofParent, row);
    addTo(row.ofGrand, row);
    return row;
  });
}

export const parentOf = (row: Measured): Context | null => row.block.context.parent;

export const log = (number: number): number => Math.log1p(number);

export const share = (part: number, whole: number): number => (whole ? part / whole : 0);
