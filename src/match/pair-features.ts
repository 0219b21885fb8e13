import { type Cast, missingFrom } from './cast';
import { type Crowding, sharedNeighbours } from './crowding';
import type { EventDays } from './event-days';
import { cosine, coverage, type TermVector } from './vector';
import type { WeighedProfile } from './weighed-profile';

/** One article of a pair with what surrounds it in the store. */
export interface Placed extends WeighedProfile {
  crowding: Crowding;
  /** Terms weighed once more by how rare they are among the candidates: what tells this event from its like. */
  localTerms: TermVector;
  /** Who the article is about, as against the others at hand. */
  cast: Cast;
  /** Publication days of the candidates that are only of the same subject. */
  subjectDays: readonly number[];
}

/** Shared share of two weighted sets: sum of the smaller weights over sum of the larger. */
function overlap(left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): number {
  let shared = 0;
  let total = 0;
  for (const [key, weight] of left) {
    total += weight;
    shared += Math.min(weight, right.get(key) ?? 0);
  }
  for (const weight of right.values()) total += weight;
  return total > shared ? shared / (total - shared) : 0;
}

/** What the days named in two texts say: known, alike, near, apart; weekdays alone when a text is undated. */
function dayFeatures(left: EventDays, right: EventDays) {
  const known = left.days.size > 0 && right.days.size > 0;
  let nearest = Number.POSITIVE_INFINITY;
  if (known) {
    for (const one of left.days.keys()) {
      for (const other of right.days.keys()) nearest = Math.min(nearest, Math.abs(one - other));
    }
  }
  const weekdays = !known && left.weekdays.size > 0 && right.weekdays.size > 0;
  const weekdayOverlap = weekdays ? overlap(left.weekdays, right.weekdays) : 0;
  const monthDays = !known && left.monthDays.size > 0 && right.monthDays.size > 0;
  return {
    eventDaysKnown: known ? 1 : 0,
    eventDaysOverlap: known ? overlap(left.days, right.days) : 0,
    eventDaysNear: known && nearest <= 1 ? 1 : 0,
    eventDaysApart: known && nearest > 2 ? 1 : 0,
    weekdaysOverlap: weekdayOverlap,
    weekdaysApart: weekdays && weekdayOverlap === 0 ? 1 : 0,
    monthDaysOverlap: monthDays ? overlap(left.monthDays, right.monthDays) : 0,
  };
}

/** Where few articles of the subject are at hand, they are taken to be spread over so many days, with so much weight. */
const presumedSpan = 60;
const presumedArticles = 5;

/**
 * How surprising it is that two articles came out within `gap` days, were they on two events of one subject: `-ln` of
 * the share of other articles on the subject that came out as near to either. In a store of one month a shared day says
 * little, in one of many years nearly all.
 */
function surpriseOf(gap: number, left: number, right: number, days: readonly number[]): number {
  let near = 0;
  for (const day of days) {
    if (Math.abs(day - left) <= gap) near += 0.5;
    if (Math.abs(day - right) <= gap) near += 0.5;
  }
  const presumed = presumedArticles * Math.min(1, (2 * gap + 1) / presumedSpan);
  return -Math.log((near + presumed) / (days.length + presumedArticles));
}

/** What publication says of a pair of which one is undated, or of which time is left out of account. */
export const noPublication = { bothDated: 0, publishedNear: 0, publishedSurprise: 0 };

function publicationFeatures(left: Placed, right: Placed): typeof noPublication {
  const gap = publicationGap(left, right);
  if (gap === null) return noPublication;
  return {
    bothDated: 1,
    publishedNear: Math.exp(-gap / 3),
    publishedSurprise: surpriseOf(gap, left.profile.day!, right.profile.day!, left.subjectDays),
  };
}

/** Days between two publications, null when either is undated. */
export const publicationGap = (left: Placed, right: Placed): number | null =>
  left.profile.day === null || right.profile.day === null
    ? null
    : Math.abs(left.profile.day - right.profile.day);

/** Chance gives two reports of one subject a likeness of about this much. */
const chanceLikeness = 0.05;

/**
 * A likeness as evidence: what speaks for one event is how many times as alike two reports are as chance makes them. From
 * 0.02 to 0.1 says more than from 0.5 to 0.58.
 */
const evident = (likeness: number): number => Math.log(chanceLikeness + likeness);

/**
 * Everything the score looks at in a pair, by name; symmetric in its two articles. Reasons and weights stand in
 * `data/event-weights.json`.
 * @param nearness of the two by salient words, as the index gives it
 */
export function pairFeatures(left: Placed, right: Placed, nearness: number) {
  const leadIn = [cosine(left.lead, right.terms), cosine(right.lead, left.terms)] as const;
  const names = [coverage(left.keyNames, right.names), coverage(right.keyNames, left.names)] as const;
  const keys = [coverage(left.keyTerms, right.terms), coverage(right.keyTerms, left.terms)] as const;
  const leadNames = [coverage(left.leadNames, right.names), coverage(right.leadNames, left.names)] as const;
  const strangers = [
    missingFrom(left.cast, right.names, right.terms),
    missingFrom(right.cast, left.names, left.terms),
  ] as const;
  const sizes = [left.terms.keys.length, right.terms.keys.length] as const;
  const headlines = left.headline.keys.length > 0 && right.headline.keys.length > 0;
  const whole = cosine(left.terms, right.terms);
  const local = cosine(left.localTerms, right.localTerms);
  const best = Math.max(left.crowding.best, right.crowding.best, 1e-6);
  return {
    cosine: whole,
    cosineLog: evident(whole),
    leadCosineLog: evident(cosine(left.lead, right.lead)),
    leadInTextMore: Math.max(...leadIn),
    leadInTextLess: Math.min(...leadIn),
    localCosine: local,
    localCosineLog: evident(local),
    headlineCosine: headlines ? cosine(left.headline, right.headline) : 0,
    bothHeadlines: headlines ? 1 : 0,
    nameCosineLog: evident(cosine(left.names, right.names)),
    keyNamesLess: Math.min(...names),
    keyNamesMean: (names[0] + names[1]) / 2,
    keyTermsLess: Math.min(...keys),
    keyTermsLog: evident((keys[0] + keys[1]) / 2),
    numberCosine: cosine(left.numbers, right.numbers),
    wordPairCosine: left.wordPairs.cosine(right.wordPairs),
    nearness,
    nearnessToBest: nearness / best,
    crowdedLess: Math.min(left.crowding.top, right.crowding.top),
    crowdedMore: Math.max(left.crowding.top, right.crowding.top),
    ...publicationFeatures(left, right),
    shorterLength: Math.log(Math.max(1, Math.min(...sizes))),
    ...dayFeatures(left.profile.eventDays, right.profile.eventDays),
    leadNamesLess: Math.min(...leadNames),
    leadNamesMore: Math.max(...leadNames),
    strangersLess: Math.min(...strangers),
    strangersMore: Math.max(...strangers),
    sharedNeighbours: sharedNeighbours(left.crowding, right.crowding),
    sameOutlet: left.profile.host !== '' && left.profile.host === right.profile.host ? 1 : 0,
  };
}

export type PairFeatures = ReturnType<typeof pairFeatures>;
