import type { BodyLink, ParagraphKind } from '../model/article';
import type { Counts } from './characters';

/** What an element and its ancestors say about a block; one object per element that holds text. */
export interface Context {
  element: Element;
  parent: Context | null;
  tag: string;
  depth: number;
  /** Bits of `ClassHint` of this element alone. */
  hints: number;
  /** Bits of `Place` of this element and all above it. */
  places: number;
  /** Tag and classes of this element and its parents up to three levels: equal for paragraphs of one body. */
  path: string;
}

/** Where in a page's own structure a block stands, as bits. */
export const Place = {
  figure: 1,
  aside: 2,
  form: 4,
  footer: 8,
  header: 16,
  article: 32,
  main: 64,
  table: 128,
  list: 256,
  blockquote: 512,
  nav: 1024,
  link: 2048,
  hidden: 4096,
  bold: 8192,
  italic: 16384,
  embedded: 32768,
  time: 65536,
  caption: 131072,
  body: 262144,
} as const;

/** A run of text that a reader sees as one paragraph, heading, list item or label. */
export interface Block {
  /** Position in the page, from 0. */
  index: number;
  text: string;
  counts: Counts;
  kind: ParagraphKind;
  /** Tag of the nearest element that starts a new line. */
  tag: string;
  context: Context;
  /** Offsets are in `text`. */
  links: BodyLink[];
  linkLength: number;
  boldLength: number;
  italicLength: number;
  timeLength: number;
  /** The block follows its predecessor in one element, with only a line break between. */
  afterBreak: boolean;
  /** Positions of blanks in `text` that are single line breaks on the page. */
  breaks: number[];
}

/** The lines of a block as the page breaks them. */
export function linesOf(block: Block): string[] {
  const edges = [...block.breaks, block.text.length];
  return edges.map((edge, index) => block.text.slice(edges[index - 1] ?? 0, edge).trim());
}

export interface PageText {
  blocks: Block[];
  elements: number;
  /** Number of iframes: articles inside frames cannot be read. */
  frames: number;
  title: string;
}
