import type { Span } from '../../model/article';
import { type CopyText, sequenceAt } from './copy-text';

/** A run of own words shorter than this is a changed word, no added passage. */
const shortestAddition = 8;

const runLength = 5;

/**
 * A run that reaches into the next sentence by a word or two ("…spring. The") met it by chance: that sentence begins
 * the added passage.
 */
function releaseSentenceStarts(copy: CopyText, inOther: Uint8Array): void {
  for (const start of copy.sentences) {
    let end = start;
    while (end < inOther.length && inOther[end] === 1 && end - start <= 2) end++;
    if (end > start && end - start <= 2) inOther.fill(0, start, end);
  }
}

/** Ranges of the words that another text has too, and of those that it has not. */
export function partedBy({ words }: CopyText, inOther: Uint8Array): { shared: Span[]; added: Span[] } {
  const shared: Span[] = [];
  const added: Span[] = [];
  let start = 0;
  for (let at = 1; at <= inOther.length; at++) {
    if (at < inOther.length && inOther[at] === inOther[start]) continue;
    const first = words[start];
    const last = words[at - 1];
    if (first && last) {
      const span = { start: first.start, end: last.end };
      if (inOther[start] === 1) shared.push(span);
      else if (at - start >= shortestAddition) added.push(span);
    }
    start = at;
  }
  return { shared, added };
}

/** What of a copy is in the other text too, word for word, and what is its own. Ranges of the copy's text. */
export function passages(copy: CopyText, other: CopyText): { shared: Span[]; added: Span[] } {
  const inOther = new Uint8Array(copy.words.length);
  for (let at = 0; at + runLength <= copy.words.length; at++) {
    if (other.fives.has(sequenceAt(copy.hashes, at, runLength))) inOther.fill(1, at, at + runLength);
  }
  releaseSentenceStarts(copy, inOther);
  return partedBy(copy, inOther);
}
