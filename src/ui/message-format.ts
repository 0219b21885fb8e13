/** Values put into a sentence. Numbers are written in the language of the sentence. */
export type Parameters = Record<string, string | number>;

const isolateStart = '\u2068';
const isolateEnd = '\u2069';
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** Writing direction of a language by its primary tag. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.slice(0, 2)) ? 'rtl' : 'ltr';

const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A value kept to its own direction: an outlet's Latin name inside an Arabic sentence would otherwise pull the punctuation
 * beside it along, and two Arabic names side by side in an English one would change places.
 */
export const isolated = (value: string, language: string): string =>
  directionOf(language) === 'rtl' || rightToLeftLetters.test(value)
    ? `${isolateStart}${value}${isolateEnd}`
    : value;

/** Index of the brace that closes the one at `open`. */
function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let index = open; index < pattern.length; index++) {
    if (pattern[index] === '{') depth++;
    if (pattern[index] === '}' && --depth === 0) return index;
  }
  throw new Error(`Unclosed brace in the text “${pattern}”`);
}

/** Reads `one {…} other {…}` into its cases. */
function readCases(source: string): Record<string, string> {
  const cases: Record<string, string> = {};
  for (let index = 0; index < source.length; ) {
    const open = source.indexOf('{', index);
    if (open < 0) break;
    const close = closingBrace(source, open);
    cases[source.slice(index, open).trim()] = source.slice(open + 1, close);
    index = close + 1;
  }
  return cases;
}

const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

/** Intl objects are dear to make and cheap to use. */
function keep<Kept>(known: Map<string, Kept>, language: string, make: () => Kept): Kept {
  const found = known.get(language) ?? make();
  known.set(language, found);
  return found;
}

function writeValue(value: string | number, language: string): string {
  if (typeof value === 'number') {
    return keep(numbers, language, () => new Intl.NumberFormat(language)).format(value);
  }
  return isolated(value, language);
}

function writePlural(value: string | number, source: string, parameters: Parameters, language: string) {
  const cases = readCases(source);
  const number = Number(value);
  const chosen =
    cases[`=${number}`] ??
    cases[keep(plurals, language, () => new Intl.PluralRules(language)).select(number)] ??
    cases.other ??
    '';
  return formatMessage(chosen.replaceAll('#', writeValue(number, language)), parameters, language);
}

/**
 * Fills a sentence: the part of ICU MessageFormat the interface uses, `{name}` and
 * `{count, plural, =0 {…} one {…} other {…}}` with `#` for the number.
 * A placeholder without a value stays visible as `{name}`, so that the mistake can be seen.
 */
export function formatMessage(pattern: string, parameters: Parameters, language: string): string {
  let written = '';
  for (let index = 0; index < pattern.length; ) {
    const open = pattern.indexOf('{', index);
    if (open < 0) return written + pattern.slice(index);
    const close = closingBrace(pattern, open);
    const inside = pattern.slice(open + 1, close);
    const [name = '', kind, ...rest] = inside.split(',');
    const value = parameters[name.trim()];
    written += pattern.slice(index, open);
    if (value === undefined) written += `{${inside}}`;
    else if (kind?.trim() === 'plural') written += writePlural(value, rest.join(','), parameters, language);
    else written += writeValue(value, language);
    index = close + 1;
  }
  return written;
}
