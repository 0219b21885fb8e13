import type { ParagraphKind } from '../model/article';
import { fail, ok, type Result } from '../model/result';
import { type Block, type Context, type PageText, Place } from './block';
import { countText } from './characters';
import { hintsIn } from './class-words';
import type { DomAccess } from './dom';
import { TextRun } from './text-run';

/** Pages beyond these are refused: reading them would hold up the tab for seconds. */
export const pageLimits = { elements: 120_000, depth: 2_500, characters: 6_000_000 };

const words = (list: string): Set<string> => new Set(list.split(' '));

/** Elements that start a new line. */
const blockTags = words(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody ' +
    'tfoot thead tr caption ul amp-fit-text',
);
/** Elements that never hold text of an article. */
const skippedTags = words(
  'script style noscript template svg math canvas object embed video audio select option button input ' +
    'textarea head map area meta link datalist progress meter rp rt track source img picture param dialog',
);
const placeOfTag: Record<string, number> = {
  figure: Place.figure,
  figcaption: Place.figure | Place.caption,
  aside: Place.aside,
  form: Place.form,
  fieldset: Place.form,
  footer: Place.footer,
  header: Place.header,
  article: Place.article,
  main: Place.main,
  table: Place.table,
  caption: Place.caption,
  ul: Place.list,
  ol: Place.list,
  dl: Place.list,
  blockquote: Place.blockquote,
  nav: Place.nav,
  a: Place.link,
  b: Place.bold,
  strong: Place.bold,
  em: Place.italic,
  i: Place.italic,
  time: Place.time,
};

/** A label that is kept from sight and left to screen readers: ", opens in a new tab". */
const isSpokenOnly = (dom: DomAccess, element: Element, className: string): boolean => {
  if (/(?:visually|screen[-_]?reader|sr)[-_]?(?:hidden|only|text)/i.test(className)) return true;
  const style = dom.attribute(element, 'style');
  return style !== null && /clip(?:-path)?\s*:/i.test(style) && /position\s*:\s*absolute/i.test(style);
};

const isHidden = (dom: DomAccess, element: Element): boolean => {
  if (dom.attribute(element, 'hidden') !== null) return true;
  const style = dom.attribute(element, 'style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
};

/** Class and id words, microdata and ARIA roles of one element, as a context below `parent`. */
function enter(dom: DomAccess, element: Element, tag: string, parent: Context | null): Context {
  const className = dom.attribute(element, 'class') ?? '';
  const id = dom.attribute(element, 'id');
  const role = dom.attribute(element, 'role');
  const property = dom.attribute(element, 'itemprop');
  const test = dom.attribute(element, 'data-testid') ?? dom.attribute(element, 'data-component');
  let hints = className ? hintsIn(className) : 0;
  if (id) hints |= hintsIn(id);
  if (test) hints |= hintsIn(test);
  let places = (parent?.places ?? 0) | (placeOfTag[tag] ?? 0);
  if (role === 'navigation' || role === 'menu') places |= Place.nav;
  if (role === 'complementary') places |= Place.aside;
  if (role === 'contentinfo') places |= Place.footer;
  if (property?.includes('articleBody')) places |= Place.body;
  if (isHidden(dom, element) || (tag === 'span' && isSpokenOnly(dom, element, className)))
    places |= Place.hidden;
  if (tag === 'blockquote' && /twitter|instagram|tiktok|bluesky|reddit/.test(className))
    places |= Place.embedded;
  const own = `${tag}.${className.trim().replace(/\s+/g, '.')}`;
  const above = parent ? parent.path.split('>', 2).join('>') : '';
  return { element, parent, tag, depth: (parent?.depth ?? 0) + 1, hints, places, path: `${own}>${above}` };
}

const kindOf = (tag: string, places: number): ParagraphKind => {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'list-item';
  if (places & Place.blockquote) return 'quote';
  return 'text';
};

interface Frame {
  next: Node | null;
  /** Nearest element that holds text. */
  context: Context;
  /** Nearest block element. */
  block: Context;
  startsLine: boolean;
  cell: boolean;
}

class Walk {
  readonly blocks: Block[] = [];
  readonly run = new TextRun();
  elements = 0;
  frames = 0;
  characters = 0;
  private readonly stack: Frame[] = [];

  constructor(
    private readonly dom: DomAccess,
    root: Element,
  ) {
    const context = enter(dom, root, dom.tag(root), null);
    this.stack.push({ next: dom.firstChild(root), context, block: context, startsLine: true, cell: false });
  }

  /** Walks without recursion: a page may nest deeper than any call stack. */
  all(): boolean {
    for (let frame = this.stack.at(-1); frame; frame = this.stack.at(-1)) {
      const node = frame.next;
      if (!node) {
        this.leave(frame);
        continue;
      }
      frame.next = this.dom.nextSibling(node);
      const type = this.dom.type(node);
      if (type === 3) this.text(node, frame);
      else if (type === 1) this.element(node as Element, frame);
      if (this.elements > pageLimits.elements || this.characters > pageLimits.characters) return false;
      if (this.stack.length > pageLimits.depth) return false;
    }
    return true;
  }

  private text(node: Node, frame: Frame): void {
    const value = this.dom.value(node);
    this.characters += value.length;
    // A hidden label inside a visible paragraph: "opens in a new window".
    const { context, block } = frame;
    if (context.places & Place.hidden && !(block.places & Place.hidden)) return;
    this.run.add(value, context);
  }

  private element(element: Element, frame: Frame): void {
    this.elements++;
    const tag = this.dom.tag(element);
    if (tag === 'br') {
      this.run.lineBreak();
      return;
    }
    if (tag === 'iframe' || tag === 'frame') this.frames++;
    if (tag === 'iframe' || skippedTags.has(tag)) return;
    const shadow = this.dom.shadow(element);
    const first = this.dom.firstChild(element);
    if (!first && !shadow && tag !== 'hr') return;
    const startsLine = blockTags.has(tag);
    const cell = tag === 'td' || tag === 'th';
    const context = enter(this.dom, element, tag, frame.context);
    if (startsLine) this.flush(frame);
    if (cell) this.run.add(' ', null);
    if (tag === 'a') this.run.openLink(this.dom.attribute(element, 'href') ?? '');
    const block = startsLine ? context : frame.block;
    this.stack.push({ next: first, context, block, startsLine, cell });
    if (shadow) {
      const inside = this.dom.firstChild(shadow);
      this.stack.push({ next: inside, context, block, startsLine, cell: false });
    }
  }

  private leave(frame: Frame): void {
    if (frame.startsLine) this.flush(frame);
    else if (frame.cell) this.run.add(' ', null);
    if (frame.context.tag === 'a') this.run.closeLink();
    this.stack.pop();
  }

  private flush(frame: Frame): void {
    for (const piece of this.run.take()) {
      const context = piece.context ?? frame.block;
      this.blocks.push({
        ...piece,
        counts: countText(piece.text),
        index: this.blocks.length,
        tag: frame.block.tag,
        kind: kindOf(this.lineTag(frame.block), context.places),
        context,
      });
    }
  }

  /** A paragraph inside a list item is the list item's text. */
  private lineTag(block: Context): string {
    if (block.tag !== 'p' && block.tag !== 'div') return block.tag;
    return block.parent?.tag === 'li' ? 'li' : block.tag;
  }
}

/**
 * All runs of text of a page in document order, with where each stands. The page is only read. Fails with
 * `page-too-large` beyond `pageLimits` and with `page-not-ready` without a body.
 */
export function readBlocks(dom: DomAccess): Result<PageText> {
  const body = dom.all('body')[0] ?? dom.all('frameset')[0];
  if (!body) return fail('page-not-ready');
  const walk = new Walk(dom, body);
  if (!walk.all()) return fail('page-too-large', { elements: walk.elements });
  const title = dom.all('title')[0];
  return ok({
    blocks: walk.blocks,
    elements: walk.elements,
    frames: walk.frames,
    title: title ? dom.content(title) : '',
  });
}
