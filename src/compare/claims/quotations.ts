import type { Quotation, Sentence } from '../../model/claim';
import type { QuotedRange } from '../../text/quotation-marks';
import type { Token } from './tokens';

/** A quotation where it stands, cut at the ends of its sentence. */
export type QuotationMention = Quotation & { part: Sentence['part']; sentence: number };

const longestScareQuote = 3;

const finalMark = /[.,!?…]["'”’»“]*$/;

/**
 * Scare quotes and titles are statements of nobody: up to three words, nothing that ends a sentence inside,
 * not the whole of what a verb of saying reports.
 */
const isStatement = (words: number, text: string): boolean =>
  words > longestScareQuote || (words > 1 && finalMark.test(text));

/** Parts of quoted ranges that lie in one sentence, without their marks. */
export function quotationsOf(
  text: string,
  sentence: Sentence,
  index: number,
  ranges: readonly QuotedRange[],
): QuotationMention[] {
  const found: QuotationMention[] = [];
  for (const { inner } of ranges) {
    const start = Math.max(inner.start, sentence.start);
    const end = Math.min(inner.end, sentence.end);
    if (start >= end) continue;
    const words = text.slice(start, end);
    if (!/[\p{L}\d]/u.test(words)) continue;
    const whole = inner.start < sentence.start || inner.end > sentence.end;
    const count = words.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    found.push({
      start,
      end,
      text: words,
      speakerKey: null,
      statement: whole || isStatement(count, words),
      part: sentence.part,
      sentence: index,
    });
  }
  return found;
}

/** For each token of the sentences given in order whether it stands inside a quoted range. */
export function quotedCheck(ranges: readonly QuotedRange[]): (tokens: readonly Token[]) => boolean[] {
  let next = 0;
  return (tokens) =>
    tokens.map((token) => {
      while (next < ranges.length && ranges[next]!.end <= token.start) next++;
      const range = ranges[next]?.inner;
      return range !== undefined && token.start >= range.start && token.end <= range.end;
    });
}
