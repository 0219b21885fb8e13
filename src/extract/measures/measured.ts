import type { Block, Context } from '../block';
import { bare } from '../characters';
import { announced, type PhraseKind } from '../phrases';
import { endsSentence } from '../text-shape';

/** What the page says about its article, for comparing blocks with. Empty strings where it says nothing. */
export interface PageHints {
  /** Linked data's `articleBody`, squeezed to letters and digits. */
  declaredBody: string;
  headline: string;
  description: string;
  authors: string[];
  outlet: string;
}

/** A block with what is asked of it many times. */
export interface Measured {
  block: Block;
  words: number;
  linkShare: number;
  endsSentence: boolean;
  phrase: PhraseKind | null;
  form: string;
  found: boolean;
}

export function measure(block: Block, found: boolean): Measured {
  const { text } = block;
  const { words } = block.counts;
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

/** Totals over some blocks. `found` is in words. */
export interface Sums {
  words: number;
  characters: number;
  linked: number;
  found: number;
  blocks: number;
}

export const emptySums = (): Sums => ({ words: 0, characters: 0, linked: 0, found: 0, blocks: 0 });

/** Sums over blocks by a key of each. */
export function sumBy<Key>(rows: Measured[], keyOf: (row: Measured) => Key): Map<Key, Sums> {
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

export const parentOf = (row: Measured): Context | null => row.block.context.parent;
export const grandOf = (row: Measured): Context | null => row.block.context.parent?.parent ?? null;

export const log = (number: number): number => Math.log1p(number);

export const share = (part: number, whole: number): number => (whole ? part / whole : 0);
