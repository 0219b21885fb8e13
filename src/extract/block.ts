import { type Counts, countText } from './characters';
import { hintsIn } from './class-words';
import { announced, isLabel, type PhraseKind } from './phrases';
import type { PageSnapshot, ReadBlock, ReadElement } from './reading/page-snapshot';
import { endsSentence } from './text-shape';

export { Place } from './reading/page-snapshot';

/** What an element and those above it say about a block; one object an element. */
export class Context {
  private ownHints = -1;
  private allHints = -1;
  private ownPath = '';
  private ownArticle: Context | null | undefined;

  constructor(
    private readonly read: ReadElement,
    readonly parent: Context | null,
    /** Whether computed style hides the element. */
    readonly unseen: boolean,
  ) {}

  get tag(): string {
    return this.read.tag;
  }

  get depth(): number {
    return this.read.depth;
  }

  /** Bits of `Place` of this element and all above it. */
  get places(): number {
    return this.read.places;
  }

  get className(): string {
    return this.read.className;
  }

  /** `datetime` of a `<time>`, else null. */
  get stamp(): string | null {
    return this.read.stamp || null;
  }

  /** Bits of `ClassHint` of this element alone. */
  get hints(): number {
    if (this.ownHints < 0) {
      const { className, names } = this.read;
      this.ownHints = className ? hintsIn(className) : 0;
      if (names) for (const name of names) this.ownHints |= hintsIn(name);
    }
    return this.ownHints;
  }

  /** Bits of `ClassHint` of this element and all above it. */
  get hintsAbove(): number {
    if (this.allHints < 0) this.allHints = this.hints | (this.parent?.hintsAbove ?? 0);
    return this.allHints;
  }

  /** The nearest `<article>`, itself included. */
  get article(): Context | null {
    if (this.ownArticle === undefined)
      this.ownArticle = this.read.tag === 'article' ? this : (this.parent?.article ?? null);
    return this.ownArticle;
  }

  /** Tag and classes of this element and its parents up to three levels: equal for paragraphs of one body. */
  get path(): string {
    if (this.ownPath === '') {
      const { parent } = this;
      const grand = parent?.parent;
      this.ownPath = `${this.own}>${parent?.own ?? ''}>${grand?.own ?? ''}`;
    }
    return this.ownPath;
  }

  private get own(): string {
    return `${this.read.tag}.${this.read.className}`;
  }
}

/** A block of the page with what is asked of it many times, each worked out when first asked for. */
export class Block {
  readonly text: string;
  private ownCounts: Counts | null = null;
  private ends: boolean | null = null;
  private announces: PhraseKind | null | undefined;
  private label: boolean | null = null;

  constructor(
    private readonly read: ReadBlock,
    readonly context: Context,
    /** Position in the page, from 0. */
    readonly index: number,
  ) {
    this.text = read.text;
  }
  get kind(): ReadBlock['kind'] {
    return this.read.kind;
  }

  /** Tag of the nearest element that starts a new line. */
  get tag(): string {
    return this.read.tag;
  }

  /** Offsets are in `text`. */
  get links(): ReadBlock['links'] {
    return this.read.links;
  }

  get linkLength(): number {
    return this.read.linkLength;
  }

  get boldLength(): number {
    return this.read.boldLength;
  }

  get italicLength(): number {
    return this.read.italicLength;
  }

  get timeLength(): number {
    return this.read.timeLength;
  }

  /** The block follows its predecessor in one element, with only a line break between. */
  get afterBreak(): boolean {
    return this.read.afterBreak;
  }

  /** The lines of the block as the page breaks them. */
  get lines(): string[] {
    const edges = [...this.read.breaks, this.text.length];
    return edges.map((edge, index) => this.text.slice(edges[index - 1] ?? 0, edge).trim());
  }

  get counts(): Counts {
    this.ownCounts ??= countText(this.text);
    return this.ownCounts;
  }

  get endsSentence(): boolean {
    this.ends ??= endsSentence(this.text);
    return this.ends;
  }

  /** What the opening words announce ("Read also"), or null. */
  get phrase(): PhraseKind | null {
    if (this.announces === undefined) this.announces = announced(this.text);
    return this.announces;
  }

  /** Whether the text is nothing but a button's or label's word. */
  get isLabel(): boolean {
    this.label ??= isLabel(this.text);
    return this.label;
  }
}

/** The blocks of a page, each with its place in the tree. */
export function blocksOf({ blocks, elements, unseen }: PageSnapshot): Block[] {
  const hidden = new Set(unseen);
  const contexts: Context[] = [];
  elements.forEach((read, index) => {
    contexts.push(new Context(read, contexts[read.parent] ?? null, hidden.has(index)));
  });
  return blocks.map((read, index) => new Block(read, contexts[read.element] as Context, index));
}
