import type { PublicationDate } from '../../model/article';
import { escapedPattern } from '../../text/pattern';
import { toDigits } from './dates';

const minute = 60_000;
const lengths = { minute, hour: 60 * minute, day: 1440 * minute, week: 7 * 1440 * minute } as const;
type Unit = keyof typeof lengths;
const units = Object.keys(lengths) as Unit[];
/** Numbers whose words differ in some language: one, two, few, many. */
const samples = [1, 2, 3, 5, 11, 21];
/** Farther back than this pages print a date. */
const most: Record<Unit, number> = { minute: 180, hour: 72, day: 14, week: 4 };

/** White space and points go: "3 hrs. ago", "3時間前" and "3 時間前" are written alike. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.\u200e\u200f]+/g, '');

interface Pattern {
  unit: Unit;
  pattern: RegExp;
  /** How many units back; null where the pattern's first group says it. */
  back: number | null;
}

/** A word of its own, where the script parts words: "ontem" does not stand in "anteontem". */
const wordOf = (text: string): RegExp =>
  /[\u3040-\u9fff]/.test(text)
    ? new RegExp(escapedPattern(text))
    : new RegExp(`(?<!\\p{L})${escapedPattern(text)}(?!\\p{L})`, 'u');

/** "3 hours ago" with any number, as a language says it. */
function countedPatterns(language: string, style: Intl.RelativeTimeFormatStyle): Pattern[] {
  const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style, numeric: 'always' });
  return units.flatMap((unit) =>
    samples.flatMap((sample) => {
      const text = escapedPattern(squeeze(format.format(-sample, unit)));
      if (!text.includes(String(sample))) return [];
      const counted = text.replace(String(sample), '(?<!\\d)(\\d{1,3})').replace('قبل', '(?:قبل|منذ)');
      return { unit, pattern: new RegExp(counted), back: null };
    }),
  );
}

/** "yesterday" and the like, those that go farther back first. */
function namedPatterns(language: string): Pattern[] {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return [2, 1, 0].flatMap((back) => {
    const text = format.format(-back, 'day').toLowerCase();
    return /\p{Nd}/u.test(text) ? [] : { unit: 'day' as const, pattern: wordOf(text), back };
  });
}

/** What the platform's tables do not say and pages do: "3h ago", "3 hrs ago", "an hour ago". */
const english: Pattern[] = [
  { unit: 'minute', pattern: /(\d{1,3})min(?:ute)?s?ago/, back: null },
  { unit: 'hour', pattern: /(?<!\d)(\d{1,2})(?:h|hrs?|hours?)ago/, back: null },
  { unit: 'hour', pattern: /anhourago/, back: 1 },
];

/** How a language says that something was some units ago: numbers without white space, names of days with it. */
const patternsOf = (language: string): { counted: Pattern[]; named: Pattern[] } => ({
  counted: [
    ...countedPatterns(language, 'long'),
    ...countedPatterns(language, 'short'),
    ...countedPatterns(language, 'narrow'),
    ...(language === 'en' ? english : []),
  ],
  named: namedPatterns(language),
});

/** Whether a text may say so at all: asked first, because the tables are costly. Dates written out are none. */
const mayTell = (text: string): boolean => text.length <= 60 && !/\d{4}/.test(text);

function timeOf(text: string, patterns: Pattern[], readAt: string): PublicationDate | null {
  for (const { pattern, back: known, unit } of patterns) {
    const match = pattern.exec(text);
    const back = known ?? Number(match?.[1]);
    if (!match || back > most[unit]) continue;
    const time = new Date(Date.parse(readAt) - back * lengths[unit]).toISOString();
    const exact = unit === 'minute' || unit === 'hour';
    return { day: time.slice(0, 10), instant: exact ? time : null, offsetMinutes: exact ? 0 : null };
  }
  return null;
}

/**
 * The day, and the moment where minutes or hours are counted, that "3 hours ago", "gestern" or "il y a 2 heures" mean
 * on a page read at `readAt` (ISO instant). Null when no text says so in one of the languages. The day is that in UTC.
 */
export function parseRelativeDate(
  texts: string[],
  languages: string[],
  readAt: string,
): PublicationDate | null {
  const able = texts.filter(mayTell);
  if (able.length === 0) return null;
  for (const language of new Set(languages.map((tag) => tag.replace(/-.*/, '')))) {
    // A code that is no language's, or one the platform has no words for.
    if (Intl.RelativeTimeFormat.supportedLocalesOf(language).length === 0) continue;
    const { counted, named } = patternsOf(language);
    for (const text of able) {
      const date =
        timeOf(squeeze(toDigits(text)), counted, readAt) ?? timeOf(text.toLowerCase(), named, readAt);
      if (date) return date;
    }
  }
  return null;
}
