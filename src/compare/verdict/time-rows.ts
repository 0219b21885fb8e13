import type { Span } from '../../model/article';
import type { Predicate, TimeValue } from '../../model/claim';
import { pairScore, type SentencePair, type UnitPair } from '../align/align';
import type { Profile } from '../align/profile';
import { partText } from '../align/profile';
import { scoreWithoutTimes } from '../align/score';
import type { Unit } from '../align/unit';
import { relateTimes, type TimeRelation } from '../align/values';
import { kept } from '../kept';
import { areOtherActions, nearestVerb } from './nearest-verb';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';

const wordsAt = (profile: Profile, unit: Unit, time: TimeValue): string =>
  partText(profile.article, unit.part).slice(time.start, time.end);

const isPossessive = (profile: Profile, unit: Unit, { end }: TimeValue): boolean =>
  /^['’]s?\b/.test(partText(profile.article, unit.part).slice(end, end + 2));

/** The words that name the time: of "after Tuesday's derailment" only the day, for "after" is not said of it. */
function namedBy(profile: Profile, unit: Unit, time: TimeValue): Span {
  const { start, end } = time;
  const text = partText(profile.article, unit.part);
  const before = isPossessive(profile, unit, time) ? /^\p{Ll}+\s+/u.exec(text.slice(start, end)) : null;
  return { start: start + (before?.[0].length ?? 0), end };
}

export function timeSide(profile: Profile, sentence: Unit, time: TimeValue): PairSide {
  const named = namedBy(profile, sentence, time);
  return {
    part: sentence.part,
    sentence: sentence.sentence,
    span: { start: sentence.start, end: sentence.end },
    marks: [named],
    value: partText(profile.article, sentence.part).slice(named.start, named.end),
    low: time.from,
    high: time.to,
    unit: 'time',
    claim: sentence.claims.find((claim) => claim.times.includes(time)) ?? sentence.claims[0] ?? null,
  };
}

const isClock = (time: TimeValue): boolean => time.grain === 'clock' || time.grain === 'part-of-day';

/** Minutes after midnight of a clock time or part of a day, as a range; null when it has none. */
function minutesOf({ clock, partOfDay }: TimeValue): { from: number; to: number } | null {
  if (clock) return { from: clock.minutes, to: clock.minutes };
  return partOfDay ? { from: partOfDay[0] * 60, to: partOfDay[1] * 60 } : null;
}

/** Up to a quarter of an hour nothing is said: "about 8.40 pm" and 8.49 pm do not contradict. */
const clockTolerance = 15;
/** "11.30" beside "11.30 pm": half the clocks of the world leave the half of the day open. */
const halfDay = 720;

/** Minutes between two times of day, whichever half of the day they mean. */
const clockGap = (left: number, right: number): number => {
  const gap = Math.abs(left - right) % halfDay;
  return Math.min(gap, halfDay - gap);
};

/** A stated zone on one side only cannot be compared without knowing where the place lies. */
const zoneOf = ({ clock }: TimeValue): string | null =>
  clock === null || clock.zone === 'local' ? null : clock.zone;

function relateClocks(left: TimeValue, right: TimeValue): TimeRelation {
  const a = minutesOf(left);
  const b = minutesOf(right);
  if (!a || !b || zoneOf(left) !== zoneOf(right)) return 'unknown';
  if (a.from === b.from && a.to === b.to) return 'same';
  if (left.clock && right.clock) {
    return clockGap(a.from, b.from) > clockTolerance ? 'apart' : 'unknown';
  }
  return a.from <= b.to && b.from <= a.to ? 'overlap' : 'unknown';
}

/** Relates two times: clock times and parts of the day by the hour, all others by the day. */
export const relateMoments = (left: TimeValue, right: TimeValue): TimeRelation =>
  isClock(left) && isClock(right) ? relateClocks(left, right) : relateTimes(left, right);

const eventTimes = (unit: Unit): TimeValue[] =>
  unit.times.filter((time) => !time.report && time.grain !== 'vague');

/** Whether any clause of a sentence has one: clauses are not aligned for nothing. */
const hasEventTime = kept(({ claims }: Unit): boolean =>
  claims.some(({ times }) => times.some((time) => !time.report && time.grain !== 'vague')),
);

interface TimePair {
  pair: SentencePair;
  clauses: UnitPair;
  left: TimeValue;
  right: TimeValue;
  relation: TimeRelation;
}

function timePairs(pair: SentencePair, clauses: UnitPair): TimePair[] {
  const pairs: TimePair[] = [];
  for (const left of eventTimes(clauses.a)) {
    for (const right of eventTimes(clauses.b)) {
      const relation = relateMoments(left, right);
      if (relation !== 'unknown') pairs.push({ pair, clauses, left, right, relation });
    }
  }
  return pairs;
}

const leastAlike = 0.5;
/** Alignment of the clauses with the times themselves left out. */
const leastAbout = 0.55;

/** With other names on either side ("the navy", "the frigate Tabar") the rest must say the same. */
const leastDespiteNames = 0.8;

/** Dates worked out from "last week" or a weekday rest on page dates, which lie: both must be written out. */
const isFirmlyDated = (left: TimeValue, right: TimeValue): boolean => left.explicit && right.explicit;

const verbAt = ({ claims }: Unit, time: TimeValue): Predicate | null => {
  const claim = claims.find(({ times }) => times.includes(time));
  return claim ? nearestVerb(claim, time) : null;
};

/** "To reopen by March 24" beside "not expected to reopen before March 24": one day, but not said of it alike. */
const isDeniedOnce = ({ clauses, left, right }: TimePair): boolean =>
  (left.relation !== 'on' || right.relation !== 'on') &&
  verbAt(clauses.a, left)?.negated !== verbAt(clauses.b, right)?.negated;

const hasYear = (profile: Profile, unit: Unit, time: TimeValue): boolean =>
  /\d{4}/.test(wordsAt(profile, unit, time));

/** "July 27" and "July 27, 2031": the year of a day without one is taken from the page's date, which may be wrong. */
const areOneDay = ({ pair, left, right }: TimePair, context: PairContext): boolean =>
  left.from?.slice(4) === right.from?.slice(4) &&
  left.to?.slice(4) === right.to?.slice(4) &&
  !(hasYear(context.a, pair.a, left) && hasYear(context.b, pair.b, right));

function mayDiffer(time: TimePair, context: PairContext): boolean {
  const { pair, clauses, left, right } = time;
  if (scoreWithoutTimes(clauses.features) < leastAbout || clauses.features.predicate < 0.8) return false;
  if (clauses.a.background !== clauses.b.background) return false;
  if (clauses.features.entityConflict && scoreWithoutTimes(clauses.features) < leastDespiteNames)
    return false;
  if (isPossessive(context.a, pair.a, left) || isPossessive(context.b, pair.b, right)) return false;
  if (isClock(left) !== isClock(right) || (!isClock(left) && areOneDay(time, context))) return false;
  // "apprehended at 2.30, booked and released by 6"; "asked in the 1990s to have it extended", "extended in 1973". A day
  // belongs to all of its sentence.
  if (
    !(left.grain === 'day' && right.grain === 'day') &&
    areOtherActions(verbAt(clauses.a, left), verbAt(clauses.b, right))
  )
    return false;
  // Either side gives the other's time too: two moments are told, not one moved.
  const gives = (unit: Unit, time: TimeValue): boolean =>
    unit.times.some((each) => ['same', 'overlap'].includes(relateTimes(each, time)));
  if (!isClock(left) && (gives(pair.a, right) || gives(pair.b, left))) return false;
  return isClock(left) ? left.grain === 'clock' && right.grain === 'clock' : isFirmlyDated(left, right);
}

/** "This year" stands in every other text, and a month holds all of its days: the action must be one, too. */
const isLoose = ({ left, right, relation }: TimePair): boolean =>
  [left, right].some(
    ({ grain, explicit }) => (grain === 'year' && !explicit) || (grain === 'month' && relation === 'overlap'),
  );

function timeRow(time: TimePair, context: PairContext): DraftRow | null {
  const { pair, clauses, left, right, relation } = time;
  const sides = { a: timeSide(context.a, pair.a, left), b: timeSide(context.b, pair.b, right) };
  const values = { a: sides.a.value, b: sides.b.value };
  if (relation === 'apart') {
    if (!mayDiffer(time, context)) return null;
    const code = isClock(left) ? 'other-clock' : 'other-time';
    return {
      verdict: 'differ',
      kind: 'time',
      label: 'time',
      ...sides,
      reason: reason(code, values),
      strength: scoreWithoutTimes(clauses.features) * 0.9,
    };
  }
  if (clauses.score < leastAlike || isDeniedOnce(time)) return null;
  // A day or year inside a span of years is no agreement on when something happened.
  if (relation === 'overlap' && (left.grain === 'year' || right.grain === 'year')) return null;
  if (isLoose(time) && clauses.features.predicate < 0.8) return null;
  const code = relation === 'same' ? 'same-time' : 'time-inside';
  return {
    verdict: 'agree',
    kind: 'time',
    label: 'time',
    ...sides,
    reason: reason(code, values),
    strength: clauses.score,
  };
}

/** When things happened, compared inside clauses that tell the same thing. One row per pair of sentences. */
export function timeRows(context: PairContext): DraftRow[] {
  const rows: DraftRow[] = [];
  for (const pair of context.pairs) {
    if (pairScore(pair) < leastAlike || !hasEventTime(pair.a) || !hasEventTime(pair.b)) continue;
    const views = context.clausePairs(pair, hasEventTime);
    const found = [pair.clauses, ...views].flatMap((view) =>
      timePairs(pair, view).flatMap((time) => timeRow(time, context) ?? []),
    );
    const best = found.find((row) => row.verdict === 'agree') ?? found[0];
    if (best) rows.push(best);
  }
  return rows;
}
