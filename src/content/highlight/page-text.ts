/** Text of a page as one string, with the place of every character in the document. */
export interface PageText {
  /** White space collapsed to one blank; `\n` between blocks. */
  text: string;
  /** The text nodes in order, each with where its characters begin in `text`. */
  pieces: { node: Text; start: number }[];
  /** For every character of `text`, its offset within its node; -1 for a boundary that no node holds. */
  offsets: Int32Array;
}

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'SELECT',
  'SVG',
  'IFRAME',
  'OBJECT',
]);

/** Elements that begin a line of their own. A list, because asking the style of every element is slow. */
const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH TR UL'
  ).split(' '),
);

/** Characters that show nothing: soft hyphen, zero-width marks, byte order mark. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const blank = /\s/;

/** Reads a sentence as the page's text is read, so that the two can be compared. */
export const normalise = (words: string): string =>
  [...words]
    .filter((letter) => !invisible.test(letter))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

class Collector {
  private parts: string[] = [];
  private places: number[] = [];
  readonly pieces: PageText['pieces'] = [];
  private last = '\n';

  boundary(): void {
    if (this.last === '\n') return;
    // A blank before a boundary is the indentation of the source.
    if (this.last === ' ') {
      this.parts.pop();
      this.places.pop();
    }
    this.push('\n', -1);
  }

  node(node: Text): void {
    this.pieces.push({ node, start: this.parts.length });
    const { data } = node;
    for (let index = 0; index < data.length; index++) {
      const letter = data[index] as string;
      if (invisible.test(letter)) continue;
      if (!blank.test(letter)) this.push(letter, index);
      else if (this.last !== ' ' && this.last !== '\n') this.push(' ', index);
    }
  }

  result(): PageText {
    return { text: this.parts.join(''), pieces: this.pieces, offsets: Int32Array.from(this.places) };
  }

  private push(letter: string, offset: number): void {
    this.parts.push(letter);
    this.places.push(offset);
    this.last = letter;
  }
}

/** Reads the page without touching it. */
export function readPageText(document: Document): PageText {
  const collector = new Collector();
  const visit = (parent: Node): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) collector.node(child as Text);
      if (child.nodeType !== 1) continue;
      const name = (child as Element).tagName.toUpperCase();
      if (skipped.has(name)) continue;
      const block = blocks.has(name);
      if (block) collector.boundary();
      visit(child);
      if (block) collector.boundary();
    }
  };
  if (document.body) visit(document.body);
  return collector.result();
}

/** The node and offset of a character of the page's text. */
function placeOf(page: PageText, index: number): { node: Text; offset: number } | null {
  let low = 0;
  let high = page.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((page.pieces[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const node = page.pieces[low]?.node;
  const offset = page.offsets[index];
  return node && offset !== undefined && offset >= 0 ? { node, offset } : null;
}

/** The document range of `[start, end)` of the page's text; null when an end lies in no node. */
export function rangeOf(page: PageText, start: number, end: number): Range | null {
  const from = placeOf(page, start);
  const to = placeOf(page, end - 1);
  if (!from || !to) return null;
  const range = from.node.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return range;
}
