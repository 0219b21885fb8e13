import type { TimeValue } from '../../model/claim';
import { readClock } from './clock-times';
import { type DateContext, type ReadDate, readDate } from './dates';
import { periodPart } from './days';
import type { Token } from './tokens';

/** A time with the tokens it was read from, `toToken` exclusive. */
export interface ReadTime extends TimeValue {
  fromToken: number;
  toToken: number;
}

interface Lead {
  start: number;
  relation: TimeValue['relation'];
  part: 'start' | 'middle' | 'end' | null;
}

/** Words before a date that say how it is meant: "by", "the start of", "late". */
const leadBefore = (context: DateContext, at: number, floor: number): Lead => {
  const { tokens, calendar } = context;
  let start = at;
  let part: Lead['part'] = null;
  let relation: TimeValue['relation'] = 'on';
  const skipFillers = (): void => {
    while (
      start - 1 >= floor &&
      (calendar.fillers.has(tokens[start - 1]!.lower) || tokens[start - 1]!.text === '-')
    )
      start--;
  };
  const keep = start;
  skipFillers();
  const found = start - 1 >= floor ? calendar.periodParts[tokens[start - 1]!.lower] : undefined;
  if (found) {
    part = found;
    start--;
    skipFillers();
  } else start = keep;
  const afterPart = start;
  while (start - 1 >= floor && calendar.fillers.has(tokens[start - 1]!.lower)) start--;
  const word = start - 1 >= floor ? tokens[start - 1]!.lower : '';
  const known = Object.hasOwn(calendar.relations, word) ? calendar.relations[word] : undefined;
  if (known) {
    relation = known;
    start--;
  } else start = afterPart;
  return { start, relation, part };
};

const toTime = (context: DateContext, at: number, date: ReadDate, floor: number): ReadTime => {
  const { tokens, calendar } = context;
  const lead = leadBefore(context, at, floor);
  const range: [string, string] | null =
    date.from && date.until
      ? lead.part
        ? periodPart(date.from, date.until, lead.part)
        : [date.from, date.until]
      : null;
  // "late on Tuesday", "early Friday": hours of the day, not a part of a period.
  const dayPart: [number, number] | null =
    date.partOfDay !== null
      ? [date.partOfDay[0], date.partOfDay[1]]
      : date.grain === 'day' && lead.part === 'start'
        ? [0, 10]
        : date.grain === 'day' && lead.part === 'end'
          ? [17, 28]
          : null;
  const following = tokens[date.to];
  const later =
    following && calendar.fillers.has(following.lower) ? null : calendar.partsOfDay[following?.lower ?? ''];
  return {
    start: tokens[lead.start]!.start,
    end: tokens[date.to - 1]!.end,
    from: range?.[0] ?? null,
    to: range?.[1] ?? null,
    grain: date.grain,
    relation: lead.relation,
    weekday: date.weekday,
    explicit: date.explicit,
    report: false,
    clock: null,
    partOfDay: dayPart ?? (later ? [later[0], later[1]] : null),
    fromToken: lead.start,
    toToken: date.to,
  };
};

const clockTime = (
  tokens: readonly Token[],
  at: number,
  clock: NonNullable<ReturnType<typeof readClock>>,
): ReadTime => ({
  start: tokens[at]!.start,
  end: tokens[clock.to - 1]!.end,
  from: null,
  to: null,
  grain: 'clock',
  relation: 'on',
  weekday: null,
  explicit: true,
  report: false,
  clock: { minutes: clock.minutes, zone: clock.zone },
  partOfDay: null,
  fromToken: at,
  toToken: clock.to,
});

const barePart = (context: DateContext, at: number): ReadTime | null => {
  const { tokens, calendar } = context;
  const hours = calendar.partsOfDay[tokens[at]!.lower];
  const article = tokens[at - 1]?.lower ?? '';
  if (
    !hours ||
    !(
      calendar.relations[article] ||
      (calendar.fillers.has(article) && calendar.relations[tokens[at - 2]?.lower ?? ''])
    )
  )
    return null;
  return {
    ...clockTime(tokens, at, { minutes: 0, zone: null, to: at + 1 }),
    grain: 'part-of-day',
    clock: null,
    explicit: false,
    partOfDay: [hours[0], hours[1]],
  };
};

/**
 * Time expressions of one sentence in order. Days are resolved against `context.reference`; what cannot be
 * resolved keeps null ends. A day and a time of day beside each other stay two values of one clause.
 */
export function timesIn(context: DateContext): ReadTime[] {
  const found: ReadTime[] = [];
  const { tokens, calendar } = context;
  let floor = 0;
  for (let at = 0; at < tokens.length; at++) {
    const clock = readClock(tokens, at, calendar);
    if (clock) {
      found.push(clockTime(tokens, at, clock));
      at = clock.to - 1;
      floor = clock.to;
      continue;
    }
    const date = readDate(context, at);
    const time = date ? toTime(context, at, date, floor) : barePart(context, at);
    if (!time) continue;
    found.push(time);
    at = time.toToken - 1;
    floor = time.toToken;
  }
  return found;
}
