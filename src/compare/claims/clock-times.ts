import type { CalendarLanguage } from '../languages/language';
import type { Token } from './tokens';

export interface ReadClock {
  minutes: number;
  zone: string | null;
  to: number;
}

/** Zone words after a time of day: "GMT", "local time", in brackets or not. */
const readZone = (
  tokens: readonly Token[],
  at: number,
  calendar: CalendarLanguage,
): { zone: string | null; to: number } => {
  const bracket = tokens[at]?.text === '(' ? 1 : 0;
  const token = tokens[at + bracket];
  if (!token) return { zone: null, to: at };
  if (calendar.localZone.has(token.lower)) {
    const time = tokens[at + bracket + 1]?.lower === 'time' ? 1 : 0;
    return { zone: 'local', to: at + bracket + 1 + time };
  }
  const isZone = calendar.clockZones.has(token.lower) && token.text === token.text.toUpperCase();
  return isZone ? { zone: token.text, to: at + bracket + 1 } : { zone: null, to: at };
};

const isGlued = (tokens: readonly Token[], left: number): boolean =>
  tokens[left]?.end === tokens[left + 1]?.start;

const withZone = (
  tokens: readonly Token[],
  minutes: number,
  at: number,
  calendar: CalendarLanguage,
): ReadClock => {
  const { zone, to } = readZone(tokens, at, calendar);
  return { minutes, zone, to };
};

/** A time of day that begins at `at`: "17:06 GMT", "5:11 p.m. local time", "8 a.m.", "noon". */
export function readClock(
  tokens: readonly Token[],
  at: number,
  calendar: CalendarLanguage,
): ReadClock | null {
  const token = tokens[at];
  if (!token) return null;
  if (calendar.noon.has(token.lower)) return withZone(tokens, 720, at + 1, calendar);
  if (calendar.midnight.has(token.lower)) return withZone(tokens, 0, at + 1, calendar);
  const military = /^([01]\d|2[0-4])([0-5]\d)$/.exec(token.text);
  if (military) {
    const isNamed = calendar.militaryHours.has(tokens[at + 1]?.lower ?? '');
    const minutes = Number(military[1]) * 60 + Number(military[2]);
    const clock = withZone(tokens, minutes, at + (isNamed ? 2 : 1), calendar);
    // "0300 GMT"; "the 2014 local elections" are of a year.
    if (isNamed || (clock.zone !== null && clock.zone !== 'local')) return clock;
  }
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(token.text);
  if (!/^\d{1,2}$/.test(token.text) && !dotted) return null;
  let hours = Number(dotted?.[1] ?? token.text);
  let minutes = Number(dotted?.[2] ?? 0);
  let next = at + 1;
  const isHalf = (word: Token | undefined): boolean =>
    word !== undefined && (calendar.morning.has(word.lower) || calendar.afternoon.has(word.lower));
  const colon =
    tokens[at + 1]?.text === ':' &&
    isGlued(tokens, at) &&
    (isGlued(tokens, at + 1) || isHalf(tokens[at + 3]));
  const written = colon ? /^\d{2}$/.exec(tokens[at + 2]?.text ?? '') : null;
  if (written) {
    minutes = Number(written[0]);
    next = at + 3;
    if (tokens[next]?.text === ':' && /^\d{2}$/.test(tokens[next + 1]?.text ?? '')) next += 2;
  }
  const half = tokens[next];
  const morning = half !== undefined && calendar.morning.has(half.lower);
  const afternoon = half !== undefined && calendar.afternoon.has(half.lower);
  if (morning || afternoon) {
    if (hours === 0 || (hours > 12 && !(afternoon && hours < 24))) return null;
    hours = (hours % 12) + (afternoon ? 12 : 0);
    return minutes < 60 ? withZone(tokens, hours * 60 + minutes, next + 1, calendar) : null;
  }
  const oclock = half !== undefined && calendar.oclock.has(half.lower);
  if (hours > 23 || minutes > 59 || (!written && !oclock)) return null;
  return withZone(tokens, hours * 60 + minutes, oclock ? next + 1 : next, calendar);
}
