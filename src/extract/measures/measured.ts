import type { Block, Context } from '../block';
import { roughWords } from '../characters';
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

/** Whether a block's letters and digits are the page's description, or begin as it does. */
export const isDescription = (form: string, { description }: PageHints): boolean =>
  form.length > 20 &&
  (description.includes(form) || (description.length > 30 && form.startsWith(description.slice(0, 60))));

/** Totals over some blocks. Words are rough ones. */
export interface Sums {
  words: number;
  characters: number;
  linked: number;
  found: number;
  blocks: number;
}

/** A block with what is asked of it many times. Most are menus and teasers, whose words are not worth counting. */
export interface Measured {
  block: Block;
  roughWords: number;
  linkShare: number;
  found: boolean;
  /** Totals over all blocks with its path, in its parent element, and in the one above. */
  ofPath: Sums;
  ofParent: Sums;
  ofGrand: Sums;
}

/** What a short block's opening words announce; long ones are prose whatever they begin with. */
export const phraseOf = ({ block }: Measured): PhraseKind | null => (block.words <= 60 ? block.phrase : null);

function sumsOf<Key>(sums: Map<Key, Sums>, key: Key): Sums {
  let known = sums.get(key);
  if (!known) {
    known = { words: 0, characters: 0, linked: 0, found: 0, blocks: 0 };
    sums.set(key, known);
  }
  return known;
}

function addTo(sums: Sums, { block, roughWords, found }: Measured): void {
  sums.words += roughWords;
  sums.characters += block.text.length;
  sums.linked += block.linkLength;
  if (found) sums.found += roughWords;
  sums.blocks++;
}

/** Measures all blocks of a page; `found` says which of them the reader took. */
export function measureAll(blocks: Block[], found: boolean[]): Measured[] {
  const byPath = new Map<number, Sums>();
  const byParent = new Map<Context | null, Sums>();
  const byGrand = new Map<Context | null, Sums>();
  return blocks.map((block, index) => {
    const { text, linkLength } = block;
    const parent = parentOf(block);
    const row: Measured = {
      block,
      roughWords: roughWords(text),
      linkShare: linkLength / text.length,
      found: found[index] ?? false,
      ofPath: sumsOf(byPath, block.context.path),
      ofParent: sumsOf(byParent, parent),
      ofGrand: sumsOf(byGrand, parent?.parent ?? null),
    };
    addTo(row.ofPath, row);
    addTo(row.ofParent, row);
    addTo(row.ofGrand, row);
    return row;
  });
}

export const parentOf = (block: Block): Context | null => block.context.parent;

export const log = (number: number): number => Math.log1p(number);

export const share = (part: number, whole: number): number => (whole ? part / whole : 0);
