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

/** An element that holds text or stands above one that does. */
export interface ReadElement {
  /** Position of the parent among the elements of the reading, -1 for the body. Parents come first. */
  parent: number;
  tag: string;
  depth: number;
  /** Bits of `Place` of this element and all above it. */
  places: number;
  className: string;
  /** Values of `id` and of the attributes that name components for tests. */
  names?: string[];
  /** `datetime` of a `<time>`. */
  stamp?: string;
}

/** A run of text that a reader sees as one paragraph, heading, list item or label. */
export interface ReadBlock {
  text: string;
  kind: ParagraphKind;
  /** Tag of the nearest element that starts a new line. */
  tag: string;
  /** Position among the elements of the reading of the innermost one that holds the whole block. */
  element: number;
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
  elements: ReadElement[];
  blocks: ReadBlock[];
  /** Positions of the blocks that the reader (Readability, Defuddle) took for the article. */
  found: number[];
  /** Positions of elements that computed style hides, among those near what the reader took. */
  unseen: number[];
  /** Number of frames: articles inside them cannot be read. */
  frames: number;
}
