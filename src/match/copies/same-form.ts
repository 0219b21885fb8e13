import type { CopyText } from './copy-text';
import type { SentencePlaces } from './sentence-places';

/** A sentence of which one of the other text has this share of the words that are no names and figures. */
const likeSentence = 0.5;

/** Below this share of names and figures in common, two texts of like sentences are one form filled in twice. */
const leastKept = 0.5;
const fewAnchors = 4;

/** Whether one sentence of a text holds enough of the stems of a sentence that are no names and figures. */
function isLikeOne(plain: Uint32Array, { stems, sentences, count }: SentencePlaces): boolean {
  const shared = new Uint16Array(count);
  for (const stem of plain) {
    const position = stems.positionOf(stem);
    if (position < 0) continue;
    for (const sentence of sentences[position]!) {
      if (++shared[sentence]! >= plain.length * likeSentence) return true;
    }
  }
  return false;
}

/** Names and figures in sentences of a text that are like one of the other text, and those the other has. */
function anchorsKept(text: CopyText, other: CopyText): { kept: number; of: number } {
  let kept = 0;
  let of = 0;
  text.anchorStems.forEach((anchors, at) => {
    if (anchors.length === 0 || !isLikeOne(text.plainStems[at]!, other.sentencePlaces)) return;
    of += anchors.length;
    for (const stem of anchors) if (other.stemSet.has(stem)) kept++;
  });
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
