import { isolated } from './message-format';
import { currentLanguage, say } from './texts';

const kept = new Map<string, unknown>();

/** Making an Intl formatter costs far more than using one: forty rows would make hundreds. */
function formatter<Formatter>(name: string, make: (language: string) => Formatter): Formatter {
  const key = `${currentLanguage()} ${name}`;
  const known = kept.get(key) as Formatter | undefined;
  if (known) return known;
  const made = make(currentLanguage());
  kept.set(key, made);
  return made;
}

function writeDate(day: string, name: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const utc = { ...options, timeZone: 'UTC' };
  return formatter(name, (language) => new Intl.DateTimeFormat(language, utc)).format(date);
}

/** `2026-10-24` or an ISO instant as the reader's language writes a day. The day is the outlet's own. */
export const writeDay = (day: string, style: 'short' | 'long' = 'short'): string =>
  writeDate(day, `day ${style}`, { day: 'numeric', month: style, year: 'numeric' });

/** A day without its year, for axes where the year is said once. */
export const writeDayOfMonth = (day: string): string =>
  writeDate(day, 'day of month', { day: 'numeric', month: 'short' });

/** An instant in the reader's own zone, day and time of day. */
export function writeInstant(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return formatter(
    'instant',
    (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
  ).format(date);
}

export const writeNumber = (value: number): string =>
  formatter('number', (language) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 })).format(
    value,
  );

/** Share between 0 and 1 as a percentage. */
export const writeShare = (share: number): string =>
  formatter(
    'share',
    (language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }),
  ).format(share);

/** Names joined as the language joins them: "A, B and C". */
export const writeList = (names: readonly string[]): string =>
  formatter(
    'list',
    (language) => new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }),
  ).format(names.map((name) => isolated(name, currentLanguage())));

/** Names side by side: "A, B, C". Each keeps its own direction. */
export const writeNames = (names: readonly string[]): string =>
  names.map((name) => isolated(name, currentLanguage())).join(say('listComma'));

/** Bytes in the largest unit that keeps the number above 1. */
export function writeBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let amount = bytes;
  let step = 0;
  while (amount >= 1000 && step < units.length - 1) {
    amount /= 1000;
    step++;
  }
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0,
  }).format(amount);
}
