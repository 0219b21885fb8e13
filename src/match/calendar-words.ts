import { foldWord } from '../text/words';

/** Names of months and weekdays of a language, folded, with the words for today and yesterday. */
export interface CalendarWords {
  /** Month by name, 1 to 12. */
  months: ReadonlyMap<string, number>;
  /** Weekday by name, 0 Sunday to 6 Saturday. */
  weekdays: ReadonlyMap<string, number>;
  /** Days back from publication: today 0, yesterday 1. */
  relative: ReadonlyMap<string, number>;
}

const relativeWords: Record<string, { today: string; yesterday: string }> = {
  en: { today: 'today tonight', yesterday: 'yesterday overnight' },
  de: { today: 'heute', yesterday: 'gestern' },
  es: { today: 'hoy', yesterday: 'ayer anoche' },
  fr: { today: "aujourd'hui", yesterday: 'hier' },
  it: { today: 'oggi', yesterday: 'ieri' },
  pt: { today: 'hoje', yesterday: 'ontem' },
  nl: { today: 'vandaag', yesterday: 'gisteren' },
  ru: { today: 'сегодня', yesterday: 'вчера' },
  ar: { today: 'اليوم', yesterday: 'أمس' },
  ja: { today: '今日', yesterday: '昨日' },
};

/** Three-letter weekday forms that are words of another meaning in running text. */
const ambiguousShortForms = new Set([
  'sun',
  'sat',
  'wed',
  'mar',
  'mar.',
  'dom',
  'do',
  'so',
  'mi',
  'di',
  'sab',
  'mer',
  'lun',
]);

/**
 * What the platform calls a date part in a language, alone and within a date ("октября" beside "октябрь"). A format
 * costs far more to make than to use: one of each kind names all the dates.
 */
function partNames(
  language: string,
  options: Intl.DateTimeFormatOptions,
  kind: 'month' | 'weekday',
  dates: readonly Date[],
): string[][] {
  if (language === 'en') {
    const long = options[kind] === 'long';
    return english[kind].slice(0, dates.length).map((name) => [long ? name : name.slice(0, 3)]);
  }
  const formats = [{}, { day: 'numeric' } as const].map(
    (extra) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...extra, ...options }),
  );
  return dates.map((date) =>
    formats.flatMap((format) => {
      const part = format.formatToParts(date).find((one) => one.type === kind);
      return part ? [foldWord(part.value).replace(/\.$/, '')] : [];
    }),
  );
}

const monthDates = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1)));
/** 1 January 2023 was a Sunday. */
const weekDates = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));

/** Most articles are English; the platform takes twenty milliseconds to name what everybody knows. */
const english = {
  month: 'january february march april may june july august september october november december'.split(' '),
  weekday: 'sunday monday tuesday wednesday thursday friday saturday'.split(' '),
};

function read(language: string): CalendarWords {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const width of ['short', 'long'] as const) {
    partNames(language, { month: width }, 'month', monthDates).forEach((names, month) => {
      for (const name of names) if (!/^\d/.test(name)) months.set(name, month + 1);
    });
    partNames(language, { weekday: width }, 'weekday', weekDates).forEach((names, day) => {
      for (const name of names) {
        if (!ambiguousShortForms.has(name) && (width === 'long' || name.length > 2)) weekdays.set(name, day);
      }
    });
  }
  if (language === 'en') months.set('sept', 9);
  const relative = new Map<string, number>();
  for (const word of relativeWords[language]?.today.split(' ') ?? []) relative.set(foldWord(word), 0);
  for (const word of relativeWords[language]?.yesterday.split(' ') ?? []) relative.set(foldWord(word), 1);
  return { months, weekdays, relative };
}

const known = new Map<string, CalendarWords>();

/** Calendar words of a language (BCP 47 primary tag), from the platform's own tables; English when it knows none. */
export function calendarWords(language: string): CalendarWords {
  const found = known.get(language);
  if (found) return found;
  let made: CalendarWords;
  try {
    made = read(language);
  } catch {
    made = read('en');
  }
  known.set(language, made);
  return made;
}
