import type { OnlyHere } from '../../model/comparison';
import { distinctness, relateQuantities } from '../align/values';
import { type QuantityItem, quantityItems } from '../verdict/quantity-items';
import type { PairRow } from '../verdict/rows';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** Figures that stand for themselves; ages, clock times and small counts are everywhere. */
const tellingKinds = new Set(['count', 'money', 'percent', 'measure']);
const leastTelling = 0.7;
const leastCount = 20;

const isTelling = ({ quantity, background, sentence }: QuantityItem): boolean =>
  sentence.part === 'text' &&
  !background &&
  !quantity.vague &&
  tellingKinds.has(quantity.kind) &&
  (quantity.kind !== 'count' || (quantity.low >= leastCount && quantity.head !== '')) &&
  distinctness(quantity) >= leastTelling;

const stands = (item: QuantityItem, { profile }: VoiceProfile): boolean =>
  quantityItems(profile).some(({ quantity }) =>
    // "Thousands" elsewhere does not give the figure.
    ['equal', 'compatible', 'bound'].includes(relateQuantities(item.quantity, quantity)),
  );

const isInRow = ({ quantity, sentence }: QuantityItem, rows: readonly PairRow[]): boolean =>
  rows.some(
    ({ a, kind }) =>
      kind === 'quantity' &&
      a.part === sentence.part &&
      a.marks.some(({ start, end }) => start < quantity.end && quantity.start < end),
  );

/** How ids of such entries begin: their sentence may state other things that are shared. */
export const figurePrefix = 'only-figure-';

/**
 * Figures that no other voice gives, in sentences that others tell in part: "the first 2,600 of the 11,000". The
 * figure is marked; nothing is said of the rest of the sentence. A figure set against another in a row is left out.
 */
export function onlyHereFigures(
  subject: VoiceProfile,
  voices: readonly VoiceProfile[],
  rows: readonly PairRow[],
  sentences: readonly OnlyHere[],
): OnlyHere[] {
  const told = new Set(sentences.map(({ evidence }) => evidence.quote.start));
  return quantityItems(subject.profile)
    .filter((item) => isTelling(item) && !told.has(item.sentence.start) && !isInRow(item, rows))
    .filter((item) => !voices.some((voice) => stands(item, voice)))
    .map(({ quantity, sentence }) => ({
      id: `${figurePrefix}${subject.profile.article.id}-${quantity.start}`,
      evidence: evidenceOfSentence(subject, sentence, [{ start: quantity.start, end: quantity.end }]),
      certain: true,
    }));
}
