/** Kinds of characters, as bits. */
export const Character = {
  letter: 1,
  capital: 2,
  digit: 4,
  number: 8,
  wide: 16,
  joiner: 32,
  comma: 64,
  stop: 128,
} as const;

const patterns: [number, RegExp][] = [
  [Character.letter, /\p{L}/u],
  [Character.capital, /\p{Lu}/u],
  [Character.digit, /[0-9]/],
  [Character.number, /\p{N}/u],
  [Character.wide, /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/],
  [Character.joiner, /['’\-.]/],
  [Character.comma, /[,،、，]/],
  [Character.stop, /[.!?。！？؟…।]/],
];

// Kinds of 256 characters at a time, worked out when the first of them is met: a page uses a few such rows, and
// regular expressions with Unicode classes over every block of a page cost more than all else together.
const tables = new Map<number, Uint8Array>();

function tableOf(row: number): Uint8Array {
  const before = tables.get(row);
  if (before) return before;
  const table = new Uint8Array(256);
  for (let cell = 0; cell < 256; cell++) {
    const character = String.fromCharCode(row * 256 + cell);
    for (const [bit, pattern] of patterns)
      if (pattern.test(character)) table[cell] = (table[cell] as number) | bit;
  }
  tables.set(row, table);
  return table;
}

const latin = tableOf(0);

/** Bits of `Character` for one UTF-16 code unit. */
export const kindOf = (code: number): number =>
  (code < 256 ? latin[code] : tableOf(code >> 8)[code & 255]) as number;

/** Counts of one text, by one pass over it. */
export interface Counts {
  words: number;
  letters: number;
  capitals: number;
  digits: number;
  commas: number;
  sentences: number;
}

const wordPart = Character.letter | Character.number;
const closing = '"\'”’»)」';

/** Whether a sentence may end at `at`: closing marks and then white space or the end follow the stop. */
function endsHere(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && closing.includes(text[next] as string)) next++;
  return next >= text.length || /\s/.test(text[next] as string);
}

/**
 * Counts words and characters. Scripts written without blanks count a word for two characters, which is near what
 * segmenters find in Chinese and Japanese news.
 */
export function countText(text: string): Counts {
  const counts: Counts = { words: 0, letters: 0, capitals: 0, digits: 0, commas: 0, sentences: 0 };
  let wide = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind & Character.letter) counts.letters++;
    if (kind & Character.capital) counts.capitals++;
    if (kind & Character.digit) counts.digits++;
    if (kind & Character.comma) counts.commas++;
    if (kind & Character.stop && endsHere(text, at)) counts.sentences++;
    if (kind & Character.wide) {
      wide++;
      inWord = false;
    } else if (kind & wordPart) {
      if (!inWord) counts.words++;
      inWord = true;
    } else if (inWord && kind & Character.joiner) {
      const next = kindOf(text.charCodeAt(at + 1) || 0);
      inWord = (next & wordPart) !== 0 && (next & Character.wide) === 0;
    } else inWord = false;
  }
  counts.words += Math.round(wide / 2);
  return counts;
}

/** Letters and digits of a text in lower case: how texts are compared that pass through templates. */
export function bare(text: string): string {
  const lower = text.toLowerCase();
  let kept = '';
  let start = -1;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    // Halves of characters beyond the first plane are kept: ideographs and letters are among them.
    const inside = (kindOf(code) & wordPart) !== 0 || (code >= 0xd800 && code < 0xe000);
    if (inside && start < 0) start = at;
    else if (!inside && start >= 0) {
      kept += lower.slice(start, at);
      start = -1;
    }
  }
  return kept;
}
