import type { Span } from '../../model/article';
import type { Claim } from '../../model/claim';
import { type Profile, partText } from '../align/profile';
import { isLightWord } from '../align/unit';
import type { PairRow } from '../verdict/rows';

/** Words on either side of a value that say what it is the value of; more is a sentence, not a name. */
const mostBefore = 7;
const mostAfter = 6;

const phraseEnd =
  /[,;:.!?"”“()[\]—–]|\s(?:and|or|but|which|who|that|when|while|after|before|as|because|if)\s/iu;
const joined = /^\s*(?:and|or|but|while)\s/iu;
const wordPattern = /[^\s]+/gu;

const wordsOf = (text: string): string[] => text.match(wordPattern) ?? [];

const isLight = (word: string): boolean => isLightWord(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));

/** No more than so many words; what is too long ends with a phrase: "rammed their car | into an upmarket". */
function atMost(words: readonly string[], most: number): string[] {
  if (words.length <= most) return [...words];
  const kept = words.slice(0, most);
  const phrase = kept.findLastIndex((word, at) => at >= 2 && isLight(word));
  return phrase > 0 ? kept.slice(0, phrase) : kept;
}

/** Function words and marks off the end, joining words off the start: "earned roughly", "and took" name no thing. */
function trimmed(words: readonly string[]): string {
  const kept = [...words];
  while (kept.length > 0 && isLight(kept.at(-1) ?? '')) kept.pop();
  while (/^(?:and|but|or)$/i.test(kept[0] ?? '')) kept.shift();
  return kept.join(' ').replace(/[\s,;:.([“"]+$/u, '');
}

/** The verb with its subject when that stands close, and what follows it up to `end`. */
function toldBy(text: string, { subject }: Claim, verb: Span, end: number): string {
  const whole = subject && subject.end <= verb.start ? text.slice(subject.start, end) : '';
  const isShort = whole !== '' && wordsOf(whole).length <= mostBefore && !phraseEnd.test(whole);
  return trimmed(atMost(wordsOf(isShort ? whole : text.slice(verb.start, end)), mostBefore));
}

/**
 * What is told before the value. Another figure on the way to it is not of this thing: the verb alone is. A verb with a
 * joining word behind it is of another thing: "Three were killed and 43 were injured".
 */
function toldBefore(text: string, claim: Claim, value: Span): string {
  const verb = claim.predicates.findLast(({ end }) => end <= value.start);
  if (!verb || joined.test(text.slice(verb.end, value.start))) return '';
  const other = claim.quantities.some(({ start, end }) => start >= verb.end && end <= value.start);
  return toldBy(text, claim, verb, other ? verb.end : value.start);
}

/** What happened at the time: the verb before it, or after a time that opens the clause. */
function happened(text: string, claim: Claim, time: Span): string {
  const before = toldBefore(text, claim, time);
  const verb = claim.predicates.find(({ start }) => start >= time.end);
  if (before !== '' || !verb) return before;
  const rest = text.slice(verb.end, claim.end);
  return toldBy(text, claim, verb, verb.end + (phraseEnd.exec(rest)?.index ?? rest.length));
}

/** What is counted, and what becomes of it: up to the end of the phrase. */
function toldAfter(text: string, claim: Claim, value: Span): string {
  const rest = text.slice(value.end, claim.end);
  const end = phraseEnd.exec(rest)?.index ?? rest.length;
  const time = claim.times.find(({ start }) => start >= value.end);
  const until = time ? Math.min(end, time.start - value.end) : end;
  return trimmed(atMost(wordsOf(rest.slice(0, until)), mostAfter));
}

const hasContent = (words: string): boolean =>
  wordsOf(words).some((word) => /\p{L}/u.test(word) && !isLight(word));

/** The clause around a figure, with an ellipsis where the figure stands; empty when nothing stands around it. */
export const nameOfQuantity = (claim: Claim, text: string, figure: Span): string =>
  [toldBefore(text, claim, figure), toldAfter(text, claim, figure)].filter(hasContent).join(' … ');

/**
 * The thing in question in the words of the article read: the clause around the value, with an ellipsis where the
 * value stands ("paid … in federal taxes", "passengers were injured"). Rows on whole statements have no other name
 * than the statement.
 */
export function thingInQuestion({ kind, label, a }: PairRow, profile: Profile): string {
  const mark = a.marks[0];
  if ((kind !== 'quantity' && kind !== 'time') || !a.claim || !mark) return label;
  const text = partText(profile.article, a.part);
  if (kind === 'time') return happened(text, a.claim, mark) || label;
  const quantity = a.claim.quantities.find(({ start, end }) => start < mark.end && mark.start < end);
  const value = quantity?.figure ?? mark;
  return nameOfQuantity(a.claim, text, value) || label;
}
