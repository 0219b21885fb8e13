import type { Quotation, Sentence } from '../../model/claim';
import type { QuotedRange } from '../../text/quotation-marks';
import type { Language } from '../languages/language';
import type { ReadAttribution } from './attributions';
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

interface Place {
  paragraph: number;
}

/**
 * Gives each quotation its speaker: the attribution of its own sentence that covers it or stands in it, then
 * the last speaker of the paragraph before it, then the first after it.
 */
export function assignSpeakers(
  quotations: QuotationMention[],
  attributions: readonly ReadAttribution[],
  places: readonly Place[],
): void {
  const stating = attributions.filter(
    ({ speech }) => speech.kind !== 'attitude' && speech.kind !== 'evidence',
  );
  for (const quotation of quotations) {
    const own = stating.filter(
      (attribution) => attribution.sentence === quotation.sentence && attribution.part === quotation.part,
    );
    const covering = own.filter(
      (attribution) =>
        (attribution.cue.end <= quotation.start || attribution.cue.start >= quotation.end) &&
        attribution.content.start <= quotation.start &&
        attribution.content.end >= quotation.end,
    );
    const outside = own.filter(
      (attribution) => attribution.cue.end <= quotation.start || attribution.cue.start >= quotation.end,
    );
    const chosen = covering.at(-1) ?? outside.at(-1);
    if (chosen) {
      quotation.speakerKey = chosen.source.key;
      continue;
    }
    if (!quotation.statement) continue;
    const paragraph = places[quotation.sentence]?.paragraph;
    const near = stating.filter(
      (attribution) =>
        attribution.part === quotation.part && places[attribution.sentence]?.paragraph === paragraph,
    );
    const before = near.filter((attribution) => attribution.sentence < quotation.sentence).at(-1);
    quotation.speakerKey = (before ?? near[0])?.source.key ?? null;
  }
}

/** "We", "I" in a quotation: its speaker. */
export function resolveFirstPerson(
  quotations: readonly QuotationMention[],
  attributions: readonly ReadAttribution[],
  language: Language,
): void {
  for (const attribution of attributions) {
    if (language.grammar.pronouns[attribution.source.key] !== 'speaker') continue;
    const around = quotations.find(
      (quotation) =>
        quotation.part === attribution.part &&
        quotation.start <= attribution.cue.start &&
        quotation.end >= attribution.cue.end,
    );
    const speaker = attributions.find((other) => other.source.key === around?.speakerKey);
    if (!speaker) continue;
    const { start, end } = attribution.source;
    attribution.source = { ...speaker.source, start, end };
  }
}
