import type { CalendarLanguage } from '../languages/language';
import { readDayFirst, readMonthAlone, readMonthFirst, readNumeric, readYear } from './calendar-dates';
import type { DateContext, ReadDate } from './date-reading';
import { readAgo, readDayWord, readDirected, readWeekday } from './relative-dates';

export type { DateContext, ReadDate } from './date-reading';

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
