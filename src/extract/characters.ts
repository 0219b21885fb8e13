/**
 * Letters, words and marks of a text in any script, told apart by listing the marks: a regular expression with Unicode
 * classes takes longer to set up than a page takes to read, and a loop over characters longer than the engine's own
 * search.
 */

/** Blanks, marks and signs but those that join the parts of a word. */
const marks =
  '\\0-&(-,/:-@[-`{-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u060c\\u061b\\u061f\\u06d4' +
  '\\u0964\\u0965\\u2000-\\u2018\\u201a-\\u206f\\u2070-\\u2bff\\u3000-\\u303f\\u30fb\\ufe0f\\ufeff\\uff01-\\uff0f' +
  '\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65';
const joiners = "'’.-";
/** Everything that is neither letter nor digit. */
export const marksAndBlanks = new RegExp(`[${marks}${joiners}]+`, 'g');
/** A letter or digit, and what follows it without a mark: "don't", "1.5", "Smith-Jones". */
const wordRuns = new RegExp(`[^${marks}${joiners}][^${marks}]*`, 'g');

/** Scripts written without blanks. */
const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Number of words. Scripts written without blanks count a word for two characters, which is near what segmenters find
 * in Chinese and Japanese news.
 */
export function countWords(text: string): number {
  const unspaced = countOf(text, wide);
  if (unspaced === 0) return countOf(text, wordRuns);
  return countOf(text.replace(wide, ' '), wordRuns) + Math.round(unspaced / 2);
}

/** Words of a text as its length tells them: for what is only summed up. */
export const roughWords = (text: string): number => text.length / (text.search(wide) < 0 ? 6 : 2);

/** Letters and digits of a text in lower case: how texts are compared that pass through templates. */
export const bare = (text: string): string => text.toLowerCase().replace(marksAndBlanks, '');

const capitals = /[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0400-\u042f]/g;
const stops = /[.!?…。！？؟।][)"'”’»」]*(?=\s|$)/g;

/** How many capitals, seven-bit digits, commas and ends of sentences a text has. */
export const countMarks = (
  text: string,
): { capitals: number; digits: number; commas: number; sentences: number } => ({
  capitals: countOf(text, capitals),
  digits: countOf(text, /[0-9]/g),
  commas: countOf(text, /[,،、，]/g),
  sentences: countOf(text, stops),
});
