import { readDayFirst, readMonthFirst } from './calendar-dates';
import { bare, type DateContext, type ReadDate, read } from './date-reading';
import {
  addDays,
  addMonths,
  monthOf,
  monthRange,
  nearestWeekday,
  weekRange,
  yearOf,
  yearRange,
} from './days';

const partOfDayAt = (
  context: DateContext,
  at: number,
): { hours: readonly [number, number]; to: number } | null => {
  const { tokens, calendar } = context;
  const hours = calendar.partsOfDay[bare(tokens[at])];
  return hours ? { hours, to: at + 1 } : null;
};

/** "Friday, September 20, 2013", "Friday 20 September": the date after a weekday says which one it is. */
const dateAfter = (context: DateContext, at: number): ReadDate | null => {
  const next = bare(context.tokens[at]) === ',' ? at + 1 : at;
  const date = readMonthFirst(context, next) ?? readDayFirst(context, next);
  return date?.explicit ? date : null;
};

export const readWeekday = (context: DateContext, at: number, direction: -1 | 0 | 1): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const weekday = calendar.weekdays[bare(tokens[at])];
  if (weekday === undefined) return null;
  const date = dateAfter(context, at + 1);
  if (date) return date;
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
export const readDirected = (context: DateContext, at: number): ReadDate | null => {
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
export const readAgo = (context: DateContext, at: number): ReadDate | null => {
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

export const readDayWord = (context: DateContext, at: number): ReadDate | null => {
  const { tokens, calendar, reference } = context;
  const shift = calendar.dayWords[bare(tokens[at])];
  if (shift === undefined) return null;
  const own = calendar.partsOfDay[bare(tokens[at])];
  const part = own ? { hours: own, to: at + 1 } : partOfDayAt(context, at + 1);
  const day = reference ? addDays(reference, shift) : null;
  return read(part?.to ?? at + 1, day ? [day, day] : null, 'day', { partOfDay: part?.hours ?? null });
};
