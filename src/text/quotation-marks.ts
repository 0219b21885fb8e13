import type { Span } from '../model/article';
import { foldTypewriterPairs } from './typography';

/** Words between quotation marks: the span includes the marks, `inner` does not. */
export interface QuotedRange extends Span {
  inner: Span;
  /** False when no closing mark was found and the range runs to the end of the paragraph. */
  closed: boolean;
}

type Direction = 'open' | 'close' | 'either';

const doubleMarks = new Set(['"', '“', '”', '„', '‟', '«', '»']);
const notAQuote = /^'?(?:em|til|tis|twas|cause|bout|n|round|\d)/i;

const isGap = (character: string | undefined): boolean =>
  character === undefined || /[\s([{—–-]/.test(character);

const isEndMark = (character: string | undefined): boolean =>
  character === undefined || /[\s.,;:!?)\]}—–-]/.test(character);

/**
 * Direction of a double mark. Shape decides where a language gives it one, otherwise what it is glued to:
 * a mark glued to the word on its left closes. Toggling alone inverts every quotation after a lost mark.
 */
const directionOf = (text: string, at: number, openMark: string | null): Direction => {
  const mark = text[at]!;
  const before = text[at - 1];
  const after = text[at + 1];
  if (mark === '„') return 'open';
  if (mark === '“') return openMark === '„' ? 'close' : 'open';
  if (mark === '»' || mark === '«') {
    if (openMark === '«' || openMark === '»') return mark === openMark ? 'open' : 'close';
    return 'open';
  }
  const gapBefore = isGap(before);
  const gapAfter = isEndMark(after);
  if (gapBefore && !gapAfter) return 'open';
  if (!gapBefore && gapAfter) return 'close';
  if (mark === '”') return 'close';
  return 'either';
};

const singleDirection = (text: string, at: number): Direction | null => {
  const mark = text[at]!;
  if (mark !== '‘' && mark !== '’' && mark !== "'") return null;
  const before = text[at - 1];
  const after = text[at + 1];
  const letterAfter = after !== undefined && /[\p{L}\d]/u.test(after);
  if (mark !== '’' && letterAfter && (isGap(before) || (before !== undefined && doubleMarks.has(before)))) {
    return notAQuote.test(text.slice(at + 1, at + 8)) && mark === "'" ? null : 'open';
  }
  const closes = mark !== '‘' && isEndMark(after) && before !== undefined && /[\p{L}\d.,!?…%]/u.test(before);
  return closes ? 'close' : null;
};

const range = (start: number, end: number, closed: boolean): QuotedRange => ({
  start,
  end,
  inner: { start: start + 1, end: closed ? end - 1 : end },
  closed,
});

/** Single marks are quotation marks only where nothing is open and both ends stand in one paragraph. */
const closingSingle = (text: string, from: number, end: number): number => {
  for (let at = from; at < end; at++) {
    if (doubleMarks.has(text[at]!)) return -1;
    if (singleDirection(text, at) !== 'close') continue;
    // "the workers' union": a possessive, not an end, when no further word has been said yet.
    if (/s$/.test(text.slice(from, at)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) {
      const later = text.slice(at + 1, end).search(/[\p{L}\d.,!?]['’](?:[\s.,;:!?)]|$)/u);
      if (later >= 0) continue;
    }
    return at;
  }
  return -1;
};

const inParagraph = (text: string, paragraph: Span, found: QuotedRange[]): boolean => {
  let open: { at: number; mark: string } | null = null;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = text[at]!;
    if (!doubleMarks.has(mark)) {
      if (open || singleDirection(text, at) !== 'open') continue;
      const close = closingSingle(text, at + 1, paragraph.end);
      if (close > at + 1) {
        found.push(range(at, close + 1, true));
        at = close;
      }
      continue;
    }
    const direction = directionOf(text, at, open?.mark ?? null);
    if (open && direction !== 'open') {
      if (at > open.at + 1) found.push(range(open.at, at + 1, true));
      open = null;
    } else if (direction !== 'close') {
      // A second opening mark: the first was never closed and ends here.
      if (open && at > open.at + 1) found.push(range(open.at, at, false));
      open = { at, mark };
    }
  }
  if (open && paragraph.end > open.at + 1) found.push(range(open.at, paragraph.end, false));
  return open !== null;
};

/**
 * Quoted ranges of a text, paragraph by paragraph, in order and without overlap; offsets into `original`, which
 * must not be folded (the shape of a mark tells its direction). A quotation that runs over several
 * paragraphs, each opened again, gives one range for each.
 */
export function quotedRanges(original: string, paragraphs: readonly Span[]): QuotedRange[] {
  const text = foldTypewriterPairs(original);
  const found: QuotedRange[] = [];
  for (const paragraph of paragraphs) inParagraph(text, paragraph, found);
  return found.filter((quoted) => /[\p{L}\d]/u.test(text.slice(quoted.inner.start, quoted.inner.end)));
}
