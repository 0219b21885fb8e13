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
    this.found.sort((left, right) => left.range.compareBoundaryPoints(0, right.range));
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
    this.found.sort((left, right) => left.range.compareBoundaryPoints(0, right.range));
    this.draw();
    this.goTo(shown);
    return { found: true };
  }

  step(step: 1 | 0 | -1): { all: boolean } {
    const from = this.current ? this.found.indexOf(this.current) : step > 0 ? -1 : 0;
    const next = this.found[(from + step + this.found.length) % this.found.length];
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
  private strongest({ mark }: FoundMark): MarkKind {
    const kinds = this.found.filter((each) => each.mark.exact === mark.exact).map((each) => each.mark.kind);
    return markKinds.find((kind) => kinds.includes(kind)) ?? mark.kind;
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
    this.card.replaceSync(cardStyle(cardText(found.mark), place));
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
