/** Day arithmetic on ISO days in UTC; no clock and no time zone of the machine enters. */

const dayLength = 86_400_000;

export const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const parts = (day: string): { year: number; month: number; date: Date } => {
  const date = new Date(`${day}T00:00:00Z`);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date };
};

export const yearOf = (day: string): number => parts(day).year;
export const monthOf = (day: string): number => parts(day).month;
const weekdayOf = (day: string): number => parts(day).date.getUTCDay();

export const addDays = (day: string, count: number): string =>
  new Date(parts(day).date.getTime() + count * dayLength).toISOString().slice(0, 10);

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((parts(to).date.getTime() - parts(from).date.getTime()) / dayLength);

export const addMonths = (day: string, count: number): string => {
  const { year, month } = parts(day);
  return isoDay(year, month + count, 1);
};

export const monthRange = (year: number, month: number): [string, string] => [
  isoDay(year, month, 1),
  isoDay(year, month + 1, 0),
];

export const yearRange = (year: number): [string, string] => [isoDay(year, 1, 1), isoDay(year, 12, 31)];

/**
 * Days of no known year, for texts without a date: year 0000 stands for any year. Only compared with days of
 * the same kind.
 */
export const anyYearDay = (month: number, day: number): string =>
  `0000-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const anyYearMonth = (month: number): [string, string] => [
  anyYearDay(month, 1),
  anyYearDay(month, new Date(Date.UTC(2000, month, 0)).getUTCDate()),
];

/** Monday to Sunday of the week `day` lies in. */
export const weekRange = (day: string): [string, string] => {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  return [monday, addDays(monday, 6)];
};

/** The weekday nearest to `day`: on or before it, or after it when `future`. */
export function nearestWeekday(day: string, weekday: number, future: boolean): string {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return future ? addDays(day, back === 0 ? 7 : 7 - back) : addDays(day, -back);
}

/** A day without a year: the year that brings it nearest to `reference`. */
export function nearestYear(reference: string, month: number, dayOfMonth: number): string {
  const year = yearOf(reference);
  const candidates = [year - 1, year, year + 1].map((candidate) => isoDay(candidate, month, dayOfMonth));
  return candidates.reduce((best, candidate) =>
    Math.abs(daysBetween(reference, candidate)) < Math.abs(daysBetween(reference, best)) ? candidate : best,
  );
}

/** "Early", "middle" or "late" part of a period: about its first, middle or last fifth. */
export function periodPart(from: string, to: string, part: 'start' | 'middle' | 'end'): [string, string] {
  const length = daysBetween(from, to);
  if (length <= 2) return [from, to];
  if (part === 'start') return [from, addDays(from, Math.max(2, Math.round(length * 0.2)))];
  if (part === 'end') return [addDays(to, -Math.max(2, Math.round(length * 0.2))), to];
  return [addDays(from, Math.round(length * 0.35)), addDays(to, -Math.round(length * 0.35))];
}
