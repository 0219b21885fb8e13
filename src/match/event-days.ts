import type { Token } from '../text/words';
import { calendarWords } from './calendar-words';

const dayLength = 86_400_000;

/** Days since 1970 of an ISO day, null when it is none. */
export function dayNumber(isoDay: string | null | undefined): number | null {
  if (!isoDay || !/^\d{4}-\d{2}-\d{2}/.test(isoDay)) return null;
  const instant = Date.parse(`${isoDay.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant) ? null : Math.round(instant / dayLength);
}

export const isoDay = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** The days a text says things happened on, each with the weight of its best place in the text (1 = first sentence). */
export interface EventDays {
  /** Absolute days since 1970; relative words are resolved against publication. */
  days: ReadonlyMap<number, number>;
  /** Bare weekdays, 0 Sunday: all that an undated article offers. */
  weekdays: ReadonlyMap<number, number>;
  /** Month and day without a year, `month * 32 + day`. */
  monthDays: ReadonlyMap<number, number>;
}

const raise = (map: Map<number, number>, key: number, weight: number): void => {
  // In single precision, as profiles are stored: an article read back must match exactly as it did before.
  map.set(key, Math.max(map.get(key) ?? 0, Math.fround(weight)));
};

const dayOfMonth = (word: string | undefined): number | null => {
  const match = word?.match(/^(\d{1,2})(?:st|nd|rd|th|er|º)?$/);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
};

const yearOf = (word: string | undefined): number | null =>
  word && /^(?:19|20)\d\d$/.test(word) ? Number(word) : null;

/** A month name with its day before or after it, with or without "de", and the year that may follow. */
function monthDayAt(words: string[], at: number): { day: number; year: number | null } | null {
  const after = dayOfMonth(words[at + 1]);
  if (after) return { day: after, year: yearOf(words[at + 2]) };
  const before = dayOfMonth(words[at - 1]) ?? (words[at - 1] === 'de' ? dayOfMonth(words[at - 2]) : null);
  if (!before) return null;
  return {
    day: before,
    year: yearOf(words[at + 1]) ?? (words[at + 1] === 'de' ? yearOf(words[at + 2]) : null),
  };
}

/** Without a year the last such day that is not more than two days after publication is meant. */
function resolveMonthDay(
  month: number,
  day: number,
  year: number | null,
  published: number | null,
): number | null {
  const at = (inYear: number) => Math.round(Date.UTC(inYear, month - 1, day) / dayLength);
  if (year !== null) return at(year);
  if (published === null) return null;
  const thisYear = new Date(published * dayLength).getUTCFullYear();
  return at(thisYear) > published + 2 ? at(thisYear - 1) : at(thisYear);
}

/**
 * Days named in the opening of an article.
 * @param sentenceOf position of the sentence each token stands in
 * @param published days since 1970, or null when the article is undated
 */
export function eventDays(
  opening: Token[],
  sentenceOf: (token: number) => number,
  language: string,
  published: number | null,
): EventDays {
  const calendar = calendarWords(language);
  const days = new Map<number, number>();
  const weekdays = new Map<number, number>();
  const monthDays = new Map<number, number>();
  const words = opening.map((token) => token.word);
  words.forEach((word, at) => {
    const weight = 1 / (1 + sentenceOf(at) / 2);
    const weekday = calendar.weekdays.get(word);
    if (weekday !== undefined) {
      raise(weekdays, weekday, weight);
      // 1 January 1970 was a Thursday. A bare weekday in news is the last one, publication day included.
      if (published !== null) raise(days, published - ((((published + 4 - weekday) % 7) + 7) % 7), weight);
    }
    const back = calendar.relative.get(word);
    if (back !== undefined && published !== null) raise(days, published - back, weight * 0.7);
    const month = calendar.months.get(word) ?? japaneseMonth(words, at);
    const found = month ? (japaneseDay(words, at) ?? monthDayAt(words, at)) : null;
    if (!month || !found) return;
    raise(monthDays, month * 32 + found.day, weight);
    const day = resolveMonthDay(month, found.day, found.year, published);
    if (day !== null) raise(days, day, weight);
  });
  return { days, weekdays, monthDays };
}

/** "10月12日" comes as 10, 月, 12, 日 (or 10月, 12日, as the segmenter cuts it). */
function japaneseMonth(words: string[], at: number): number | undefined {
  if (!words[at]?.endsWith('月')) return undefined;
  const month = words[at] === '月' ? Number(words[at - 1]) : Number(words[at]?.match(/^(\d{1,2})月$/)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}

function japaneseDay(words: string[], at: number): { day: number; year: null } | null {
  if (!words[at]?.endsWith('月')) return null;
  const day = dayOfMonth(words[at + 1]?.replace(/日$/, ''));
  return day ? { day, year: null } : null;
}
