import type { ParagraphKind } from '../../model/article';
import { fail, ok, type Result } from '../../model/result';
import type { DomAccess } from './dom';
import { Place, type ReadBlock, type ReadElement } from './page-snapshot';
import { placesOf, Tag, tagBits } from './tags';
import { TextRun } from './text-run';

/** Pages beyond these are refused: reading them would hold up the tab for seconds. */
export const pageLimits = { elements: 120_000, depth: 2_500, characters: 6_000_000 };

/** The visible text of a page, with where each piece stands. */
export interface PageBlocks {
  blocks: ReadBlock[];
  elements: ReadElement[];
  /** The elements themselves, one for one with `elements`. */
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
  readonly elements: ReadElement[] = [];
  readonly nodes: Element[] = [];
  frames = 0;
  seen = 0;
  private readonly run = new TextRun();
  private characters = 0;
  private depth = 0;
  private top: Frame | null;

  constructor(
    private readonly dom: DomAccess,
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
    const { places } = this.elements[this.positionOf(frame)] as ReadElement;
    // A hidden label inside a visible paragraph: "opens in a new window".
    if (places & Place.hidden && !(this.placesOfLine(frame) & Place.hidden)) return;
    this.run.add(value, frame.position, places);
  }

  private placesOfLine(frame: Frame): number {
    return (this.elements[this.positionOf(frame.line)] as ReadElement).places;
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
  private enterShadow(root: Node, host: Frame): void {
    this.positionOf(host);
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
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      at.position = this.elements.length;
      this.elements.push(this.describe(at));
      this.nodes.push(at.element);
    }
    return frame.position;
  }

  private describe({ element, tag, bits, above }: Frame): ReadElement {
    const { dom } = this;
    const parent = above ? this.elements[above.position] : undefined;
    const className = dom.attribute(element, 'class') ?? '';
    const id = dom.attribute(element, 'id');
    const read: ReadElement = {
      parent: above ? above.position : -1,
      tag,
      depth: (parent?.depth ?? 0) + 1,
      places: (parent?.places ?? 0) | placesOf(bits),
      className,
    };
    if (id) read.names = [id];
    if (tag === 'span' && spokenClass.test(className)) read.places |= Place.hidden;
    if (tag === 'blockquote' && embedClass.test(className)) read.places |= Place.embedded;
    if (tag === 'time') read.stamp = dom.attribute(element, 'datetime') ?? '';
    if (this.marked.has(element)) this.addMarks(element, read);
    return read;
  }

  /** Roles, microdata, test names and hiding: what few elements have. */
  private addMarks(element: Element, read: ReadElement): void {
    const { dom } = this;
    const role = dom.attribute(element, 'role');
    if (role === 'navigation' || role === 'menu') read.places |= Place.nav;
    if (role === 'complementary') read.places |= Place.aside;
    if (role === 'contentinfo') read.places |= Place.footer;
    if (dom.attribute(element, 'itemprop')?.includes('articleBody')) read.places |= Place.body;
    const test = dom.attribute(element, 'data-testid') ?? dom.attribute(element, 'data-component');
    if (test) read.names = [...(read.names ?? []), test];
    const style = dom.attribute(element, 'style') ?? '';
    const hidden = dom.attribute(element, 'hidden') !== null || hiddenStyle.test(style);
    if (hidden || (read.tag === 'span' && spokenStyle(style))) read.places |= Place.hidden;
  }

  private flush(frame: Frame): void {
    if (this.run.isEmpty) {
      this.run.reset();
      return;
    }
    const { line } = frame;
    for (const piece of this.run.take()) {
      if (piece.element < 0) piece.element = this.positionOf(line);
      piece.tag = line.tag;
      piece.kind = kindOf(lineTag(line), (this.elements[piece.element] as ReadElement).places);
      this.blocks.push(piece);
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
