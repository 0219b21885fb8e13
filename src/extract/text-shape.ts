import { marksAndBlanks } from './characters';

/** How a run of text looks, in any script. */

const closing = '["\'’”»›)\\]】」』）〉》]*';
const sentenceEnd = new RegExp(`[.!?…。！？．｡؟۔।॥։]${closing}$`, 'u');

export const endsSentence = (text: string): boolean => sentenceEnd.test(text.slice(-16).trimEnd());

/** Text with every run of white space made one blank and invisible characters taken out. */
export const fold = (text: string): string =>
  text
    .replace(/[\u200b\u200c\u200e\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

// biome-ignore lint/suspicious/noControlCharactersInRegex: the seven-bit range is what is meant
const isPlain = /^[\x00-\x7f]*$/;
/** Marks and blanks beyond seven bits that fold to nothing: with them gone most text is plain. */
const typographic = /[\u00a0\u00ab\u00bb\u2010-\u2027]+/g;

/** Latin, Greek and Cyrillic accents, Hebrew and Arabic points. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+/g;

const plainKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Lower case, accents and punctuation gone: for comparing words that outlets write differently. */
export function key(text: string): string {
  if (isPlain.test(text)) return plainKey(text);
  const simple = text.replace(typographic, ' ');
  if (isPlain.test(simple)) return plainKey(simple);
  return text.normalize('NFKD').replace(accents, '').toLowerCase().replace(marksAndBlanks, ' ').trim();
}
