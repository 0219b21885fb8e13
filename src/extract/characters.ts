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

/** Letters of scripts without capitals, as ranges of code units; marks between them count as letters. */
const caseless = [
  0xaa, 0xaa, 0xba, 0xba, 0x5d0, 0x5f2, 0x620, 0x64a, 0x66e, 0x6d3, 0x6fa, 0x6ff, 0x904, 0x939, 0x985, 0xdc6,
  0xe01, 0xe46, 0xe81, 0xec6, 0x1000, 0x103f, 0x10d0, 0x10ff, 0x1100, 0x11ff, 0x1200, 0x135a, 0x1780, 0x17b3,
  0x3041, 0x3096, 0x30a1, 0x30fa, 0x30fc, 0x30fe, 0x3105, 0x318e, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000,
  0xa48c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe70, 0xfefc, 0xff66, 0xffdc,
];
const foreignDigits = [0x660, 0x669, 0x6f0, 0x6f9, 0x966, 0x96f, 0x9e6, 0x9ef, 0xff10, 0xff19];
const wide = [0x3040, 0x30ff, 0x3400, 0x9fff, 0xac00, 0xd7af, 0xf900, 0xfaff];

const within = (code: number, ranges: number[]): boolean => {
  for (let at = 0; at < ranges.length; at += 2) {
    if (code >= (ranges[at] as number) && code <= (ranges[at + 1] as number)) return true;
  }
  return false;
};

const joiners = "'’-.";
const commas = ',،、，';
const stops = '.!?。！？؟…।';

/** Worked out without regular expressions: compiling one with Unicode classes takes longer than reading a page. */
function describe(code: number): number {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  let kind = 0;
  if (lower !== character.toUpperCase() || within(code, caseless)) kind |= Character.letter;
  if (lower !== character) kind |= Character.capital;
  if (code >= 48 && code <= 57) kind |= Character.digit | Character.number;
  else if (within(code, foreignDigits)) kind |= Character.number;
  if (within(code, wide)) kind |= Character.wide;
  if (joiners.includes(character)) kind |= Character.joiner;
  if (commas.includes(character)) kind |= Character.comma;
  if (stops.includes(character)) kind |= Character.stop;
  return kind;
}

// Kinds of 256 characters at a time, worked out when the first of them is met: a page uses a few such rows.
const tables = new Map<number, Uint8Array>();

function tableOf(row: number): Uint8Array {
  const before = tables.get(row);
  if (before) return before;
  const table = new Uint8Array(256);
  for (let cell = 0; cell < 256; cell++) table[cell] = describe(row * 256 + cell);
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
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const kind = (code < 256 ? latin[code] : kindOf(code)) as number;
    if (kind === Character.letter) {
      counts.letters++;
      if (!inWord) counts.words++;
      inWord = true;
      continue;
    }
    if (kind === 0) {
      inWord = false;
      continue;
    }
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

// What `kindOf` calls neither letter nor number below U+0100, and typographic marks; the rest of `plainLetters`.
const punctuation =
  /[\0-/:-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20bf]+/g;
const plainLetters = /^[0-9a-z\u00aa\u00b5\u00ba\u00df-\u0137\u0139-\u0148\u014a-\u017f]*$/;

/** Letters and digits of a text in lower case: how texts are compared that pass through templates. */
export function bare(text: string): string {
  const lower = text.toLowerCase();
  const letters = lower.replace(punctuation, '');
  return plainLetters.test(letters) ? letters : bareOfAny(letters);
}

function bareOfAny(lower: string): string {
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
