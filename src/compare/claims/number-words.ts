import type { NumberLanguage } from '../languages/language';
import type { Token } from './tokens';

/** A number read from one or more tokens, `to` exclusive. */
export interface ReadNumber {
  value: number;
  from: number;
  to: number;
  /** Written in words. */
  words: boolean;
  /** A multiplier word stood in it ("13 billion"), with the value before it. */
  multiplier: number;
  significantDigits: number;
}

const groupedEnglish = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const groupedContinental = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/** Value of a number in digits under the language's decimal mark, or null. */
function digitsValue(text: string, decimalMark: '.' | ','): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (decimalMark === '.') {
    if (groupedEnglish.test(text)) return Number(text.replaceAll(',', ''));
    if (/^\d+\.\d+$/.test(text)) return Number(text);
    return null;
  }
  if (groupedContinental.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^\d+,\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** Significant digits as written: 13 has 2, 10,000 has 1, 5.40 has 3. */
const significantDigitsOf = (text: string, value: number): number => {
  const digits = /\d/.test(text) ? text.replace(/[^\d]/g, '') : String(Math.round(value));
  const kept = /[.,]\d{1,2}$/.test(text) ? digits : digits.replace(/0+$/, '');
  return Math.max(1, kept.replace(/^0+/, '').length);
};

const wordValue = (lower: string, numbers: NumberLanguage): number | null =>
  numbers.cardinals[lower] ?? numbers.compound(lower);

/** Value of one token: digits or a number word; null when it is neither. */
export function tokenValue(token: Token | undefined, numbers: NumberLanguage): number | null {
  if (!token) return null;
  if (/^\d/.test(token.text)) return digitsValue(token.text, numbers.decimalMark);
  return wordValue(token.lower, numbers);
}

const isShort = (word: string): boolean => word.length === 1;

/** Multiplier at `at`; one-letter forms ("5m", "40k") only glued to digits after a currency, or thousands. */
const multiplierAt = (
  tokens: readonly Token[],
  at: number,
  afterCurrency: boolean,
  numbers: NumberLanguage,
): number | null => {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return null;
  const multiplier = numbers.multipliers[token.lower.replace(/\.$/, '')];
  if (multiplier === undefined) return null;
  if (!isShort(token.lower)) return multiplier;
  const glued = before?.end === token.start;
  return (glued && token.lower === 'k') ||
    afterCurrency ||
    (glued && numbers.currencies[tokens[at + 1]?.lower ?? ''] !== undefined)
    ? multiplier
    : null;
};

/** Reads further words into a number: "two hundred and five", "13.2 billion", "$140-million". */
const extend = (
  tokens: readonly Token[],
  start: ReadNumber,
  afterCurrency: boolean,
  numbers: NumberLanguage,
): ReadNumber => {
  let { value, to, multiplier } = start;
  for (;;) {
    const hyphen = tokens[to]?.text === '-' && tokens[to]?.start === tokens[to - 1]?.end ? 1 : 0;
    const factor = multiplierAt(tokens, to + hyphen, afterCurrency, numbers);
    if (factor === null) break;
    value *= factor;
    multiplier *= factor;
    to += hyphen + 1;
    const joined = numbers.joiners.has(tokens[to]?.lower ?? '') ? 1 : 0;
    const rest = tokens[to + joined];
    const more = rest && !/^\d/.test(rest.text) ? wordValue(rest.lower, numbers) : null;
    if (start.words && more !== null && more < factor && more > 0) {
      // "two hundred AND five", "three thousand four hundred": the rest may carry its own multiplier.
      const inner = multiplierAt(tokens, to + joined + 1, false, numbers);
      const innerValue = inner !== null && inner < factor ? more * inner : more;
      value += innerValue;
      to += joined + (innerValue === more ? 1 : 2);
    }
  }
  return { ...start, value, to, multiplier };
};

const fractionSigns: Record<string, number> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** The fraction of a mixed number that begins at `at`: "4½", "4 1/2". `to` exclusive. */
const fractionAt = (tokens: readonly Token[], at: number): { value: number; to: number } | null => {
  const sign = fractionSigns[tokens[at]?.text ?? ''];
  if (sign !== undefined) return { value: sign, to: at + 1 };
  const [above, bar, below] = tokens.slice(at, at + 3);
  if (!above || !below || bar?.text !== '/' || above.end !== bar.start || bar.end !== below.start)
    return null;
  const isFraction = /^[1-7]$/.test(above.text) && /^[23458]$/.test(below.text);
  const value = Number(above.text) / Number(below.text);
  return isFraction && value < 1 ? { value, to: at + 3 } : null;
};

/** The number that begins at `at`, or null. `afterCurrency`: a currency sign stands before it. */
export function readNumber(
  tokens: readonly Token[],
  at: number,
  afterCurrency: boolean,
  numbers: NumberLanguage,
): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const next = tokens[at + 1];
  const own = tokenValue(token, numbers);
  if (own !== null) {
    const words = !/^\d/.test(token.text);
    const fraction = !words && Number.isInteger(own) ? fractionAt(tokens, at + 1) : null;
    const start = {
      value: own + (fraction?.value ?? 0),
      from: at,
      to: fraction?.to ?? at + 1,
      words,
      multiplier: 1,
      significantDigits: significantDigitsOf(token.text, own) + (fraction ? 1 : 0),
    };
    // "twenty three" without its hyphen.
    const one = words && own >= 20 && own % 10 === 0 && next ? numbers.cardinals[next.lower] : undefined;
    if (one !== undefined && one > 0 && one < 10)
      return extend(tokens, { ...start, value: own + one, to: at + 2 }, afterCurrency, numbers);
    return extend(tokens, start, afterCurrency, numbers);
  }
  const half = numbers.fractions[token.lower] === 0.5;
  const afterHalf = half && numbers.articles.has(next?.lower ?? '') ? 2 : 1;
  if (
    (numbers.articles.has(token.lower) || half) &&
    numbers.multipliers[tokens[at + afterHalf]?.lower ?? '']
  ) {
    const factor = numbers.multipliers[tokens[at + afterHalf]!.lower]!;
    if (isShort(tokens[at + afterHalf]!.lower)) return null;
    return {
      value: factor * (half ? 0.5 : 1),
      from: at,
      to: at + afterHalf + 1,
      words: true,
      multiplier: factor,
      significantDigits: 1,
    };
  }
  return null;
}
