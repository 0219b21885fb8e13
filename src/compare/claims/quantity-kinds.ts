import type { QuantityKind } from '../../model/claim';
import type { NumberContext } from './number-context';
import { tokenValue } from './number-words';
import type { Head } from './quantity-heads';

/** A number with what its neighbours make of it. `to` exclusive, after the unit. */
export interface Measure {
  kind: QuantityKind;
  unit: string;
  low: number;
  high: number;
  to: number;
  scope?: string;
  head?: Head | null;
}

interface Figure {
  from: number;
  to: number;
  low: number;
  high: number;
  currency: string | null;
  words: boolean;
}

const lowerAt = (context: NumberContext, at: number): string => context.tokens[at]?.lower ?? '';

const isGlued = (context: NumberContext, left: number): boolean =>
  context.tokens[left]?.end === context.tokens[left + 1]?.start;

const scaled = (figure: Figure, factor: number): { low: number; high: number } => ({
  low: figure.low * factor,
  high: figure.high * factor,
});

/** "22-year-old", "6.1-magnitude", "30-second", "5-km", "3-1": the number is the first part of a compound. */
const compoundOf = (context: NumberContext, figure: Figure): Measure | null | 'none' => {
  const { tokens, numbers } = context;
  if (tokens[figure.to]?.text !== '-') return 'none';
  const rest = tokens[figure.to + 1];
  const second = tokenValue(rest, numbers);
  // "Won 20 - 13": only a score is written so.
  if (rest && second !== null && !isGlued(context, figure.to - 1) && !isGlued(context, figure.to))
    return (figure.words ? null : scoreOf(context, figure, second)) ?? 'none';
  if (!rest || !isGlued(context, figure.to - 1) || !isGlued(context, figure.to)) return 'none';
  if (second !== null && !figure.words) return scoreOf(context, figure, second);
  const [word = '', ...tail] = rest.lower.split('-');
  let to = figure.to + 2;
  if (
    tail.some((part) => numbers.old.has(part)) ||
    (numbers.durations[word] !== undefined &&
      lowerAt(context, to) === '-' &&
      numbers.old.has(lowerAt(context, to + 1)))
  ) {
    if (tail.length === 0) to += 2;
    return { kind: 'age', unit: 'year', low: figure.low, high: figure.high, to, scope: 'age' };
  }
  if (numbers.magnitude.has(word))
    return { kind: 'magnitude', unit: 'magnitude', low: figure.low, high: figure.high, to };
  const duration = numbers.durations[word];
  if (duration !== undefined) return { kind: 'duration', unit: 'second', ...scaled(figure, duration), to };
  const unit = Object.hasOwn(numbers.units, word) ? numbers.units[word] : undefined;
  if (unit) return { kind: 'measure', unit: unit[0], ...scaled(figure, unit[1]), to };
  if (numbers.multipliers[word] !== undefined) return 'none';
  const head: Head = { at: figure.to + 1, to, lemma: word, modifiers: [], part: false };
  return { kind: 'count', unit: '', low: figure.low, high: figure.high, to, head };
};

/** "won 3-1", "a 54-46 vote": two small numbers beside a word of contest; other pairs are ranges or labels. */
const scoreOf = (context: NumberContext, figure: Figure, second: number): Measure | null => {
  const { tokens, numbers } = context;
  const around = tokens.slice(Math.max(0, figure.from - 5), figure.to + 6);
  if (!around.some((token) => numbers.scoreWords.has(token.lower))) return null;
  return { kind: 'score', unit: `${figure.low}-${second}`, low: figure.low, high: second, to: figure.to + 2 };
};

const percentOf = (context: NumberContext, figure: Figure): Measure | null => {
  const { numbers } = context;
  const pair = numbers.percentPairs.some(
    ([one, two]) => lowerAt(context, figure.to) === one && lowerAt(context, figure.to + 1) === two,
  );
  const single = numbers.percent.has(lowerAt(context, figure.to));
  if (!pair && !single) {
    // "percentage points" as one unit.
    const points =
      /^(?:percentage|percent-age)$/.test(lowerAt(context, figure.to)) &&
      numbers.percentPoints.has(lowerAt(context, figure.to + 1));
    return points
      ? { kind: 'percentage-points', unit: 'point', low: figure.low, high: figure.high, to: figure.to + 2 }
      : null;
  }
  const to = figure.to + (pair ? 2 : 1);
  return { kind: 'percent', unit: 'percent', low: figure.low, high: figure.high, to };
};

const moneyOf = (context: NumberContext, figure: Figure): Measure | null => {
  const { numbers } = context;
  if (figure.currency) {
    const named = numbers.currencies[lowerAt(context, figure.to)];
    return {
      kind: 'money',
      unit: named ?? figure.currency,
      low: figure.low,
      high: figure.high,
      to: named ? figure.to + 1 : figure.to,
    };
  }
  const lower = lowerAt(context, figure.to);
  const currency = Object.hasOwn(numbers.currencies, lower) ? numbers.currencies[lower] : undefined;
  if (currency) {
    // "won" is mostly a verb: "12 won".
    if (lower === 'won' && context.tokens[figure.to]?.wordClass === 'VERB') return null;
    return { kind: 'money', unit: currency, low: figure.low, high: figure.high, to: figure.to + 1 };
  }
  // "two million Canadian dollars"
  const second = numbers.currencies[lowerAt(context, figure.to + 1)];
  if (
    second &&
    context.tokens[figure.to]?.wordClass === 'ADJ' &&
    /^\p{Lu}/u.test(context.tokens[figure.to]!.text)
  ) {
    return {
      kind: 'money',
      unit: `${lower} ${second}`,
      low: figure.low,
      high: figure.high,
      to: figure.to + 2,
    };
  }
  return null;
};

const magnitudeOf = (context: NumberContext, figure: Figure): Measure | null => {
  const { tokens, numbers } = context;
  const before = lowerAt(context, figure.from - 1);
  const second = lowerAt(context, figure.from - 2);
  const after = tokens.slice(figure.to, figure.to + 5).map((token) => token.lower);
  const small = figure.high < 10;
  const measure: Measure = {
    kind: 'magnitude',
    unit: 'magnitude',
    low: figure.low,
    high: figure.high,
    to: figure.to,
  };
  const isMagnitude = (word: string): boolean =>
    numbers.magnitude.has(word) || numbers.magnitude.has(word.replace(/-$/, ''));
  if (!small) return null;
  if (isMagnitude(before) || ((before === '-' || before === 'of' || before === 'a') && isMagnitude(second)))
    return measure;
  if (isMagnitude(after[0] ?? '')) return { ...measure, to: figure.to + 1 };
  // "5.6 -magnitude": texts joined from tokens keep a blank before the hyphen.
  if (after[0] === '-' && isMagnitude(after[1] ?? '')) return { ...measure, to: figure.to + 2 };
  if (after.some((word) => numbers.magnitude.has(word)) && after.slice(0, 2).includes('on')) return measure;
  if (/[.,]/.test(tokens[figure.from]!.text) && numbers.quakes.has(after[0] ?? '')) return measure;
  return null;
};

const ageOf = (context: NumberContext, figure: Figure): Measure | null => {
  const { tokens, numbers } = context;
  const age = (to: number): Measure => ({
    kind: 'age',
    unit: 'year',
    low: figure.low,
    high: figure.high,
    to,
    scope: 'age',
  });
  const unit = lowerAt(context, figure.to);
  if (numbers.durations[unit] !== undefined && numbers.old.has(lowerAt(context, figure.to + 1))) {
    return {
      ...age(figure.to + 2),
      low: (figure.low * numbers.durations[unit]!) / 31_536_000,
      high: (figure.high * numbers.durations[unit]!) / 31_536_000,
    };
  }
  if (figure.high >= 120 || figure.words) return null;
  // "19 - year - old": texts joined from tokens keep the blanks.
  if (
    unit === '-' &&
    numbers.durations[lowerAt(context, figure.to + 1)] !== undefined &&
    lowerAt(context, figure.to + 2) === '-' &&
    numbers.old.has(lowerAt(context, figure.to + 3))
  )
    return age(figure.to + 4);
  if (numbers.aged.has(lowerAt(context, figure.from - 1))) return age(figure.to);
  // "Mara Dell, 36, of Harrow": a bare number between commas after a name.
  const afterName =
    tokens[figure.from - 1]?.text === ',' &&
    ['PROPN', 'NOUN'].includes(tokens[figure.from - 2]?.wordClass ?? '') &&
    /^\p{Lu}/u.test(tokens[figure.from - 2]?.text ?? '');
  const closes = /^[,.)]$/.test(tokens[figure.to]?.text ?? '') || figure.to >= tokens.length;
  const inBrackets =
    tokens[figure.from - 1]?.text === '(' &&
    tokens[figure.to]?.text === ')' &&
    /^\p{Lu}/u.test(tokens[figure.from - 2]?.text ?? '');
  return (afterName && closes && figure.low >= 1) || (inBrackets && figure.low > 9) ? age(figure.to) : null;
};

const temperatureOf = (context: NumberContext, figure: Figure): Measure | null => {
  const { numbers } = context;
  let to = figure.to;
  const hasDegree = numbers.degrees.has(lowerAt(context, to));
  if (hasDegree) to++;
  const scale = lowerAt(context, to);
  const fahrenheit = numbers.fahrenheit.has(scale) && (hasDegree || scale.length > 1);
  const celsius = numbers.celsius.has(scale) && (hasDegree || scale.length > 1);
  if (!hasDegree && !fahrenheit && !celsius) return null;
  const convert = (value: number): number => (fahrenheit ? ((value - 32) * 5) / 9 : value);
  const unit = fahrenheit || celsius ? 'degree celsius' : 'degree';
  return {
    kind: 'measure',
    unit,
    low: convert(figure.low),
    high: convert(figure.high),
    to: fahrenheit || celsius ? to + 1 : to,
    scope: 'temperature',
  };
};

const unitOf = (context: NumberContext, figure: Figure): Measure | null => {
  const { tokens, numbers } = context;
  const lower = lowerAt(context, figure.to);
  if (numbers.nautical.has(lower) && numbers.units[lowerAt(context, figure.to + 1)]?.[0] === 'metre') {
    return { kind: 'measure', unit: 'metre', ...scaled(figure, 1852), to: figure.to + 2 };
  }
  const squared = /^(?:square|sq\.?)$/.test(lower);
  const word = squared ? lowerAt(context, figure.to + 1) : lower;
  const unit = Object.hasOwn(numbers.units, word) ? numbers.units[word] : undefined;
  if (unit) {
    // "5 m" and "12 g" are units only when glued or written in lower case directly after digits.
    if (word.length === 1 && (figure.words || tokens[figure.to]!.text !== word)) return null;
    const to = figure.to + (squared ? 2 : 1);
    if (squared)
      return { kind: 'measure', unit: `square ${unit[0]}`, ...scaled(figure, unit[1] * unit[1]), to };
    const perHour =
      /^(?:per|an|\/)$/.test(lowerAt(context, to)) && /^(?:hour|h)$/.test(lowerAt(context, to + 1));
    if (perHour && unit[0] === 'metre')
      return { kind: 'measure', unit: 'metre per second', ...scaled(figure, unit[1] / 3600), to: to + 2 };
    return { kind: 'measure', unit: unit[0], ...scaled(figure, unit[1]), to };
  }
  const duration = Object.hasOwn(numbers.durations, lower) ? numbers.durations[lower] : undefined;
  if (duration === undefined) return null;
  return { kind: 'duration', unit: 'second', ...scaled(figure, duration), to: figure.to + 1 };
};

/** Kind, unit and converted value of a number from what stands beside it. Null when it is no quantity. */
export function measureOf(context: NumberContext, figure: Figure): Measure | null {
  const compound = figure.currency ? 'none' : compoundOf(context, figure);
  if (compound !== 'none') return compound;
  return (
    moneyOf(context, figure) ??
    percentOf(context, figure) ??
    magnitudeOf(context, figure) ??
    ageOf(context, figure) ??
    temperatureOf(context, figure) ??
    unitOf(context, figure) ?? { kind: 'count', unit: '', low: figure.low, high: figure.high, to: figure.to }
  );
}
