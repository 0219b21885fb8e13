import type { PublicationDate } from '../../model/article';

/** A date as a text states it: the day, and the clock when one stands beside it. */
export interface StatedDate {
  day: string;
  /** Minutes after midnight as printed. */
  minutes: number | null;
}

const pad = (number: number): string => String(number).padStart(2, '0');

const validDay = (year: number, month: number, day: number): string | null => {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
};

/** Days between two ISO days. */
export const daysBetween = (left: string, right: string): number =>
  Math.round((Date.parse(`${left}T00:00:00Z`) - Date.parse(`${right}T00:00:00Z`)) / 86_400_000);

/**
 * Reads a machine date: ISO with or without zone, RFC 2822, a number of seconds or milliseconds. `day` is the
 * day in the stated zone, which is UTC for a trailing Z.
 */
export function parseMachineDate(raw: string): PublicationDate | null {
  const value = raw.trim();
  if (/^\d{10}$|^\d{13}$/.test(value)) {
    const instant = new Date(value.length === 10 ? Number(value) * 1000 : Number(value)).toISOString();
    return { day: instant.slice(0, 10), instant, offsetMinutes: 0 };
  }
  const iso =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?/i.exec(
      value,
    );
  if (iso) return fromIso(iso);
  if (/^[A-Z][a-z]{2},? \d|\d{1,2}:\d{2}/.test(value)) return fromLoose(value);
  return null;
}

function fromIso(match: RegExpExecArray): PublicationDate | null {
  const [, year, month, date, hour, minute, second, zone] = match;
  const day = validDay(Number(year), Number(month), Number(date));
  if (!day) return null;
  if (hour === undefined || !zone) return { day, instant: null, offsetMinutes: null };
  const offset = zoneMinutes(zone);
  const time = Date.parse(`${day}T${pad(Number(hour))}:${minute}:${second ?? '00'}Z`);
  if (Number.isNaN(time)) return { day, instant: null, offsetMinutes: null };
  return { day, instant: new Date(time - offset * 60_000).toISOString(), offsetMinutes: offset };
}

function zoneMinutes(zone: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** RFC 2822 and its relatives, with the zone read apart so that the stated day is kept. */
function fromLoose(value: string): PublicationDate | null {
  const zone = /(?:GMT|UTC)?([+-]\d{2}:?\d{2})\b/.exec(value)?.[1];
  const named = /\b(?:GMT|UTC|Z)\b/.test(value);
  if (!zone && !named) {
    const stated = parseStatedDate(value, ['en']);
    return stated ? { day: stated.day, instant: null, offsetMinutes: null } : null;
  }
  const time = Date.parse(value.replace(/\s*\(.*\)$/, ''));
  if (Number.isNaN(time)) return null;
  const offset = zone ? zoneMinutes(zone) : 0;
  const instant = new Date(time).toISOString();
  return { day: new Date(time + offset * 60_000).toISOString().slice(0, 10), instant, offsetMinutes: offset };
}

const english = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthTables = new Map<string, Map<string, number>>();

/** Month names of a language, long, short and in the form used beside a day, from the platform's own tables. */
function monthsOf(language: string): Map<string, number> {
  const before = monthTables.get(language);
  if (before) return before;
  const table = new Map<string, number>();
  if (language === 'en')
    english.forEach((name, index) => void table.set(name, index + 1).set(name.slice(0, 3), index + 1));
  // Making a formatter costs a millisecond: English, which every page is also read in, goes without.
  const regions = language === 'en' ? [] : language === 'ar' ? ['ar', 'ar-LB', 'ar-MA'] : [language];
  for (const locale of regions) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
    ] as const) {
      addMonths(table, locale, options);
    }
  }
  if (language === 'en') table.set('sept', 9);
  if (language === 'de') table.set('mrz', 3).set('jänner', 1).set('feber', 2);
  monthTables.set(language, table);
  return table;
}

function addMonths(table: Map<string, number>, locale: string, options: Intl.DateTimeFormatOptions): void {
  try {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2021, month - 1, 15));
      const name = parts
        .find((part) => part.type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, '');
      if (name && !/^\d+/.test(name)) table.set(name, month);
    }
  } catch {
    // A language tag the platform does not know has no month names.
  }
}

/** Digits of other scripts as 0 to 9. */
export const toDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));

/**
 * Finds the first full date in a short text. `languages` gives the month names to know, most likely first.
 * Two-number dates with slashes are read day first unless the second number cannot be a month or the language
 * is American English; `2/3/2024` without a language says nothing and gives null.
 */
export function parseStatedDate(raw: string, languages: string[]): StatedDate | null {
  const text = toDigits(raw.slice(0, 300));
  const day = numericDay(text, languages) ?? namedDay(text, languages);
  return day ? { day, minutes: statedClock(text) } : null;
}

function numericDay(text: string, languages: string[]): string | null {
  const eastern = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (eastern) return validDay(Number(eastern[1]), Number(eastern[2]), Number(eastern[3]));
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /\b(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\b/.exec(text);
  if (!short) return null;
  const year = Number(short[4]) < 100 ? 2000 + Number(short[4]) : Number(short[4]);
  const first = Number(short[1]);
  const second = Number(short[3]);
  if (second > 12) return validDay(year, first, second);
  if (first > 12 || short[2] === '.') return validDay(year, second, first);
  const tag = languages[0] ?? '';
  if (tag === 'en-us') return validDay(year, first, second);
  return tag === '' || tag === 'en'
    ? first === second
      ? validDay(year, first, second)
      : null
    : validDay(year, second, first);
}

function namedDay(text: string, languages: string[]): string | null {
  if (!/\d{4}/.test(text)) return null;
  const lower = text.toLowerCase();
  for (const language of languages) {
    const months = monthsOf(language.split('-')[0] ?? language);
    const before =
      /(\d{1,2})(?:\.|er|º|ª|st|nd|rd|th)?,?\s*(?:de\s+|of\s+|ta\s+)?(\p{L}[\p{L}\p{M}]+)\.?,?\s*(?:de\s+|del\s+)?(\d{4})/gu;
    for (const match of lower.matchAll(before)) {
      const month = months.get(match[2] ?? '');
      const day = month && validDay(Number(match[3]), month, Number(match[1]));
      if (day) return day;
    }
    const after = /(\p{L}[\p{L}\p{M}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:de\s+)?(\d{4})/gu;
    for (const match of lower.matchAll(after)) {
      const month = months.get(match[1] ?? '');
      const day = month && validDay(Number(match[3]), month, Number(match[2]));
      if (day) return day;
    }
    const vietnamese = /(\d{1,2})\s+(tháng)\s+(\d{1,2}),?\s+(\d{4})/u.exec(lower);
    if (vietnamese) return validDay(Number(vietnamese[4]), Number(vietnamese[3]), Number(vietnamese[1]));
  }
  return null;
}

function statedClock(text: string): number | null {
  const match =
    /\b(\d{1,2})(?:\s?[:.h]\s?(\d{2}))\s*([ap]\.?\s?m\.?)?(?![\d.])/i.exec(text) ??
    /\b(\d{1,2})()\s*([ap]\.?m\.?)/i.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] || 0);
  const half = match[3]?.toLowerCase()[0];
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** A day written in an address, as `/2024/10/22/` or `20241022`. */
export function dayInAddress(address: string): string | null {
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
  const match =
    /[/_-](\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_\-.]|$)/.exec(path) ??
    /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_\-.]|$)/.exec(path) ??
    /[/_-]((?:19|20)\d{2})\/(\d{2})(\d{2})(?=[/_\-.]|$)/.exec(path);
  if (match) return validDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const named = /\/(\d{4})\/([a-z]{3})\/(\d{1,2})\//.exec(path);
  const month = named && monthsOf('en').get(named[2] ?? '');
  return named && month ? validDay(Number(named[1]), month, Number(named[3])) : null;
}
