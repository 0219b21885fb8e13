import type { PublicationDate } from '../model/article';
import monthNames from './data/months.json';

/** Offsets in minutes of the zone names RFC 822 and real feeds use. Unknown names give the day without an instant. */
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  ist: 330,
  cet: 60,
  mez: 60,
  west: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  aedt: 660,
  acst: 570,
  awst: 480,
  nzst: 720,
  nzdt: 780,
  sast: 120,
  cat: 120,
  eat: 180,
  wat: 60,
  pkt: 300,
};

const months = new Map<string, number>(
  Object.entries(monthNames).flatMap(([number, names]) =>
    names.map((name): [string, number] => [name, Number(number)]),
  ),
);

interface Parts {
  year: number;
  month: number;
  day: number;
  clock: { hour: number; minute: number; second: number } | null;
  offset: number | null;
}

const fullYear = (written: string): number => {
  const year = Number(written);
  if (written.length > 2) return year;
  // RFC 2822 section 4.3: 00-49 is this century, 50-99 the last.
  return year < 50 ? 2000 + year : 1900 + year;
};

const offsetOf = (written: string | undefined): number | null => {
  const zone = (written ?? '').trim().toLowerCase();
  const numeric = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  return zones[zone.replace(/[^a-z].*$/, '')] ?? null;
};

const clockOf = (written: string | undefined): Parts['clock'] => {
  const match = /(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?/i.exec(written ?? '');
  if (!match) return null;
  let hour = Number(match[1]);
  const half = match[4]?.[0]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const clock = { hour, minute: Number(match[2]), second: Number(match[3] ?? 0) };
  return hour <= 24 && clock.minute < 60 && clock.second <= 60 ? clock : null;
};

/** ISO 8601 and its relatives: "2023-01-02T03:04Z", "2023-01-02 03:04:05 +0100", "20230102T030405Z", "2023/1/2". */
const isoParts = (text: string): Parts | null => {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    return {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      clock: hour ? { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) } : null,
      offset: offsetOf(zone),
    };
  }
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(.*))?$/i.exec(
      text,
    );
  if (!match) return null;
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    clock: clockOf(match[4]),
    offset: offsetOf(match[5]),
  };
};

/** RFC 822 and its relatives: "Mon, 02 Jan 2023 10:00:00 EST", "2. März 2023 10:00", "January 2, 2023 10:00 am". */
const writtenParts = (text: string): Parts | null => {
  const plain = text.replace(/^[\p{L}]+\.?,\s*/u, '').replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
  const dayFirst = /^(\d{1,2})[.\s-]+(?:de\s+)?(\p{L}+)\.?[\s,-]+(?:de\s+)?(\d{4}|\d{2})(?!\d)(.*)$/u.exec(
    plain,
  );
  const monthFirst = dayFirst ? null : /^(?:\p{L}+\.?\s+)?(\p{L}+)\.?\s+(\d{1,2}),?\s+(.*)$/u.exec(plain);
  let day: string;
  let name: string;
  let year: string;
  let rest: string;
  if (dayFirst) [, day = '', name = '', year = '', rest = ''] = dayFirst;
  else if (monthFirst) {
    [, name = '', day = '', rest = ''] = monthFirst;
    // Unix `date` puts the year last: "Mon Jan  2 10:00:00 UTC 2023".
    year = /(?:^|\s)(\d{4})(?!\d)/.exec(rest)?.[1] ?? '';
    rest = rest.replace(/(?:^|\s)\d{4}(?!\d)/, ' ');
  } else return null;
  const month = months.get(name.toLowerCase().normalize('NFC'));
  if (!month || !year) return null;
  const zone = /\d(?:\s*[ap]\.?m\.?)?\s+((?:gmt|utc)?[+-]\d{1,2}:?\d{2}|\p{L}{1,5})\)?\s*$/iu.exec(rest)?.[1];
  return { year: fullYear(year), month, day: Number(day), clock: clockOf(rest), offset: offsetOf(zone) };
};

const epochParts = (text: string): Parts | null => {
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(text)) return null;
  const date = new Date(text.length >= 13 ? Number(text) : Number(text) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    clock: { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
    offset: 0,
  };
};

const dayExists = ({ year, month, day }: Parts): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const dayMilliseconds = 86_400_000;

/**
 * A date as feeds write it, or null when it is not one, or cannot be when the item was published: before 1995,
 * or more than a day ahead of `now` (milliseconds since the epoch), which is a broken clock or an advance date.
 * `day` is the day in the zone the feed states.
 */
export function parseFeedDate(written: string | null | undefined, now: number): PublicationDate | null {
  const text = written?.trim().replace(/\s+/g, ' ');
  if (!text || text.length > 100) return null;
  const parts = epochParts(text) ?? isoParts(text) ?? writtenParts(text);
  if (!parts || !dayExists(parts) || parts.year < 1995) return null;
  const { year, month, day, clock, offset } = parts;
  const midnight = Date.UTC(year, month - 1, day);
  // "24:00:00" is the next midnight; the day as written stays.
  const local = clock ? midnight + ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 : midnight;
  const instant = clock && offset !== null ? local - offset * 60_000 : null;
  if ((instant ?? local) > now + dayMilliseconds) return null;
  return {
    day: new Date(midnight).toISOString().slice(0, 10),
    instant: instant === null ? null : new Date(instant).toISOString(),
    offsetMinutes: instant === null ? null : offset,
  };
}
