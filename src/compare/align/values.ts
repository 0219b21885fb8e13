import type { Quantity, TimeValue } from '../../model/claim';
import { keptByWord } from '../../text/kept-by-word';
import { conceptsOf, rootOf, rootSimilarity } from './vocabulary';

/**
 * How two quantities of one thing relate.
 * - `equal`: the same value as written or after conversion
 * - `compatible`: rounding, range or approximation cover the other
 * - `bound`: "at least 12" and 14, both can hold
 * - `vague`: "dozens" covers 40
 * - `different`: cannot both be the value
 * - `other`: not comparable (kind, unit or currency)
 */
export type QuantityRelation = 'equal' | 'compatible' | 'bound' | 'vague' | 'different' | 'other';

const comparableUnits = (left: Quantity, right: Quantity): boolean =>
  left.kind === right.kind && (left.kind === 'count' || left.unit === right.unit);

/** Half a unit in the last of `digits` places: 13 billion with 2 digits stands for 12.5 to 13.5 billion. */
function halfUnit(value: number, digits: number): number {
  if (value === 0) return 0;
  return 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1) / 2;
}

/** Two digits at least are taken as meant: 10,000 is not read as anything between 5,000 and 15,000. */
const roundingWidth = ({ low, significantDigits }: Quantity): number =>
  halfUnit(low, Math.max(2, significantDigits));

const isPoint = (quantity: Quantity): boolean => quantity.low === quantity.high;

/** Kinds whose numbers are read off or rounded; small counts of things are exact. */
const isRounded = (quantity: Quantity): boolean =>
  quantity.kind === 'money' ||
  quantity.kind === 'percent' ||
  quantity.kind === 'measure' ||
  quantity.kind === 'duration' ||
  (quantity.kind === 'count' && Math.abs(quantity.low) >= 1000);

/** "About 40" covers 43, "about 11,000" neither 10,000 nor 12,000: the digits written, and never more than this share. */
const approximateShare = 0.08;

const approximateWidth = ({ low, significantDigits }: Quantity): number =>
  Math.min(halfUnit(low, Math.max(1, significantDigits)), Math.abs(low) * approximateShare);

/** Conversions ("26 miles", "42 km") are rounded to the unit of the outlet's readers. */
const conversionShare = 0.03;

/** What a value as written leaves open on either side; a range says itself how far it goes. */
function tolerance(quantity: Quantity): number {
  if (!isPoint(quantity)) return 0;
  return Math.max(
    isRounded(quantity) ? roundingWidth(quantity) : 0,
    quantity.approximate ? approximateWidth(quantity) : 0,
    quantity.kind === 'measure' ? Math.abs(quantity.low) * conversionShare : 0,
  );
}

/** More than what two values leave open together, each no more than a tenth of itself. */
const mostOpen = 0.25;

/** Whether two values are so far apart that what both leave open cannot matter: asked first, as logarithms are dear. */
function areFarApart(left: Quantity, right: Quantity): boolean {
  const open = mostOpen * Math.max(Math.abs(left.low), Math.abs(right.low));
  return left.low - open > right.high || left.high + open < right.low;
}

const overlaps = (low: number, high: number, otherLow: number, otherHigh: number): boolean =>
  low <= otherHigh && otherLow <= high;

const isBound = (quantity: Quantity): boolean => quantity.bound !== 'exact';

function boundsHold(bound: Quantity, value: Quantity): boolean {
  if (bound.bound === 'at-least') return value.high >= bound.low;
  if (bound.bound === 'more-than') return value.high >= bound.low;
  if (bound.bound === 'at-most') return value.low <= bound.high;
  return value.low <= bound.high;
}

/** A bound says little about a far value: "more than 200" and 213 agree, "more than 200" and 900 do not. */
const nearBound = 1.25;
/** Beyond this ratio a bound says nothing of the value: "more than $1 million" is no word on $18 million. */
const farBound = 3;

/** "As many as 35 to 40" and "as many as 40" name one limit. */
const limitOf = ({ bound, low, high }: Quantity): number =>
  bound === 'at-most' || bound === 'less-than' ? high : low;

function relateBound(left: Quantity, right: Quantity): QuantityRelation {
  const sameSide = isBound(left) && isBound(right);
  const larger = Math.max(left.high, right.high);
  const smaller = Math.min(left.low, right.low);
  const near = larger <= smaller * nearBound;
  // "At least seven" and "at least six" are two states of a count, whatever logic allows.
  if (sameSide && left.bound === right.bound && left.kind === 'count' && limitOf(left) !== limitOf(right)) {
    return 'different';
  }
  const far = larger > smaller * farBound;
  if (sameSide) return left.low === right.low ? 'equal' : near ? 'compatible' : far ? 'different' : 'bound';
  const [bound, value] = isBound(left) ? [left, right] : [right, left];
  if (!boundsHold(bound, value)) return near && bound.kind !== 'count' ? 'compatible' : 'different';
  if (far) return 'other';
  return near && bound.low >= 10 ? 'compatible' : 'bound';
}

export function relateQuantities(left: Quantity, right: Quantity): QuantityRelation {
  if (!comparableUnits(left, right)) return 'other';
  if (left.vague || right.vague) {
    if (left.vague && right.vague && left.low === right.low) return 'compatible';
    return overlaps(left.low, left.high, right.low, right.high) ? 'vague' : 'different';
  }
  if (left.low === right.low && left.high === right.high && !isBound(left) && !isBound(right)) return 'equal';
  if (isBound(left) || isBound(right)) return relateBound(left, right);
  if (areFarApart(left, right)) return 'different';
  // The coarser side sets the allowance: $13 billion allows $13.2 billion, not the other way round. "Almost $139
  // million" and $138 million can both be cut from $138.7 million.
  const isFine = left.kind === 'money' && left.significantDigits >= 3 && right.significantDigits >= 3;
  const allowance =
    isFine && (left.approximate || right.approximate)
      ? tolerance(left) + tolerance(right)
      : Math.max(tolerance(left), tolerance(right));
  const near = overlaps(left.low - allowance, left.high + allowance, right.low, right.high);
  if (!near) return 'different';
  if (isPoint(left) && isPoint(right)) return 'compatible';
  // Range against range must be the same range: 40-70 % and 50-70 % differ.
  if (!isPoint(left) && !isPoint(right)) {
    return left.low === right.low && left.high === right.high ? 'equal' : 'different';
  }
  return 'compatible';
}

/** How little two equal values can be chance, 0 to 1: money and exact large numbers hardly meet, "two" does. */
export function distinctness({ kind, low, vague, significantDigits }: Quantity): number {
  if (vague) return 0.1;
  if (kind === 'magnitude' || kind === 'score') return 1;
  if (kind === 'age') return 0.6;
  if (kind === 'ordinal') return 0.2;
  if (significantDigits >= 3) return 1;
  if (kind === 'money' || kind === 'percent' || kind === 'measure') return significantDigits >= 2 ? 0.9 : 0.6;
  // Counted in years, weeks or hours, whatever the seconds are: "five years" stands in every other text.
  if (kind === 'duration') return significantDigits >= 2 ? 0.4 : 0.2;
  if (low >= 20) return low % 100 === 0 ? 0.7 : 0.9;
  return low > 5 ? 0.4 : 0.2;
}

const peopleWords = new Set(
  'person people man woman child victim resident civilian soldier troop officer worker student passenger other'
    .split(' ')
    .map((word) => rootOf(word)),
);

const peopleConcepts = new Set([
  'person',
  'soldier',
  'officer',
  'child',
  'victim',
  'militant',
  'worker',
  'pirate',
  'crew',
]);

/** Root of the last word of what is counted. */
const headRoot = keptByWord((head: string) => rootOf(head.toLowerCase().split(/\s+/).at(-1) ?? ''), 10_000);

/** "23 Somali", "12 Yemenis": a capital in the head is a people's name. */
const isPeople = keptByWord(
  (head: string) =>
    peopleWords.has(headRoot(head)) ||
    conceptsOf(headRoot(head)).some((concept) => peopleConcepts.has(concept)) ||
    /^\p{Lu}/u.test(head),
  10_000,
);

/** "About 40 were injured" counts people, though it does not say so: 38 wagons are not of them. */
const isTollAgainstThings = (bare: Quantity, named: Quantity): boolean =>
  bare.casualty !== null && named.casualty === null && !isPeople(named.head);

/** How far two quantities count the same kind of thing, 0 to 1; money and measures have no head to compare. */
export function headSimilarity(left: Quantity, right: Quantity): number {
  const a = headRoot(left.head);
  const b = headRoot(right.head);
  if (a === '' && b === '') return 0.7;
  if (a === '') return isTollAgainstThings(left, right) ? 0 : 0.5;
  if (b === '') return isTollAgainstThings(right, left) ? 0 : 0.5;
  const similarity = rootSimilarity(a, b);
  if (similarity > 0) return similarity;
  return isPeople(left.head) && isPeople(right.head) ? 0.4 : 0;
}

export type TimeRelation = 'same' | 'overlap' | 'apart' | 'unknown';

const dayOf = (moment: string): string => moment.slice(0, 10);

const anyYear = '0000';

/** Days as `MM-DD` when the year of one of the times is not known. */
const comparable = (time: TimeValue, yearless: boolean): { from: string; to: string } | null =>
  time.from && time.to
    ? yearless
      ? { from: dayOf(time.from).slice(5), to: dayOf(time.to).slice(5) }
      : { from: dayOf(time.from), to: dayOf(time.to) }
    : null;

/** Relates two resolved times by their days; clock times are related in `verdict/time-rows`. */
export function relateTimes(left: TimeValue, right: TimeValue): TimeRelation {
  if (left.grain === 'vague' || right.grain === 'vague') return 'unknown';
  // Two reports of one story that say "Friday" mean the same Friday even when a page's date is wrong.
  if (left.weekday !== null && right.weekday !== null && !left.explicit && !right.explicit) {
    return left.weekday === right.weekday ? 'same' : 'apart';
  }
  const years = [left.from?.slice(0, 4), right.from?.slice(0, 4)];
  const yearless = years.includes(anyYear);
  // A whole year says nothing to a day without one.
  if (yearless && (left.grain === 'year' || right.grain === 'year')) return 'unknown';
  const a = comparable(left, yearless);
  const b = comparable(right, yearless);
  if (!a || !b) return 'unknown';
  if (a.from === b.from && a.to === b.to) return 'same';
  return a.from <= b.to && b.from <= a.to ? 'overlap' : 'apart';
}
