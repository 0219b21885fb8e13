import type { CopyText } from './copy-text';
import { bestPlace } from './sentence-places';

/** A sentence that has this share of its content in one place of the other text was written from it. */
const sameSentence = 0.6;

/**
 * Follows the sentences of one text in the other. A light rewrite changes words and joins sentences, but tells the
 * same things in the same order; an independent report of the event does not.
 */
export function alignment(text: CopyText, other: CopyText) {
  let total = 0;
  let found = 0;
  let whole = 0;
  let ordered = 0;
  let followed = 0;
  let last = -1;
  for (const stems of text.sentenceStems) {
    const { best, place } = bestPlace(other.sentencePlaces, stems);
    total += stems.length;
    found += best;
    if (best < stems.length * sameSentence) continue;
    whole += stems.length;
    if (last >= 0) {
      followed++;
      if (place >= last - 1) ordered++;
    }
    last = place;
  }
  return {
    found: total > 0 ? found / total : 0,
    whole: total > 0 ? whole / total : 0,
    ordered: followed > 0 ? (ordered / followed) * (total > 0 ? whole / total : 0) : 0,
  };
}
