/** What a character is to the words of a text. */
const other = 1;
const letter = 2;
const mark = 3;
const number = 4;

/**
 * Classes by code unit, looked up once each: tests by Unicode property at every character took half the time of
 * reading an article.
 */
const classes = new Uint8Array(0x1_0000);

function classify(character: string): number {
  if (/\p{L}/u.test(character)) return letter;
  if (/\p{N}/u.test(character)) return number;
  return /\p{M}/u.test(character) ? mark : other;
}

const isSurrogatePair = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;

/** Code units of the character at a position. */
export const sizeAt = (text: string, at: number): number => (isSurrogatePair(text, at) ? 2 : 1);

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = classes[code];
  if (known) return known;
  // Past the end there is no code unit and nothing of a word.
  if (Number.isNaN(code)) return other;
  if (isSurrogatePair(text, at)) return classify(text.slice(at, at + 2));
  const found = classify(text.charAt(at));
  // Half of a pair standing alone is nothing; as the half of one it may be a letter.
  if ((code & 0xf800) !== 0xd800) classes[code] = found;
  return found;
}

/** Whether the character at a position is a letter or a digit; marks are neither. */
export function isLetterOrNumber(text: string, at: number): boolean {
  const found = classAt(text, at);
  return found === letter || found === number;
}

const separators = new Set(['.', ',', '٫', '٬'].map((separator) => separator.charCodeAt(0)));

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

function runEnd(text: string, from: number, belongs: (found: number) => boolean): number {
  let at = from;
  while (at < text.length && belongs(classAt(text, at))) at += sizeAt(text, at);
  return at;
}

const isNumber = (found: number): boolean => found === number;
const isLetter = (found: number): boolean => found === letter;
const isWordPart = (found: number): boolean => found !== other;

/**
 * Where the word that begins at `at` ends, or `at` when none begins there. Letters, marks and digits; apostrophes
 * inside words and points or commas inside numbers stay.
 */
export function wordEnd(text: string, at: number): number {
  const first = classAt(text, at);
  if (first === number) {
    let end = runEnd(text, at, isNumber);
    while (separators.has(text.charCodeAt(end)) && classAt(text, end + 1) === number) {
      end = runEnd(text, end + 1, isNumber);
    }
    return end;
  }
  if (first !== letter) return at;
  let end = runEnd(text, at, isWordPart);
  while (isApostrophe(text.charCodeAt(end)) && classAt(text, end + 1) === letter) {
    end = runEnd(text, end + 1, isLetter);
  }
  return end;
}
