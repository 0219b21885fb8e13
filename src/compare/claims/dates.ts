import type { TimeGrain } from '../../model/claim';
import type { CalendarLanguage, NumberLanguage } from '../languages/language';
import {
  addDays,
  addMonths,
  anyYearDay,
  anyYearMonth,
  isoDay,
  monthOf,
  monthRange,
  nearestWeekday,
  nearestYear,
  weekRange,
  yearOf,
  yearRange,
} from './days';
import type { Token } from './tokens';

/** What a date expression says, before relation and part of the period are added. */
export interface ReadDate {
  to: number;
  from: string | null;
  until: string | null;
  grain: TimeGrain;
  weekday: number | null;
  explicit: boolean;
  partOfDay: readonly [number, number] | null;
}

export interface DateContext {
  tokens: readonly Token[];
  calendar: CalendarLanguage;
  numbers: NumberLanguage;
  /** ISO day relative words are resolved against, or null. */
  reference: string | null;
  /** Whether the clause around a token speaks of the future. */
  isFuture(at: number): boolean;
}

const bare = (token: Token | undefined): string => token?.lower ?? '';

const read = (
  to: number,
  range: readonly [string, string] | null,
  grain: TimeGrain,
  extra: Partial<ReadDate> = {},
): ReadDate => ({
  to,
  from: range?.[0] ?? null,
  until: range?.[1] ?? null,
  grain,
  weekday: null,
  explicit: false,
  partOfDay: null,
  ...extra,
});

const dayNumber = (token: Token | undefined): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th|º|er)?$/i.exec(token?.text ?? '')?.[1];
  const value = digits ? Number(digits) : 0;
  return value >= 1 && value <= 31 ? value : null;
};

const yearNumber = (token: Token | undefined): number | null => {
  const value = /^(?:1[5-9]|20)\d{2}$/.test(token?.text ?? '') ? Number(token?.text) : 0;
  return value > 0 ? value : null;
};

/** Year after a date, over a comma or a filler ("8 de mayo de 2021"). */
const yearAfter = (context: DateContext, at: number): { year: number; to: number } | null => {
  const { tokens, calendar } = context;
  const skip = bare(tokens[at]) === ',' || calendar.fillers.has(bare(tokens[at])) ? 1 : 0;
  const year = yearNumber(tokens[at + skip]);
  return year === null ? null : { year, to: at + skip + 1 };
};

const dayRange = (
  context: DateContext,
  to: number,
  month: number,
  first: number,
  last: { month: number; day: number },
): ReadDate => {
  const year = yearAfter(context, to);
  if (year)
    return read(year.to, [isoDay(year.year, month, first), isoDay(year.year, last.month, last.day)], 'day', {
      explicit: true,
    });
  if (!context.reference) {
    return read(to, [anyYearDay(month, first), anyYearDay(last.month, last.day)], 'day', { explicit: true });
  }
  return read(
    to,
    [nearestYear(context.reference, month, first), nearestYear(context.reference, last.month, last.day)],
    'day',
    { explicit: true },
  );
};

/** Number of a month word; words that are also other words ("may", "march") need their capital. */
const monthWord = (context: DateContext, at: number): number | undefined => {
  const token = context.tokens[at];
  const month = context.calendar.months[bare(token)];
  const written = token !== undefined && /^\p{Lu}/u.test(token.text);
  return month !== undefined && (written || !context.calendar.ambiguousMonths.has(bare(token)))
    ? month
    : undefined;
};

/** "October 8", "Oct. 8-13, 2024", "October 27 to November 2". */
const readMonthFirst = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar } = context;
  const month = monthWord(context, at);
  const first = month === undefined ? null : dayNumber(tokens[at + 1]);
  if (month === undefined || first === null || bare(tokens[at + 2]) === '%') return null;
  if (calendar.rangeWords.has(bare(tokens[at + 2]))) {
    const second = dayNumber(tokens[at + 3]);
    if (second !== null && second > first)
      return dayRange(context, at + 4, month, first, { month, day: second });
    const otherMonth = calendar.months[bare(tokens[at + 3])];
    const otherDay = dayNumber(tokens[at + 4]);
    if (otherMonth !== undefined && otherDay !== null)
      return dayRange(context, at + 5, month, first, { month: otherMonth, day: otherDay });
  }
  return dayRange(context, at + 2, month, first, { month, day: first });
};

/** "8 October 2024", "8. und 9. Mai", "8 de mayo". */
const readDayFirst = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar } = context;
  const first = dayNumber(tokens[at]);
  if (first === null) return null;
  const afterStop = (index: number): number =>
    calendar.dayWithStop && tokens[index]?.text === '.' ? index + 1 : index;
  const overFiller = (index: number): number =>
    calendar.fillers.has(bare(tokens[index])) ? index + 1 : index;
  let next = afterStop(at + 1);
  let last = first;
  if (calendar.rangeWords.has(bare(tokens[next]))) {
    const second = dayNumber(tokens[next + 1]);
    if (second !== null && second > first) {
      last = second;
      next = afterStop(next + 2);
    }
  }
  next = overFiller(next);
  const month = monthWord(context, next);
  if (month === undefined) return null;
  return dayRange(context, next + 1, month, first, { month, day: last });
};

/** "2024-10-08", "05/06/2021", "05.06.2021". */
const readNumeric = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar } = context;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[at]?.text ?? '');
  if (dotted) return numericDay(at + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const mark = tokens[at + 1]?.text;
  if ((mark !== '-' && mark !== '/') || tokens[at + 3]?.text !== mark) return null;
  const values = [tokens[at], tokens[at + 2], tokens[at + 4]].map((token) =>
    /^\d{1,4}$/.test(token?.text ?? '') ? Number(token?.text) : Number.NaN,
  );
  const [one = 0, two = 0, three = 0] = values;
  if (values.some(Number.isNaN)) return null;
  if (one > 1000) return numericDay(at + 5, one, two, three);
  if (three < 1000) return null;
  const dayFirst = calendar.numericOrder === 'day-first' || one > 12;
  return dayFirst ? numericDay(at + 5, three, two, one) : numericDay(at + 5, three, one, two);
};

const numericDay = (to: number, year: number, month: number, day: number): ReadDate | null => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const value = isoDay(year, month, day);
  return read(to, [value, value], 'day', { explicit: true });
};

const readMonthAlone = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const token = tokens[at];
  const month = calendar.months[bare(token)];
  if (!token || month === undefined || !/^\p{L}/u.test(token.text)) return null;
  const overFiller =
    calendar.fillers.has(bare(tokens[at + 1])) || bare(tokens[at + 1]) === ',' ? at + 2 : at + 1;
  const year = yearNumber(tokens[overFiller]);
  if (year !== null) return read(overFiller + 1, monthRange(year, month), 'month', { explicit: true });
  const before = bare(tokens[at - 1]);
  if (
    calendar.ambiguousMonths.has(bare(token)) &&
    !(calendar.relations[before] && /^\p{Lu}/u.test(token.text))
  )
    return null;
  if (!reference) return read(at + 1, anyYearMonth(month), 'month');
  const future = context.isFuture(at);
  const current = monthOf(reference);
  const shift = future && month < current ? 1 : !future && month > current ? -1 : 0;
  return read(at + 1, monthRange(yearOf(reference) + shift, month), 'month');
};

const partOfDayAt = (
  context: DateContext,
  at: number,
): { hours: readonly [number, number]; to: number } | null => {
  const { tokens, calendar } = context;
  const hours = calendar.partsOfDay[bare(tokens[at])];
  return hours ? { hours, to: at + 1 } : null;
};

const readWeekday = (context: DateContext, at: number, direction: -1 | 0 | 1): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const weekday = calendar.weekdays[bare(tokens[at])];
  if (weekday === undefined) return null;
  const part = partOfDayAt(context, at + 1);
  const extra = { weekday, partOfDay: part?.hours ?? null };
  const to = part?.to ?? at + 1;
  if (!reference) return read(to, null, 'day', extra);
  const future = direction === 1 || (direction === 0 && context.isFuture(at));
  let day = nearestWeekday(reference, weekday, future);
  if (direction === -1 && day === reference) day = addDays(day, -7);
  return read(to, [day, day], 'day', extra);
};

/** "next week", "last October", "this morning". */
const readDirected = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const word = bare(tokens[at]);
  const direction = calendar.next.has(word)
    ? 1
    : calendar.last.has(word)
      ? -1
      : calendar.current.has(word)
        ? 0
        : null;
  if (direction === null) return null;
  const unit = bare(tokens[at + 1]);
  const weekday = readWeekday(context, at + 1, direction);
  if (weekday) return weekday;
  const part = partOfDayAt(context, at + 1);
  if (part && direction <= 0) {
    const day = reference && (direction < 0 ? addDays(reference, -1) : reference);
    return read(part.to, day ? [day, day] : null, 'part-of-day', { partOfDay: part.hours });
  }
  const month = calendar.months[unit];
  if (month !== undefined && !calendar.ambiguousMonths.has(unit)) {
    if (!reference) return read(at + 2, null, 'month');
    const current = monthOf(reference);
    const shift = direction < 0 && month >= current ? -1 : direction > 0 && month <= current ? 1 : 0;
    return read(at + 2, monthRange(yearOf(reference) + shift, month), 'month');
  }
  return readDirectedUnit(context, at, direction, unit);
};

const readDirectedUnit = (
  context: DateContext,
  at: number,
  direction: number,
  unit: string,
): ReadDate | null => {
  const { calendar, reference } = context;
  const kind = calendar.units[unit];
  if (!kind || kind === 'hour' || kind === 'day' || kind === 'decade') return null;
  // "past weeks", "next years": no one period is named.
  if (
    kind !== 'weekend' &&
    calendar.units[unit] === kind &&
    /(?:weeks|months|years|wochen|monate|jahre|semanas|meses|años)$/.test(unit)
  ) {
    return read(at + 2, reference ? [addDays(reference, -90), reference] : null, 'vague');
  }
  if (!reference) return read(at + 2, null, kind === 'weekend' ? 'week' : kind);
  if (kind === 'year') return read(at + 2, yearRange(yearOf(reference) + direction), 'year');
  if (kind === 'month') {
    const first = addMonths(reference, direction);
    return read(at + 2, monthRange(yearOf(first), monthOf(first)), 'month');
  }
  const [monday, sunday] = weekRange(addDays(reference, 7 * direction));
  return read(at + 2, kind === 'weekend' ? [addDays(sunday, -1), sunday] : [monday, sunday], 'week');
};

/** "two weeks ago", "vor zwei Wochen"; "two days later" stays open: it is relative to the text. */
const readAgo = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const lead = calendar.agoBefore.has(bare(tokens[at])) ? 1 : 0;
  const amountToken = tokens[at + lead];
  const amount = /^\d{1,3}$/.test(amountToken?.text ?? '')
    ? Number(amountToken?.text)
    : calendar.smallNumbers[bare(amountToken)];
  const vague = amount === undefined && context.numbers.vague[bare(amountToken)] !== undefined;
  const unit = calendar.units[bare(tokens[at + lead + 1])];
  if ((amount === undefined && !vague) || !unit || unit === 'weekend') return null;
  const marker = bare(tokens[at + lead + 2]);
  const ago = lead === 1 || calendar.agoAfter.has(marker);
  const to = at + lead + (lead === 1 ? 2 : 3);
  if (!ago)
    return calendar.relativeToText.has(marker) && marker !== 'before' && marker !== 'after'
      ? read(to, null, 'vague')
      : null;
  if (!reference || amount === undefined) return read(to, null, 'vague');
  if (unit === 'hour')
    return amount < 24 ? read(to, [addDays(reference, -1), reference], 'vague') : read(to, null, 'vague');
  if (unit === 'day') return read(to, [addDays(reference, -amount), addDays(reference, -amount)], 'day');
  if (unit === 'week')
    return read(to, [addDays(reference, -7 * amount - 3), addDays(reference, -7 * amount + 3)], 'week');
  if (unit === 'month') {
    const first = addMonths(reference, -amount);
    return read(to, monthRange(yearOf(first), monthOf(first)), 'month');
  }
  return read(
    to,
    yearRange(yearOf(reference) - amount * (unit === 'decade' ? 10 : 1)),
    unit === 'decade' ? 'vague' : 'year',
  );
};

const readDayWord = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const shift = calendar.dayWords[bare(tokens[at])];
  if (shift === undefined) return null;
  const own = calendar.partsOfDay[bare(tokens[at])];
  const part = own ? { hours: own, to: at + 1 } : partOfDayAt(context, at + 1);
  const day = reference ? addDays(reference, shift) : null;
  return read(part?.to ?? at + 1, day ? [day, day] : null, 'day', { partOfDay: part?.hours ?? null });
};

/**
 * A year standing alone: "in 2010", "from 2007 to 2014", "the 2014 tax rate". Four digits without a separator
 * are a count only before people or things in the plural ("2010 troops") or after "about", "more than".
 */
const readYear = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, numbers } = context;
  const year = yearNumber(tokens[at]);
  if (year === null) return null;
  const before = bare(tokens[at - 1]);
  const next = tokens[at + 1];
  if (
    numbers.approximate.has(before) ||
    numbers.bounds.some(([phrase]) => phrase.split(' ').at(-1) === before)
  )
    return null;
  if (numbers.currencies[before] !== undefined || isMeasured(context, next)) return null;
  const introduced =
    calendar.relations[before] !== undefined ||
    calendar.fillers.has(before) ||
    calendar.months[before] !== undefined;
  const plural = next?.wordClass === 'NOUN' && next.lemma !== next.lower;
  if (!introduced && plural) return null;
  const last = calendar.rangeWords.has(bare(next)) ? yearNumber(tokens[at + 2]) : null;
  if (last !== null && last > year)
    return read(at + 3, [isoDay(year, 1, 1), isoDay(last, 12, 31)], 'year', { explicit: true });
  return read(at + 1, yearRange(year), 'year', { explicit: true });
};

const isMeasured = ({ numbers }: DateContext, next: Token | undefined): boolean => {
  const word = bare(next);
  const tables = [numbers.units, numbers.durations, numbers.currencies, numbers.multipliers];
  return numbers.percent.has(word) || tables.some((table) => Object.hasOwn(table, word));
};

const openersByCalendar = new WeakMap<CalendarLanguage, ReadonlySet<string>>();

/** Words a date can begin with; nine readers for every word of an article would be most of the work. */
const openersOf = ({ calendar, numbers }: DateContext): ReadonlySet<string> => {
  const known = openersByCalendar.get(calendar);
  if (known) return known;
  const tables = [
    calendar.months,
    calendar.weekdays,
    calendar.dayWords,
    calendar.smallNumbers,
    numbers.vague,
  ];
  const sets = [calendar.next, calendar.last, calendar.current, calendar.agoBefore];
  const openers = new Set([
    ...tables.flatMap((words) => Object.keys(words)),
    ...sets.flatMap((words) => [...words]),
  ]);
  openersByCalendar.set(calendar, openers);
  return openers;
};

/** The date expression that begins at `at`, or null. The most specific reading wins. */
export const readDate = (context: DateContext, at: number): ReadDate | null => {
  const token = context.tokens[at]!;
  const first = token.lower.charCodeAt(0);
  if (!(first >= 48 && first <= 57) && !openersOf(context).has(token.lower)) return null;
  return (
    readMonthFirst(context, at) ??
    readNumeric(context, at) ??
    readDayFirst(context, at) ??
    readDirected(context, at) ??
    readAgo(context, at) ??
    readWeekday(context, at, 0) ??
    readDayWord(context, at) ??
    readMonthAlone(context, at) ??
    readYear(context, at)
  );
};
