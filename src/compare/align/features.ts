import { setNames } from './entity-match';
import type { Features } from './feature-names';
import { noOverlap, overlapInto } from './overlap';
import type { Places } from './places';
import type { Unit } from './unit';
import { distinctness, headSimilarity, relateQuantities, relateTimes } from './values';
import type { Weighed } from './weighed';

export { type FeatureName, type Features, featureNames } from './feature-names';

const there = noOverlap();
const back = noOverlap();

/**
 * Words and shape of two units, each held by its places: the cheap features, by which most pairs are told to be
 * nothing to each other. False when they share no word, not even by a synonym.
 */
export function setWords(
  features: Features,
  left: Weighed,
  right: Weighed,
  placesLeft: Places,
  placesRight: Places,
): boolean {
  overlapInto(there, left, right, placesRight);
  overlapInto(back, right, left, placesLeft);
  const { sum: sumA } = left;
  const { sum: sumB } = right;
  const hits = there.hits + back.hits;
  const length = Math.sqrt(sumA * sumB || 1);
  features.exact = there.exact / length;
  features.contained = Math.min(1, there.exact / Math.max(0.3, Math.min(sumA, sumB)));
  features.soft = (there.soft + back.soft) / (sumA + sumB || 1);
  features.softBest = Math.max(there.soft / (sumA || 1), back.soft / (sumB || 1));
  features.sharedMass = Math.min(1.5, (there.mass + back.mass) / 2) / 1.5;
  features.topicShare = hits ? (there.topicHits + back.topicHits) / hits : 0;
  features.missing = Math.min(2, there.missing, back.missing) / 2;
  features.anchors = Math.min(1, there.anchors / 4);
  features.nameAnchors = Math.min(1, there.nameAnchors / 2);
  setShape(features, left, right);
  return there.hits > 0;
}

/** What two units are, whatever their words. */
function setShape(features: Features, left: Weighed, right: Weighed): void {
  const { unit: a } = left;
  const { unit: b } = right;
  features.position = Math.abs(left.position - right.position);
  features.shortness = 1 - Math.min(1, Math.min(a.roots.length, b.roots.length) / 8);
  features.quoteMix = a.quoted !== b.quoted ? 1 : 0;
  features.backgroundMix = a.background !== b.background ? 1 : 0;
  features.headline = a.part === 'headline' || b.part === 'headline' ? 1 : 0;
}

/** Equal numbers of like things, how telling they are, and numbers of like things that differ. */
export function setNumbers(features: Features, left: Weighed, right: Weighed): void {
  let same = 0;
  let telling = 0;
  let differs = 0;
  const isComparable = (left.numbers.kinds & right.numbers.kinds) !== 0;
  for (const a of isComparable ? left.unit.quantities : []) {
    for (const b of right.unit.quantities) {
      const relation = relateQuantities(a, b);
      if (relation === 'other') continue;
      const alike = a.kind === 'count' || a.kind === 'ordinal' ? headSimilarity(a, b) : 0.7;
      if (alike < 0.4) continue;
      if (relation === 'equal' || relation === 'compatible') {
        same = Math.max(same, alike);
        const exact = relation === 'equal' ? 1 : 0.7;
        telling = Math.max(telling, alike * exact * Math.min(distinctness(a), distinctness(b)));
      } else if (relation === 'different') differs = Math.max(differs, alike);
    }
  }
  features.numberSame = same;
  features.numberTelling = telling;
  features.numberDiffers = same > 0 ? 0 : differs;
}

export function setTimes(features: Features, left: Unit, right: Unit): void {
  let same = 0;
  let apart = 0;
  for (const a of left.times) {
    for (const b of right.times) {
      if (a.report !== b.report) continue;
      const relation = relateTimes(a, b);
      if (relation === 'same' || relation === 'overlap') same = 1;
      if (relation === 'apart') apart = 1;
    }
  }
  features.timeSame = same;
  features.timeApart = same ? 0 : apart;
}

function setPredicates(
  features: Features,
  left: Weighed,
  right: Weighed,
  placesLeft: Places,
  placesRight: Places,
): void {
  const { lexicon } = left.article.rarity;
  const { details: a } = left;
  const { details: b } = right;
  let best = 0;
  for (let at = 0; at < a.predicates.length; at += 1) {
    const here = a.predicates[at] as number;
    best = Math.max(best, lexicon.highestSimilarity(here, b.predicates));
    // The action as a noun on the other side: "arrested" and "the arrest of".
    if (placesRight.of(here) > 0) best = Math.max(best, 0.8);
  }
  for (let at = 0; at < b.predicates.length; at += 1) {
    if (placesLeft.of(b.predicates[at] as number) > 0) best = Math.max(best, 0.8);
  }
  features.predicate = best;
  features.predicateConflict = best < 0.5 && a.isKnownAction && b.isKnownAction ? 1 : 0;
}

/** Numbers, times, actions and names: what two units say beside their words. */
export function setSlots(
  features: Features,
  left: Weighed,
  right: Weighed,
  placesLeft: Places,
  placesRight: Places,
): void {
  setNumbers(features, left, right);
  setTimes(features, left.unit, right.unit);
  setPredicates(features, left, right, placesLeft, placesRight);
  setNames(features, left, right);
}

/** Words of the neighbouring sentences; `placesLeft` is free to hold those of the left one. */
export function setContext(features: Features, left: Weighed, right: Weighed, placesLeft: Places): void {
  const { weights } = left.article.rarity;
  const a = left.article.surroundingsOf(left.at);
  const b = right.article.surroundingsOf(right.at);
  placesLeft.hold(a);
  const { roots } = b;
  let common = 0;
  for (let at = 0; at < roots.length; at += 1) {
    const root = roots[at] as number;
    if (placesLeft.of(root) > 0) common += weights[root] as number;
  }
  features.context = common / Math.sqrt(a.sum * b.sum || 1);
}

function coveredRoots(from: Weighed, to: Weighed): number {
  const { lexicon } = from.article.rarity;
  let sum = 0;
  const { subject } = from.details;
  for (let at = 0; at < subject.length; at += 1) {
    sum += lexicon.highestSimilarity(subject[at] as number, to.details.subject);
  }
  return sum;
}

function subjectLikeness(left: Weighed, right: Weighed): number {
  const smaller = Math.min(left.details.subject.length, right.details.subject.length);
  if (smaller === 0) return 0;
  return Math.min(1, Math.max(coveredRoots(left, right), coveredRoots(right, left)) / smaller);
}

/** Longer runs than this count no more. */
const longestCounted = 5;

/** Longest run of words both texts have in order and without a gap, over five words at most. */
function longestRun(a: Int32Array, b: Int32Array, placesB: Places): number {
  let longest = 0;
  for (let from = 0; from + longest < a.length; from += 1) {
    const first = a[from] as number;
    if (placesB.of(first) === 0) continue;
    for (let at = b.indexOf(first); at >= 0; at = b.indexOf(first, at + 1)) {
      let run = 1;
      while (from + run < a.length && at + run < b.length && a[from + run] === b[at + run]) run += 1;
      if (run > longest) longest = run;
    }
    if (longest >= longestCounted) break;
  }
  return Math.min(1, Math.max(0, longest - 1) / (longestCounted - 1));
}

/** Subjects and runs of words: the costliest features for what they tell. */
export function setWording(features: Features, left: Weighed, right: Weighed, placesRight: Places): void {
  features.subject = subjectLikeness(left, right);
  features.sequence = longestRun(left.numbers.words, right.numbers.words, placesRight);
}
