import { sharedNeighbours } from './crowding';
import type { EventDays } from './event-days';
import type { Neighbourhood } from './neighbourhood';
import { cosine } from './vector';

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

function publicationFeatures(around: Neighbourhood, left: number, right: number): typeof noPublication {
  const gap = around.gap(left, right);
  if (gap === null) return noPublication;
  const [one, other] = [around.profiles[left]!.day!, around.profiles[right]!.day!];
  return {
    bothDated: 1,
    publishedNear: Math.exp(-gap / 3),
    publishedSurprise: surpriseOf(gap, one, other, around.subjectDays),
  };
}

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
export function pairFeatures(around: Neighbourhood, left: number, right: number, nearness: number) {
  const terms = around.terms.likeness(left, right);
  const names = around.names.likeness(left, right);
  const [one, other] = [around.profiles[left]!, around.profiles[right]!];
  const crowdings = [around.crowdings[left]!, around.crowdings[right]!] as const;
  const tops = [crowdings[0].top, crowdings[1].top] as const;
  const headlines = one.headline.places.length > 0 && other.headline.places.length > 0;
  const best = Math.max(crowdings[0].best, crowdings[1].best, 1e-6);
  return {
    cosine: terms.cosine,
    cosineLog: evident(terms.cosine),
    leadCosineLog: evident(terms.leadCosine),
    leadInTextMore: Math.max(...terms.leadInText),
    leadInTextLess: Math.min(...terms.leadInText),
    localCosine: terms.localCosine,
    localCosineLog: evident(terms.localCosine),
    headlineCosine: headlines ? terms.headlineCosine : 0,
    bothHeadlines: headlines ? 1 : 0,
    nameCosineLog: evident(names.cosine),
    keyNamesLess: Math.min(...names.keyNames),
    keyNamesMean: (names.keyNames[0] + names.keyNames[1]) / 2,
    keyTermsLess: Math.min(...terms.keyTerms),
    keyTermsLog: evident((terms.keyTerms[0] + terms.keyTerms[1]) / 2),
    numberCosine: cosine(around.numbers[left]!, around.numbers[right]!),
    wordPairCosine: around.wordPairs.cosine(left, right),
    nearness,
    nearnessToBest: nearness / best,
    crowdedLess: Math.min(...tops),
    crowdedMore: Math.max(...tops),
    ...publicationFeatures(around, left, right),
    shorterLength: Math.log(Math.max(1, Math.min(one.terms.keys.length, other.terms.keys.length))),
    ...dayFeatures(one.eventDays, other.eventDays),
    leadNamesLess: Math.min(...names.leadNames),
    leadNamesMore: Math.max(...names.leadNames),
    strangersLess: Math.min(...names.strangers),
    strangersMore: Math.max(...names.strangers),
    sharedNeighbours: sharedNeighbours(...crowdings),
    sameOutlet: one.host !== '' && one.host === other.host ? 1 : 0,
  };
}

export type PairFeatures = ReturnType<typeof pairFeatures>;
