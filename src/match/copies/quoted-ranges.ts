import type { Span } from '../../model/article';

/** Quotation marks that open, each with those that may close it. Straight marks open and close alike. */
const closers: Record<string, string> = {
  '"': '"”',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};

const opener = /["“„«»「『]/g;

/** A quotation runs on at most this far; a mark left open must not swallow the text. */
const longestQuotation = 1_200;
const shortestQuotation = 8;

/**
 * Quotations of a text, marks included. Two reports of one press conference share its quotations and are two
 * voices all the same; so copies are judged on what stands outside.
 */
export function quotedRanges(text: string): Span[] {
  const ranges: Span[] = [];
  opener.lastIndex = 0;
  for (let found = opener.exec(text); found; found = opener.exec(text)) {
    const start = found.index;
    const closing = closers[text[start]!]!;
    const limit = Math.min(text.length, start + longestQuotation);
    let end = start + 1;
    // A quotation over several paragraphs opens each of them anew and closes the last only.
    while (end < limit && text[end] !== '\n' && !closing.includes(text[end]!)) end++;
    const closed = end < limit && (closing.includes(text[end]!) || text[start] !== '"');
    if (!closed || end - start < shortestQuotation) continue;
    ranges.push({ start, end: end + 1 });
    opener.lastIndex = end + 1;
  }
  return ranges;
}
