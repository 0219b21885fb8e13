import type { ParagraphKind } from '../../model/article';
import { fail, ok, type Result } from '../../model/result';
import { accessWithin, type DomAccess } from './dom';
import { Place, type ReadBlock, type ReadElements } from './page-snapshot';
import { placesOf, Tag, tagBits } from './tags';
import { TextRun } from './text-run';

/** Pages beyond these are refused: reading them would hold up the tab for seconds. */
export const pageLimits = { elements: 120_000, depth: 2_500, characters: 6_000_000 };

/** The visible text of a page, with where each piece stands. */
export interface PageBlocks {
  blocks: ReadBlock[];
  elements: ReadElements;
  /** The elements themselves, by position. */
  nodes: Element[];
  frames: number;
}

/** A label that is kept from sight and left to screen readers: ", opens in a new tab". */
const spokenClass = /(?:visually|screen[-_]?reader|sr)[-_]?(?:hidden|only|text)/i;
const spokenStyle = (style: string): boolean =>
  /clip(?:-path)?\s*:/i.test(style) && /position\s*:\s*absolute/i.test(style);
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const embedClass = /twitter|instagram|tiktok|bluesky|reddit/;

/** An element that the walk is inside of. */
interface Frame {
  next: Node | null;
  element: Element;
  tag: string;
  /** Bits of `Place` and `Tag`. */
  bits: number;
  above: Frame | null;
  /** Nearest frame that starts a line, itself included. */
  line: Frame;
  /** Position of the element in the reading, or -1 until text is found in it. */
  position: number;
}

class Walk {
  readonly blocks: ReadBlock[] = [];
  readonly elements: ReadElements = {
    parents: [],
    tags: [],
    classes: [],
    words: [],
    places: [],
    names: [],
    stamps: [],
  };
  readonly nodes: Element[] = [];
  frames = 0;
  seen = 0;
  private readonly wordAt = new Map<string, number>();
  private readonly run = new TextRun();
  private characters = 0;
  private depth = 0;
  private top: Frame | null;

  constructor(
    private dom: DomAccess,
    root: Element,
    private readonly marked: ReadonlySet<Element>,
  ) {
    const tag = dom.tag(root);
    const bits = (tagBits.get(tag) ?? 0) | Tag.startsLine;
    const frame: Partial<Frame> = { next: dom.firstChild(root), element: root, tag, bits, above: null };
    this.top = Object.assign(frame, { line: frame, position: -1 }) as Frame;
  }

  /** Walks without recursion: a page may nest deeper than any call stack. */
  all(): boolean {
    const { dom } = this;
    for (let frame = this.top; frame; frame = this.top) {
      const node: Node | null = frame.next;
      if (!node) {
        this.leave(frame);
        continue;
      }
      frame.next = dom.nextSibling(node);
      const type = dom.type(node);
      if (type === 3) this.text(node.nodeValue ?? '', frame);
      else if (type === 1) this.element(node as Element, frame);
      if (this.seen > pageLimits.elements || this.characters > pageLimits.characters) return false;
      if (this.depth > pageLimits.depth) return false;
    }
    return true;
  }

  private text(value: string, frame: Frame): void {
    this.characters += value.length;
    // Most text nodes are the indentation of the source.
    if (this.run.isEmpty && value.trim() === '') return;
    const places = this.placesOf(frame);
    // A hidden label inside a visible paragraph: "opens in a new window".
    if (places & Place.hidden && !(this.placesOf(frame.line) & Place.hidden)) return;
    this.run.add(value, frame.position, places);
  }

  private placesOf(frame: Frame): number {
    return this.elements.places[this.positionOf(frame)] as number;
  }

  private element(element: Element, frame: Frame): void {
    this.seen++;
    const { dom } = this;
    const tag = dom.tag(element);
    const bits = tagBits.get(tag) ?? 0;
    if (bits & Tag.other) {
      if (tag === 'br') {
        this.run.lineBreak();
        return;
      }
      if (tag === 'iframe' || tag === 'frame') this.frames++;
    }
    if (bits & Tag.skipped) return;
    const shadow = dom.shadow(element);
    const first = dom.firstChild(element);
    if (!first && !shadow && tag !== 'hr') return;
    if (bits & Tag.startsLine) this.flush(frame);
    if (bits & Tag.cell) this.run.blank();
    if (tag === 'a') this.run.openLink(dom.attribute(element, 'href') ?? '');
    this.enter(element, tag, bits, first, frame);
    if (shadow && this.top) this.enterShadow(shadow, this.top);
  }

  private enter(element: Element, tag: string, bits: number, next: Node | null, above: Frame): void {
    const frame: Frame = { next, element, tag, bits, above, line: above.line, position: -1 };
    if (bits & Tag.startsLine) frame.line = frame;
    this.top = frame;
    this.depth++;
  }

  /** What stands in an open shadow root is read as if it stood in its host, before the host's own children. */
  private enterShadow(root: ShadowRoot, host: Frame): void {
    this.positionOf(host);
    this.dom = accessWithin(this.dom, root);
    this.top = { ...host, next: this.dom.firstChild(root), above: host, bits: host.bits & ~Tag.cell };
    this.depth++;
  }

  private leave(frame: Frame): void {
    if (frame.bits & Tag.startsLine) this.flush(frame);
    else if (frame.bits & Tag.cell) this.run.blank();
    if (frame.tag === 'a') this.run.closeLink();
    this.top = frame.above;
    this.depth--;
  }

  /** Position of a frame's element in the reading; notes it, and those above it, the first time. */
  private positionOf(frame: Frame): number {
    if (frame.position >= 0) return frame.position;
    const waiting: Frame[] = [];
    for (let at: Frame | null = frame; at && at.position < 0; at = at.above) waiting.push(at);
    for (let at = waiting.pop(); at; at = waiting.pop()) this.describe(at);
    return frame.position;
  }

  private word(text: string): number {
    const known = this.wordAt.get(text);
    if (known !== undefined) return known;
    this.wordAt.set(text, this.elements.words.length);
    return this.elements.words.push(text) - 1;
  }

  private describe(frame: Frame): void {
    const { dom, elements } = this;
    const { element, tag, above } = frame;
    const parent = above ? above.position : -1;
    const className = dom.attribute(element, 'class') ?? '';
    const position = this.nodes.push(element) - 1;
    frame.position = position;
    let places = (elements.places[parent] ?? 0) | placesOf(frame.bits);
    if (tag === 'span' && spokenClass.test(className)) places |= Place.hidden;
    if (tag === 'blockquote' && embedClass.test(className)) places |= Place.embedded;
    if (this.marked.has(element)) places |= this.marksOf(element, tag, position);
    const id = dom.attribute(element, 'id');
    if (id) elements.names.push([position, id]);
    if (tag === 'time') elements.stamps.push([position, dom.attribute(element, 'datetime') ?? '']);
    elements.parents.push(parent);
    elements.tags.push(this.word(tag));
    elements.classes.push(this.word(className));
    elements.places.push(places);
  }

  /** Roles, microdata, test names and hiding: what few elements have. As bits of `Place`. */
  private marksOf(element: Element, tag: string, position: number): number {
    const { dom } = this;
    let places = 0;
    const role = dom.attribute(element, 'role');
    if (role === 'navigation' || role === 'menu') places |= Place.nav;
    if (role === 'complementary') places |= Place.aside;
    if (role === 'contentinfo') places |= Place.footer;
    if (dom.attribute(element, 'itemprop')?.includes('articleBody')) places |= Place.body;
    const test = dom.attribute(element, 'data-testid') ?? dom.attribute(element, 'data-component');
    if (test) this.elements.names.push([position, test]);
    const style = dom.attribute(element, 'style') ?? '';
    const hidden = dom.attribute(element, 'hidden') !== null || hiddenStyle.test(style);
    if (hidden || (tag === 'span' && spokenStyle(style))) places |= Place.hidden;
    return places;
  }

  private flush(frame: Frame): void {
    if (this.run.isEmpty) {
      this.run.reset();
      return;
    }
    const { line } = frame;
    for (const block of this.run.take()) {
      if (block.element < 0) block.element = this.positionOf(line);
      block.tag = line.tag;
      block.kind = kindOf(lineTag(line), this.elements.places[block.element] as number);
      this.blocks.push(block);
    }
  }
}

/** A paragraph inside a list item is the list item's text. */
function lineTag(line: Frame): string {
  if (line.tag !== 'p' && line.tag !== 'div') return line.tag;
  return line.above?.tag === 'li' ? 'li' : line.tag;
}

function kindOf(tag: string, places: number): ParagraphKind {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'list-item';
  return places & Place.blockquote ? 'quote' : 'text';
}

/**
 * All runs of text of a page in document order, with where each stands. The page is only read. `marked` are the
 * elements with attributes that need a closer look. Fails with `page-too-large` beyond `pageLimits` and with
 * `page-not-ready` without a body.
 */
export function readBlocks(dom: DomAccess, marked: ReadonlySet<Element>): Result<PageBlocks> {
  const body = dom.all('body')[0] ?? dom.all('frameset')[0];
  if (!body) return fail('page-not-ready');
  const walk = new Walk(dom, body, marked);
  if (!walk.all()) return fail('page-too-large', { elements: walk.seen });
  const { blocks, elements, nodes, frames } = walk;
  return ok({ blocks, elements, nodes, frames });
}
