import type { PageMark } from '../../messages/page-calls';
import { stepOf } from '../../ui/mark-keys';
import { cardText, placeCard } from './card';
import { findMark } from './find-mark';
import { readPageText } from './page-text';
import { cardStyle, type MarkKind, markKinds, markStyle, registryName } from './style';

export interface Highlighter {
  /** Scrolls to one sentence and marks it, beside the marks that are there. */
  show: (mark: PageMark) => { found: boolean };
  /** Marks these sentences instead of those before. */
  apply: (marks: PageMark[]) => { found: number; missing: string[] };
  /** Goes to the next or previous mark. `all` is whether those of `apply` are there and were not put away. */
  step: (step: 1 | 0 | -1) => { all: boolean };
  clear: () => void;
}

export interface HighlighterOptions {
  document: Document;
  /** When it aborts, everything drawn is gone. */
  signal: AbortSignal;
  /** False once the extension was removed or updated: then the marks go too. */
  isAlive?: () => boolean;
}

interface FoundMark {
  mark: PageMark;
  range: Range;
}

const aliveCheck = 2000;

/** One sentence may stand in several rows. */
const isSameSentence = ({ range: left }: FoundMark, { range: right }: FoundMark): boolean =>
  left.compareBoundaryPoints(Range.START_TO_START, right) === 0 &&
  left.compareBoundaryPoints(Range.END_TO_END, right) === 0;

/** The marks on the page, drawn with the CSS Custom Highlight API: ranges and style sheets, no element. */
class PageHighlighter implements Highlighter {
  private found: FoundMark[] = [];
  private current: FoundMark | null = null;
  private all = false;
  private readonly marks = new CSSStyleSheet();
  private readonly card = new CSSStyleSheet();
  /** The one whose card is shown. */
  private carded: FoundMark | null = null;
  private listening: AbortController | null = null;

  private readonly document: Document;

  constructor(private readonly options: HighlighterOptions) {
    this.document = options.document;
    this.marks.replaceSync(markStyle);
  }

  apply(marks: PageMark[]): { found: number; missing: string[] } {
    this.clear();
    const page = readPageText(this.document);
    const missing: string[] = [];
    for (const mark of marks) {
      const range = findMark(page, mark);
      if (range) this.found.push({ mark, range });
      else missing.push(mark.id);
    }
    this.sort();
    if (this.found.length > 0) this.draw();
    this.all = this.found.length > 0;
    return { found: this.found.length, missing };
  }

  show(mark: PageMark): { found: boolean } {
    const known = this.found.find((each) => each.mark.id === mark.id && each.mark.exact === mark.exact);
    const range = findMark(readPageText(this.document), mark);
    if (!range) {
      if (known) this.drop(known);
      return { found: false };
    }
    const shown = { mark, range };
    this.found = [...this.found.filter((each) => each !== known), shown];
    this.sort();
    this.draw();
    this.goTo(shown);
    return { found: true };
  }

  step(step: 1 | 0 | -1): { all: boolean } {
    const { current } = this;
    const stops = this.found.filter((each, index) => {
      const before = this.found[index - 1];
      return !before || !isSameSentence(before, each);
    });
    const at = current ? stops.findIndex((stop) => isSameSentence(stop, current)) : step > 0 ? -1 : 0;
    const next = stops[(at + step + stops.length) % stops.length];
    if (next && step !== 0) this.goTo(next);
    return { all: this.all };
  }

  clear(): void {
    this.all = false;
    this.listening?.abort();
    this.listening = null;
    this.found = [];
    this.current = null;
    for (const kind of [...markKinds, 'current'] as const) CSS.highlights.delete(registryName(kind));
    this.document.adoptedStyleSheets = this.document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.marks && sheet !== this.card,
    );
  }

  /** By where they begin, then by where they end: the rows of one sentence stand together. */
  private sort(): void {
    this.found.sort(
      ({ range: left }, { range: right }) =>
        left.compareBoundaryPoints(Range.START_TO_START, right) ||
        left.compareBoundaryPoints(Range.END_TO_END, right),
    );
  }

  private drop(gone: FoundMark): void {
    this.found = this.found.filter((each) => each !== gone);
    this.draw();
  }

  private draw(): void {
    for (const kind of markKinds) {
      const ranges = this.found.filter((each) => this.strongest(each) === kind).map(({ range }) => range);
      const highlight = new Highlight(...ranges);
      // Where two sentences overlap, what differs lies on top.
      highlight.priority = markKinds.length - markKinds.indexOf(kind);
      CSS.highlights.set(registryName(kind), highlight);
    }
    const sheets = this.document.adoptedStyleSheets;
    if (!sheets.includes(this.marks)) this.document.adoptedStyleSheets = [...sheets, this.marks, this.card];
    this.listen();
  }

  /** A sentence that both differs and agrees on two things is drawn once, as what differs. */
  private strongest(found: FoundMark): MarkKind {
    const kinds = this.marksOf(found).map(({ kind }) => kind);
    return markKinds.find((kind) => kinds.includes(kind)) ?? found.mark.kind;
  }

  private marksOf(found: FoundMark): PageMark[] {
    return this.found.filter((each) => isSameSentence(each, found)).map(({ mark }) => mark);
  }

  private listen(): void {
    if (this.listening) return;
    this.listening = new AbortController();
    const { signal } = this.listening;
    const window = this.document.defaultView;
    window?.addEventListener('keydown', (event) => this.onKey(event), { signal, capture: true });
    window?.addEventListener('mousemove', (event) => this.onPointer(event), { signal, passive: true });
    window?.addEventListener('scroll', () => this.showCard(null), { signal, passive: true });
    const timer = setInterval(() => {
      if (this.options.isAlive?.() === false) this.clear();
    }, aliveCheck);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.clear();
      return;
    }
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.step(step);
  }

  private onPointer({ clientX, clientY }: MouseEvent): void {
    const under = this.found.find(({ range }) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
      ),
    );
    if ((under ?? null) !== this.carded) this.showCard(under ?? null);
  }

  private goTo(found: FoundMark): void {
    this.current = found;
    CSS.highlights.set(registryName('current'), Object.assign(new Highlight(found.range), { priority: 9 }));
    found.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    // The card is placed once the scrolling has settled, or the scroll itself would put it away.
    setTimeout(() => this.current === found && this.showCard(found), 120);
  }

  private showCard(found: FoundMark | null): void {
    this.carded = found;
    const window = this.document.defaultView;
    this.card.replaceSync('');
    if (!found || !window) return;
    const place = placeCard(found.range.getBoundingClientRect(), {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    this.card.replaceSync(cardStyle(cardText(this.marksOf(found)), place));
  }
}

/** Without the API (Firefox before 140) sentences can be scrolled to but not marked. */
const withoutApi = (document: Document): Highlighter => ({
  show(mark) {
    const range = findMark(readPageText(document), mark);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return { found: range !== null };
  },
  apply: (marks) => ({ found: 0, missing: marks.map(({ id }) => id) }),
  step: () => ({ all: false }),
  clear: () => {},
});

/** Makes the highlighter of a page. */
export function createHighlighter(options: HighlighterOptions): Highlighter {
  if (!('highlights' in CSS)) return withoutApi(options.document);
  const highlighter = new PageHighlighter(options);
  options.signal.addEventListener('abort', () => highlighter.clear());
  return highlighter;
}
