import type { CopyText } from './copy-text';

/** A sentence that has this share of its content in one place of the other text was written from it. */
const sameSentence = 0.6;

/**
 * Follows the sentences of one text in the other. A light rewrite changes words and joins sentences, but tells the
 * same things in the same order; an independent report of the event does not.
 */
export function alignment(text: CopyText, other: CopyText) {
  const places = other.sentenceStems.map(
    (stems, at) => new Set([...stems, ...(other.sentenceStems[at + 1] ?? [])]),
  );
  let total = 0;
  let found = 0;
  let whole = 0;
  let ordered = 0;
  let followed = 0;
  let last = -1;
  for (const stems of text.sentenceStems) {
    let best = 0;
    let place = -1;
    places.forEach((around, at) => {
      let shared = 0;
      for (const stem of stems) if (around.has(stem)) shared++;
      if (shared > best) {
        best = shared;
        place = at;
      }
    });
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
