/** How a run of text looks, in any script. */

const closing = '["\'’”»›)\\]】」』）〉》]*';
const sentenceEnd = new RegExp(`[.!?…。！？．｡؟۔।॥։]${closing}$`, 'u');
const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/gu;

export const endsSentence = (text: string): boolean => sentenceEnd.test(text.trimEnd());

/** Text with every run of white space made one blank and invisible characters taken out. */
export const fold = (text: string): string =>
  text
    .replace(/[\u200b\u200c\u200e\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Lower case, accents and punctuation gone: for comparing words that outlets write differently. */
export const key = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Number of words. Scripts written without blanks count a word for two characters, which is near what
 * segmenters find in Chinese and Japanese news.
 */
export function countWords(text: string): number {
  const unspaced = text.match(wide)?.length ?? 0;
  const rest = unspaced ? text.replace(wide, ' ') : text;
  const spaced = rest.match(/[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return spaced + Math.round(unspaced / 2);
}
