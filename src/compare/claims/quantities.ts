import type { Quantity, QuantityKind } from '../../model/claim';
import { casualtyAround, casualtyOf } from './casualties';
import type { NumberContext } from './number-context';
import { isLabel, isPronounOne, type NumberRange, readRange } from './number-shapes';
import { type ReadNumber, readNumber, tokenValue } from './number-words';
import { distanceScope, qualifierAfter, qualifierBefore, readHead, scopeAround } from './quantity-heads';
import { measureOf } from './quantity-kinds';

/** A quantity with the tokens it was read from, `toToken` exclusive. */
export interface ReadQuantity extends Quantity {
  fromToken: number;
  toToken: number;
  /** Token of the head noun, or -1. */
  headToken: number;
}

const wholeBefore = (context: NumberContext, at: number): boolean => {
  const { tokens, numbers } = context;
  let position = at - 1;
  while (position > 0 && ['DET', 'PRON'].includes(tokens[position]!.wordClass)) position--;
  if (position === at - 1 || !numbers.of.has(tokens[position]?.lower ?? '')) return false;
  return (
    tokenValue(tokens[position - 1], numbers) !== null ||
    /^(?:all|half|most|some|none)$/.test(tokens[position - 1]?.lower ?? '')
  );
};

const partBefore = (context: NumberContext, at: number): boolean => {
  const { tokens, numbers } = context;
  return (
    numbers.of.has(tokens[at - 2]?.lower ?? '') &&
    ['PRON', 'DET'].includes(tokens[at - 1]?.wordClass ?? '') &&
    /^(?:wh|them|those|d|cual|quien)/.test(tokens[at - 1]?.lower ?? '')
  );
};

const vagueAt = (context: NumberContext, at: number): (ReadNumber & { high: number }) | null => {
  const { tokens, numbers } = context;
  const token = tokens[at]!;
  const range = Object.hasOwn(numbers.vague, token.lower) ? numbers.vague[token.lower] : undefined;
  if (!range) return null;
  const next = tokens[at + 1];
  const of = numbers.of.has(next?.lower ?? '');
  const large = range[0] >= 20;
  if (!of && !['NOUN', 'ADJ', 'PROPN'].includes(next?.wordClass ?? '') && !large) return null;
  if (/^(?:few|couple|handful)$/.test(token.lower) && !numbers.articles.has(tokens[at - 1]?.lower ?? ''))
    return null;
  if (token.lower === 'scores' && !of) return null;
  const inner = of ? numbers.vague[tokens[at + 2]?.lower ?? ''] : undefined;
  const start = { from: at, words: true, multiplier: 1, significantDigits: 1 };
  // "hundreds of thousands": from the lower of both to a thousand times the upper.
  if (inner && inner[0] >= 100)
    return {
      ...start,
      value: (range[0] / (range[0] >= 100 ? 2 : 1)) * (inner[0] / 2),
      high: range[1] * (inner[0] / 2),
      to: at + 3,
    };
  return { ...start, value: range[0], high: range[1], to: at + 1 };
};

/** "$37. 5 million", "1, 300 dockers": a numeral torn apart, neither half of which is what was written. */
const isTorn = ({ tokens, isTime }: NumberContext, at: number): boolean => {
  const mark = tokens[at + 1];
  const rest = tokens[at + 2]?.text ?? '';
  if (mark === undefined || tokens[at]?.end !== mark.start) return false;
  if (mark.text === '.') return /^\d/.test(tokens[at]!.text) && /^\d/.test(rest);
  // Not the end of a date ("on May 1, 300 dockers"), nor a list ("100, 200 and 300").
  const isThousands = mark.text === ',' && /^\d{1,3}$/.test(tokens[at]!.text) && /^\d{3}$/.test(rest);
  return isThousands && !isTime(at) && !/^(?:,|and|or)$/.test(tokens[at + 3]?.text ?? '');
};

const quantityAt = (context: NumberContext, at: number, headline: boolean): ReadQuantity | null => {
  const { tokens, numbers } = context;
  // The lower half of a date, a fraction or a code: "24/7", "41 / 2 months" torn apart.
  if (tokens[at - 1]?.text === '/' && /\d$/.test(tokens[at - 2]?.text ?? '')) return null;
  if (isTorn(context, at - 2) || isTorn(context, at)) return null;
  const signBefore =
    // "US$" begins with letters and "yen" is a word that follows its number.
    tokens[at - 1] && !/^\p{L}+$/u.test(tokens[at - 1]!.text)
      ? numbers.currencies[tokens[at - 1]!.text.toLowerCase()]
      : undefined;
  const vague = vagueAt(context, at);
  const number = vague ?? readNumber(tokens, at, signBefore !== undefined, numbers);
  if (!number || isPronounOne(context, number)) return null;
  const range: NumberRange = vague
    ? { low: vague.value, high: vague.high, to: vague.to }
    : readRange(context, number, signBefore !== undefined);
  const measure = measureOf(context, {
    from: at,
    to: range.to,
    low: range.low,
    high: range.high,
    currency: signBefore ?? null,
    words: number.words,
  });
  if (!measure || (measure.kind === 'count' && isLabel(context, number, headline))) return null;
  const first = signBefore === undefined ? at : at - 1;
  const head =
    measure.head ??
    (['count', 'percent', 'money', 'percentage-points'].includes(measure.kind)
      ? readHead(tokens, measure.to, context.isTime, numbers)
      : null);
  const qualifier = qualifierBefore(tokens, first, numbers);
  const after =
    qualifierAfter(tokens, measure.to, numbers) ?? (head ? qualifierAfter(tokens, head.to, numbers) : null);
  const end = Math.max(measure.to, after?.to ?? 0, head?.to ?? 0);
  const bound = after && after.means !== 'approximate' ? after.means : qualifier.bound;
  const counted = measure.kind === 'count';
  return {
    start: tokens[qualifier.start]!.start,
    end: tokens[end - 1]!.end,
    figure: {
      start: tokens[qualifier.start]!.start,
      end: tokens[measure.to - 1]!.end,
    },
    low: measure.low,
    high: measure.high,
    kind: measure.kind,
    unit: counted ? (head?.lemma ?? '') : measure.unit,
    head: head ? tokens[head.at]!.text : '',
    modifiers: head?.modifiers ?? [],
    scope:
      measure.scope ??
      ((measure.kind === 'measure' && distanceScope(tokens, measure.to, numbers)) ||
        scopeAround(tokens, first, end, numbers)),
    approximate: qualifier.approximate || after?.means === 'approximate',
    bound,
    significantDigits: number.significantDigits,
    vague: vague !== null,
    part: (head?.part ?? false) && vague === null ? true : partBefore(context, at),
    whole: wholeBefore(context, at),
    casualty: counted ? casualtyAround(context, first, end) : null,
    fromToken: qualifier.start,
    toToken: end,
    headToken: head?.at ?? -1,
  };
};

const noneAt = (context: NumberContext, at: number): ReadQuantity | null => {
  const { tokens, numbers } = context;
  if (!numbers.none.has(tokens[at]!.lower)) return null;
  for (let position = at + 1; position < Math.min(tokens.length, at + 9); position++) {
    const token = tokens[position]!;
    if (
      /^[,.;:]$/.test(token.text) ||
      (position === at + 1 &&
        /^(?:immediate|further|details|official|confirmed|word|information|independent|longer|more)$/.test(
          token.lower,
        ))
    )
      return null;
    const casualty = casualtyOf([token], numbers);
    if (!casualty || casualty === 'rescued') continue;
    return {
      start: tokens[at]!.start,
      end: token.end,
      figure: { start: tokens[at]!.start, end: tokens[at]!.end },
      low: 0,
      high: 0,
      kind: 'count' satisfies QuantityKind,
      unit: token.lemma,
      head: token.text,
      modifiers: [],
      scope: '',
      approximate: false,
      bound: 'exact',
      significantDigits: 1,
      vague: false,
      part: false,
      whole: false,
      casualty,
      fromToken: at,
      toToken: position + 1,
      headToken: position,
    };
  }
  return null;
};

const ordinalAt = (context: NumberContext, at: number): ReadQuantity | null => {
  const { tokens, numbers } = context;
  const token = tokens[at]!;
  const digits = /^(\d+)(?:st|nd|rd|th|º|ª)$/.exec(token.text)?.[1];
  const value = digits
    ? Number(digits)
    : Object.hasOwn(numbers.ordinals, token.lower)
      ? numbers.ordinals[token.lower]!
      : null;
  if (value === null) return null;
  const head = readHead(tokens, at + 1, context.isTime, numbers);
  if (!head) return null;
  return {
    start: token.start,
    end: tokens[head.to - 1]!.end,
    figure: { start: token.start, end: token.end },
    low: value,
    high: value,
    kind: 'ordinal',
    unit: head.lemma,
    head: tokens[head.at]!.text,
    modifiers: head.modifiers,
    scope: '',
    approximate: false,
    bound: 'exact',
    significantDigits: 1,
    vague: false,
    part: false,
    whole: false,
    casualty: null,
    fromToken: at,
    toToken: at + 1,
    headToken: head.at,
  };
};

/** "12 Somali and 11 Yemeni pirates", "8 serious and 261 minor injuries": the first borrows the second's head. */
const shareHeads = (found: ReadQuantity[], context: NumberContext): void => {
  for (let index = 0; index + 1 < found.length; index++) {
    const first = found[index]!;
    const second = found[index + 1]!;
    const joined =
      second.fromToken - 1 >= first.toToken &&
      context.numbers.joiners.has(context.tokens[second.fromToken - 1]?.lower ?? '');
    if (first.kind !== 'count' || second.kind !== 'count' || !joined || second.headToken < 0) continue;
    const between = context.tokens.slice(first.toToken, second.fromToken - 1);
    const own = first.headToken >= 0 ? context.tokens[first.headToken] : undefined;
    const describes = own === undefined || (own.wordClass === 'PROPN' && own.text !== second.head);
    if (!describes || between.some((token) => token.wordClass !== 'ADJ')) continue;
    first.modifiers = [
      ...first.modifiers,
      ...(own ? [own.lower] : []),
      ...between.map((token) => token.lower),
    ];
    first.head = second.head;
    first.unit = second.unit;
    first.casualty ??= second.casualty;
  }
};

/** Quantities of one sentence in order. `headline`: capitals tell nothing about names. */
export function quantitiesIn(context: NumberContext, headline: boolean): ReadQuantity[] {
  const found: ReadQuantity[] = [];
  for (let at = 0; at < context.tokens.length; at++) {
    if (context.isTime(at)) continue;
    const quantity = quantityAt(context, at, headline) ?? ordinalAt(context, at);
    if (quantity) {
      found.push(quantity);
      // A head may hold another number ("two of the three victims"): go on after the figure itself.
      while (at + 1 < context.tokens.length && context.tokens[at + 1]!.end <= quantity.figure.end) at++;
      continue;
    }
    const none = noneAt(context, at);
    if (none) found.push(none);
  }
  shareHeads(found, context);
  return found;
}
