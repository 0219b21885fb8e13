import { type Cast, missingFrom } from './cast';
import { type Crowding, sharedNeighbours } from './crowding';
import type { EventDays } from './event-days';
import { cosine, coverage, type TermVector } from './vector';
import type { WeighedProfile } from './weighed-profile';

/** One article of a pair with what surrounds it in the store. */
export interface Placed extends WeighedProfile {
  crowding: Crowding;
  /** Terms and names weighed once more by how rare they are among the candidates: what tells this event from its like. */
  localTerms: TermVector;
  localNames: TermVector;
  /** Who the article is about, as against the others at hand. */
  cast: Cast;
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

export function publicationFeatures(left: number | null, right: number | null) {
  if (left === null || right === null)
    return { bothDated: 0, publishedNear: 0, publishedGap: 0, publishedFar: 0 };
  const gap = Math.abs(left - right);
  return {
    bothDated: 1,
    publishedNear: Math.exp(-gap / 3),
    publishedGap: Math.log1p(gap),
    publishedFar: Math.min(1, gap / 30),
  };
}

/** Days between two publications, null when either is undated. */
export const publicationGap = (left: Placed, right: Placed): number | null =>
  left.profile.day === null || right.profile.day === null
    ? null
    : Math.abs(left.profile.day - right.profile.day);

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
  const best = Math.max(left.crowding.best, right.crowding.best, 1e-6);
  return {
    cosine: whole,
    leadCosine: cosine(left.lead, right.lead),
    leadInTextMore: Math.max(...leadIn),
    leadInTextLess: Math.min(...leadIn),
    localCosine: cosine(left.localTerms, right.localTerms),
    localNames: cosine(left.localNames, right.localNames),
    headlineCosine: headlines ? cosine(left.headline, right.headline) : 0,
    bothHeadlines: headlines ? 1 : 0,
    nameCosine: cosine(left.names, right.names),
    keyNamesLess: Math.min(...names),
    keyNamesMean: (names[0] + names[1]) / 2,
    keyTermsLess: Math.min(...keys),
    keyTermsMean: (keys[0] + keys[1]) / 2,
    numberCosine: cosine(left.numbers, right.numbers),
    wordPairCosine: left.wordPairs.cosine(right.wordPairs),
    nearness,
    nearnessToBest: nearness / best,
    overBackgroundMore: nearness - Math.min(left.crowding.background, right.crowding.background),
    overBackgroundLess: nearness - Math.max(left.crowding.background, right.crowding.background),
    overFarMore: nearness - Math.min(left.crowding.farBackground, right.crowding.farBackground),
    overFarLess: nearness - Math.max(left.crowding.farBackground, right.crowding.farBackground),
    crowdedLess: Math.min(left.crowding.top, right.crowding.top),
    crowdedMore: Math.max(left.crowding.top, right.crowding.top),
    ...publicationFeatures(left.profile.day, right.profile.day),
    shorterLength: Math.log(Math.max(1, Math.min(...sizes))),
    lengthRatio: Math.min(...sizes) / Math.max(1, ...sizes),
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
