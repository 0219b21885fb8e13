import type { BodyLink } from '../model/article';
import { bare, countWords } from './characters';
import { hintsIn } from './class-words';
import { announced, isLabel, type PhraseKind } from './phrases';
import type { PageSnapshot, ReadBlock } from './reading/page-snapshot';
import { endsSentence } from './text-shape';

export { Place } from './reading/page-snapshot';

/** What an element and those above it say about a block; one object an element. */
export class Context {
  readonly depth: number;
  /** `id` and the like. */
  readonly names: string[] = [];
  /** `datetime` of a `<time>`, else null. */
  stamp: string | null = null;
  /** Whether computed style hides the element. */
  unseen = false;
  private ownHints = -1;
  private allHints = -1;
  private ownArticle: Context | null | undefined;

  constructor(
    readonly tag: string,
    readonly className: string,
    readonly parent: Context | null,
    /** Bits of `Place` of this element and all above it. */
    readonly places: number,
    /** A number for its tag and classes: equal for elements that share both. */
    private readonly kind: number,
  ) {
    this.depth = (parent?.depth ?? 0) + 1;
  }

  /** Bits of `ClassHint` of this element alone. */
  get hints(): number {
    if (this.ownHints < 0) {
      this.ownHints = this.className ? hintsIn(this.className) : 0;
      for (const name of this.names) this.ownHints |= hintsIn(name);
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
      this.ownArticle = this.tag === 'article' ? this : (this.parent?.article ?? null);
    return this.ownArticle;
  }

  /** A number for tag and classes of this element and its parents up to three levels: equal for paragraphs of one body. */
  get path(): number {
    const { parent } = this;
    return (this.kind * mostKinds + (parent?.kind ?? 0)) * mostKinds + (parent?.parent?.kind ?? 0);
  }
}

/** Three numbers below this make one that is still exact. */
const mostKinds = 2 ** 17;

/** A block of the page with what is asked of it many times, each worked out when first asked for. */
export class Block {
  readonly text: string;
  private ownWords = -1;
  private ownForm: string | null = null;
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
  get links(): BodyLink[] {
    return this.read.links ?? [];
  }

  get linkLength(): number {
    return this.read.linkLength ?? 0;
  }

  get boldLength(): number {
    return this.read.boldLength ?? 0;
  }

  get italicLength(): number {
    return this.read.italicLength ?? 0;
  }

  get timeLength(): number {
    return this.read.timeLength ?? 0;
  }

  /** The block follows its predecessor in one element, with only a line break between. */
  get afterBreak(): boolean {
    return this.read.afterBreak === true;
  }

  /** The lines of the block as the page breaks them. */
  get lines(): string[] {
    const edges = [...(this.read.breaks ?? []), this.text.length];
    return edges.map((edge, index) => this.text.slice(edges[index - 1] ?? 0, edge).trim());
  }

  get words(): number {
    if (this.ownWords < 0) this.ownWords = countWords(this.text);
    return this.ownWords;
  }

  /** Letters and digits of the text. */
  get form(): string {
    this.ownForm ??= bare(this.text);
    return this.ownForm;
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

/** The elements of a page as objects that know what stands above them. */
function contextsOf({ elements, unseen }: PageSnapshot): Context[] {
  const { parents, tags, classes, words, places, names, stamps } = elements;
  const kinds = new Map<number, number>();
  const contexts: Context[] = [];
  parents.forEach((parent, at) => {
    const tag = tags[at] as number;
    const own = classes[at] as number;
    const pair = tag * mostKinds + own;
    const kind = kinds.get(pair) ?? kinds.size + 1;
    kinds.set(pair, kind);
    const above = contexts[parent] ?? null;
    contexts.push(new Context(words[tag] ?? '', words[own] ?? '', above, places[at] ?? 0, kind));
  });
  for (const [at, name] of names) contexts[at]?.names.push(name);
  for (const at of unseen) if (contexts[at]) contexts[at].unseen = true;
  for (const [at, stamp] of stamps) if (contexts[at] && stamp !== '') contexts[at].stamp = stamp;
  return contexts;
}

/** The blocks of a page, each with its place in the tree. */
export function blocksOf(page: PageSnapshot): Block[] {
  const contexts = contextsOf(page);
  return page.blocks.map((read, index) => new Block(read, contexts[read.element] as Context, index));
}
