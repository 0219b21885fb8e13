import type { Language } from '../languages/language';
import type { ReadAttribution } from './attributions';
import type { QuotationMention } from './quotations';

interface Place {
  start: number;
  end: number;
  paragraph: number;
}

/** Attributions that state something: attitudes and evidence say nothing word for word. */
const isStating = ({ speech }: ReadAttribution): boolean =>
  speech.kind !== 'attitude' && speech.kind !== 'evidence';

const isOutside = (attribution: ReadAttribution, quotation: QuotationMention): boolean =>
  attribution.cue.end <= quotation.start || attribution.cue.start >= quotation.end;

const inSentence = (
  quotation: QuotationMention,
  attributions: readonly ReadAttribution[],
): ReadAttribution | null => {
  const own = attributions.filter((attribution) => isOutside(attribution, quotation));
  const covering = own.filter(
    ({ content }) => content.start <= quotation.start && content.end >= quotation.end,
  );
  return covering.at(-1) ?? own.at(-1) ?? null;
};

/**
 * Gives each quotation its speaker and returns the attribution it comes from: the one of its own sentence,
 * then the last of the paragraph before it, then the first after it; a sentence that is all quotation in a
 * paragraph without any speaker goes on with the speaker of the paragraph before.
 */
export function assignSpeakers(
  quotations: readonly QuotationMention[],
  attributions: readonly ReadAttribution[],
  places: readonly Place[],
): Map<QuotationMention, ReadAttribution> {
  const bySentence = new Map<number, ReadAttribution[]>();
  const byParagraph = new Map<number, ReadAttribution[]>();
  for (const attribution of attributions.filter(isStating)) {
    const paragraph = places[attribution.sentence]?.paragraph ?? -1;
    bySentence.set(attribution.sentence, [...(bySentence.get(attribution.sentence) ?? []), attribution]);
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), attribution]);
  }
  const chosen = new Map<QuotationMention, ReadAttribution>();
  for (const quotation of quotations) {
    const place = places[quotation.sentence]!;
    const near = (byParagraph.get(place.paragraph) ?? []).filter((attribution) =>
      isOutside(attribution, quotation),
    );
    const whole = quotation.end - quotation.start > (place.end - place.start) * 0.8;
    const found =
      inSentence(quotation, bySentence.get(quotation.sentence) ?? []) ??
      (quotation.statement
        ? (near.findLast((attribution) => attribution.sentence < quotation.sentence) ??
          near[0] ??
          (whole && place.paragraph > 0 ? byParagraph.get(place.paragraph - 1)?.at(-1) : null))
        : null);
    if (!found) continue;
    quotation.speakerKey = found.source.key;
    chosen.set(quotation, found);
  }
  return chosen;
}

/** "We", "I" in a quotation: its speaker. */
export function resolveFirstPerson(
  speakers: ReadonlyMap<QuotationMention, ReadAttribution>,
  attributions: readonly ReadAttribution[],
  language: Language,
): void {
  for (const attribution of attributions) {
    if (language.grammar.pronouns[attribution.source.key] !== 'speaker') continue;
    for (const [quotation, speaker] of speakers) {
      const around =
        quotation.part === attribution.part &&
        quotation.start <= attribution.cue.start &&
        quotation.end >= attribution.cue.end;
      if (!around) continue;
      attribution.source = {
        ...speaker.source,
        start: attribution.source.start,
        end: attribution.source.end,
      };
      break;
    }
  }
}
