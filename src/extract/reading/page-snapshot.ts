import type { BodyLink, ParagraphKind } from '../../model/article';

/** Where in a page's own structure an element stands, as bits. */
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

/** Blocks this far from all that the reader took are neither judged nor asked for their style. */
export const farthest = 40;

/**
 * The elements that hold text or stand above one that does, parents first; in columns, because a page has thousands
 * and all of this goes through a message.
 */
export interface ReadElements {
  /** Position of the parent, -1 for the body. */
  parents: number[];
  /** Tag and class value, as positions in `words`. */
  tags: number[];
  classes: number[];
  words: string[];
  /** Bits of `Place` of the element and all above it. */
  places: number[];
  /** Values of `id` and of attributes that name components for tests, of the elements that have them. */
  names: [position: number, value: string][];
  /** `datetime` of each `<time>`. */
  stamps: [position: number, value: string][];
}

/** A run of text that a reader sees as one paragraph, heading, list item or label. What is missing is nothing. */
export interface ReadBlock {
  text: string;
  kind: ParagraphKind;
  /** Tag of the nearest element that starts a new line. */
  tag: string;
  /** Position of the innermost element that holds the whole block. */
  element: number;
  /** Offsets are in `text`. */
  links?: BodyLink[];
  linkLength?: number;
  boldLength?: number;
  italicLength?: number;
  timeLength?: number;
  /** The block follows its predecessor in one element, with only a line break between. */
  afterBreak?: true;
  /** Positions of blanks in `text` that are single line breaks on the page. */
  breaks?: number[];
}

/** What a page says about itself outside its visible text, as it stands there. */
export interface Declarations {
  language: string | null;
  /** Text of the `<title>` element. */
  title: string;
  /** `href` of the canonical link. */
  canonical: string | null;
  /** Name or property in lower case and content of each `<meta>`, in document order. */
  meta: [name: string, content: string][];
  /** Sources of the JSON-LD scripts. */
  linkedData: string[];
  /** Addresses of originals in the state that script-rendered pages carry. */
  stateAddresses: string[];
  /** Microdata: `publisher` and `datePublished`, and the texts of all marked authors. */
  publisher: string | null;
  datePublished: string | null;
  authors: string[];
  /** First words of the links to the site's front page. */
  homeNames: string[];
  /** `href` of links marked as leading to the next page. */
  nextPages: string[];
}

/**
 * All that is read of a page while it stands in the browser: plain data, so that it can be judged elsewhere, in
 * the worker, by code that a page never has to carry.
 */
export interface PageSnapshot {
  /** Address of the page, fragment and tracking parameters included. */
  address: string;
  declared: Declarations;
  elements: ReadElements;
  blocks: ReadBlock[];
  /** Positions of the blocks that the reader (Readability, Defuddle) took for the article. */
  found: number[];
  /** Positions of elements that computed style hides, among those near what the reader took. */
  unseen: number[];
  /** Number of frames: articles inside them cannot be read. */
  frames: number;
}
