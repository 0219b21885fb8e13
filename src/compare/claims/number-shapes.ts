import type { NumberLanguage } from '../languages/language';
import type { NumberContext } from './number-context';
import { type ReadNumber, readNumber } from './number-words';
import type { Token } from './tokens';

/** Lower and upper end, `to` the token after it. */
export interface NumberRange {
  low: number;
  high: number;
  to: number;
}

const notAfterOne =
  /^(?:of|day|time|thing|year|week|month|way|hand|point|side|reason|another|in|more|or|is|was|has|who|that|which)$/;

/** "one" is mostly a pronoun: it counts only before a noun and not after a determiner. */
export const isPronounOne = (context: NumberContext, number: ReadNumber): boolean => {
  const { tokens } = context;
  if (!number.words || number.value !== 1 || number.multiplier !== 1) return false;
  const next = tokens[number.to];
  const before = tokens[number.from - 1];
  if (!next || notAfterOne.test(next.lower)) return true;
  if (before && (before.wordClass === 'DET' || before.wordClass === 'PRON' || before.lower === 'no'))
    return true;
  return !['NOUN', 'ADJ', 'NUM'].includes(next.wordClass);
};

const isGlued = (tokens: readonly Token[], left: number): boolean =>
  tokens[left]?.end === tokens[left + 1]?.start;

/** Numbers inside addresses, handles and codes: "@dell9", "pic.test/Yx7C", "9News". */
const isInCode = ({ tokens }: NumberContext, number: ReadNumber): boolean => {
  const before = tokens[number.from - 1];
  const after = tokens[number.to];
  const gluedBefore = before !== undefined && before.end === tokens[number.from]!.start;
  const gluedAfter = after !== undefined && after.start === tokens[number.to - 1]!.end;
  return (gluedBefore && /[\p{L}@#_/]$/u.test(before.text)) || (gluedAfter && /^[\p{L}_@]/u.test(after.text));
};

/** Either half of "3: 33 a.m.", an hour torn apart. */
const isTornClock = (tokens: readonly Token[], { from, to }: ReadNumber): boolean => {
  const colon = [from - 1, to].find((at) => tokens[at]?.text === ':' && isGlued(tokens, at - 1));
  if (colon === undefined) return false;
  return /^\d+$/.test(tokens[colon - 1]?.text ?? '') && /^\d\d$/.test(tokens[colon + 1]?.text ?? '');
};

/** Parts of names and codes: "Interstate 75", "iPhone 6", "4x4", "No. 3", "9/11", "B-52", "3:2". */
export const isLabel = (context: NumberContext, number: ReadNumber, headline: boolean): boolean => {
  const { tokens, numbers } = context;
  if (number.words) return false;
  if (isInCode(context, number)) return true;
  const before = tokens[number.from - 1];
  const after = tokens[number.to];
  if (before && /^(?:\/|#|x|×)$/i.test(before.text)) return true;
  if (after && (after.text === '/' || /^[x×]\d*$/i.test(after.text)) && isGlued(tokens, number.to - 1))
    return true;
  if (isTornClock(tokens, number)) return true;
  if (!before) return false;
  if (
    (before.text === '-' || before.text === ':') &&
    isGlued(tokens, number.from - 1) &&
    isGlued(tokens, number.from - 2)
  )
    return true;
  if (
    number.value < 1000 &&
    numbers.labels.has(before.lower.replace(/\.$/, '')) &&
    before.wordClass !== 'VERB'
  ) {
    // "last week 40 people": a label is a noun directly before a bare number with no head after it.
    return !['NOUN', 'ADJ'].includes(after?.wordClass ?? '') || /^\p{Lu}/u.test(before.text);
  }
  const capital = /^\p{Ll}?\p{Lu}/u.test(before.text) && before.wordClass === 'PROPN' && number.from > 1;
  return (
    capital &&
    !headline &&
    number.value < 5000 &&
    !numbers.countedStates.has(after?.lower ?? '') &&
    after?.wordClass !== 'NOUN' &&
    !context.isTime(number.from - 1)
  );
};

/** "10 to 12", "between 50 and 70", "$140-$150 million": the upper end, with a shared multiplier handed down. */
export const readRange = (context: NumberContext, first: ReadNumber, afterCurrency: boolean): NumberRange => {
  const { tokens, numbers } = context;
  const single = { low: first.value, high: first.value, to: first.to };
  let at = first.to;
  if (tokens[at] && measureWord(tokens[at]!, numbers)) at++;
  // "a 40- to 60-hour course": the hyphen stands for the unit that comes after the upper end.
  if (tokens[at]?.text === '-' && isGlued(tokens, at - 1) && !isGlued(tokens, at)) at++;
  const joiner = tokens[at]?.lower ?? '';
  const between = [1, 2, 3].some((back) => numbers.between.has(tokens[first.from - back]?.lower ?? ''));
  if (!(numbers.rangeWords.has(joiner) || (between && numbers.and.has(joiner)))) return single;
  const sign =
    numbers.currencies[tokens[at + 1]?.text.toLowerCase() ?? ''] !== undefined &&
    !/^\p{L}/u.test(tokens[at + 1]?.text ?? '')
      ? 1
      : 0;
  const second = readNumber(tokens, at + 1 + sign, afterCurrency || sign === 1, numbers);
  if (!second || context.isTime(second.from)) return single;
  const shared =
    second.multiplier > 1 && first.multiplier === 1 && first.value < (second.value / second.multiplier) * 10;
  const low = shared ? first.value * second.multiplier : first.value;
  return second.value > low ? { low, high: second.value, to: second.to } : single;
};

const measureWord = (token: Token, numbers: NumberLanguage): boolean => numbers.percent.has(token.lower);
