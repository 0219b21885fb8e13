import { bare, type DateContext, dayNumber, type ReadDate, read, yearNumber } from './date-reading';
import {
  anyYearDay,
  anyYearMonth,
  isoDay,
  monthOf,
  monthRange,
  nearestYear,
  yearOf,
  yearRange,
} from './days';
import type { Token } from './tokens';

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
export const readMonthFirst = (context: DateContext, at: number): ReadDate | null => {
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
export const readDayFirst = (context: DateContext, at: number): ReadDate | null => {
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
export const readNumeric = (context: DateContext, at: number): ReadDate | null => {
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

/** "last year", "this year" after a month: "in June last year". */
const directedYear = ({ tokens, calendar }: DateContext, at: number, current: number): number | null => {
  if (calendar.units[bare(tokens[at + 1])] !== 'year') return null;
  const word = bare(tokens[at]);
  if (calendar.last.has(word)) return current - 1;
  if (calendar.next.has(word)) return current + 1;
  return calendar.current.has(word) ? current : null;
};

export const readMonthAlone = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const token = tokens[at];
  const month = calendar.months[bare(token)];
  if (!token || month === undefined || !/^\p{L}/u.test(token.text)) return null;
  const overFiller =
    calendar.fillers.has(bare(tokens[at + 1])) || bare(tokens[at + 1]) === ',' ? at + 2 : at + 1;
  const written = yearNumber(tokens[overFiller]);
  if (written !== null) return read(overFiller + 1, monthRange(written, month), 'month', { explicit: true });
  const before = bare(tokens[at - 1]);
  if (
    calendar.ambiguousMonths.has(bare(token)) &&
    !(calendar.relations[before] && /^\p{Lu}/u.test(token.text))
  )
    return null;
  const year = reference ? directedYear(context, at + 1, yearOf(reference)) : null;
  if (year !== null) return read(at + 3, monthRange(year, month), 'month');
  if (!reference) return read(at + 1, anyYearMonth(month), 'month');
  const future = context.isFuture(at);
  const current = monthOf(reference);
  const shift = future && month < current ? 1 : !future && month > current ? -1 : 0;
  return read(at + 1, monthRange(yearOf(reference) + shift, month), 'month');
};

/**
 * A year standing alone: "in 2010", "from 2007 to 2014", "the 2014 tax rate". Four digits without a separator
 * are a count only before people or things in the plural ("2010 troops") or after "about", "more than".
 */
export const readYear = (context: DateContext, at: number): ReadDate | null => {
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
  if (isDecade(context, at, year))
    return read(at + 2, [isoDay(year, 1, 1), isoDay(year + 9, 12, 31)], 'year', { explicit: true });
  return read(at + 1, yearRange(year), 'year', { explicit: true });
};

/** "the 1990s": written to the year without a blank. */
const isDecade = ({ tokens, calendar }: DateContext, at: number, year: number): boolean =>
  year % 10 === 0 &&
  tokens[at]?.end === tokens[at + 1]?.start &&
  calendar.decadeEndings.has(bare(tokens[at + 1]));

const isMeasured = ({ numbers }: DateContext, next: Token | undefined): boolean => {
  const word = bare(next);
  const tables = [numbers.units, numbers.durations, numbers.currencies, numbers.multipliers];
  return numbers.percent.has(word) || tables.some((table) => Object.hasOwn(table, word));
};
