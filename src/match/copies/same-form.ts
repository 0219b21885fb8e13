import type { CopyText } from './copy-text';

/** A sentence of which one of the other text has this share of the words that are no names and figures. */
const likeSentence = 0.5;

/** Below this share of names and figures in common, two texts of like sentences are one form filled in twice. */
const leastKept = 0.5;
const fewAnchors = 4;

/** Names and figures in sentences of a text that are like one of the other text, and those the other has. */
function anchorsKept(text: CopyText, other: CopyText): { kept: number; of: number } {
  const sentences = other.sentenceStems.map((stems) => new Set(stems));
  let kept = 0;
  let of = 0;
  for (const stems of text.sentenceStems) {
    const plain = stems.filter((stem) => !text.anchors.has(stem));
    const isLike = sentences.some((around) => {
      let shared = 0;
      for (const stem of plain) if (around.has(stem)) shared++;
      return shared > 0 && shared >= plain.length * likeSentence;
    });
    if (!isLike) continue;
    for (const stem of stems) {
      if (!text.anchors.has(stem)) continue;
      of++;
      if (other.stemSet.has(stem)) kept++;
    }
  }
  return { kept, of };
}

/**
 * Whether two texts are one form filled in twice: an outlet reports its earthquakes and its matches by one pattern, in
 * which nearly all words are the same, and nearly all names and figures are not. A copy keeps them.
 */
export function isSameForm(left: CopyText, right: CopyText): boolean {
  const [one, other] = [anchorsKept(left, right), anchorsKept(right, left)];
  const of = one.of + other.of;
  return of >= fewAnchors && one.kept + other.kept < of * leastKept;
}
