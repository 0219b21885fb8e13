import { type Features, featuresOf, type Weighed, weigh } from './features';
import type { Profile } from './profile';
import type { Rarity } from './rarity';
import { alignmentScore } from './score';
import type { Unit } from './unit';

/** Two units of two articles, how alike they are, and the features behind it. */
export interface UnitPair {
  a: Unit;
  b: Unit;
  features: Features;
  score: number;
}

/** A pair of sentences with the best pair of their clauses. */
export interface SentencePair extends UnitPair {
  clauses: UnitPair;
}

interface WeighedSentence {
  sentence: Weighed;
  clauses: Weighed[];
}

const weighed = new WeakMap<Rarity, Map<Profile, WeighedSentence[]>>();

function weighedSentences(profile: Profile, rarity: Rarity): WeighedSentence[] {
  const byProfile = weighed.get(rarity) ?? new Map<Profile, WeighedSentence[]>();
  weighed.set(rarity, byProfile);
  const known = byProfile.get(profile);
  if (known) return known;
  const { sentences } = profile;
  const made = sentences.map((unit, at) => {
    const neighbours = [sentences[at - 1], sentences[at + 1]].filter((other) => other !== undefined);
    const position = at / Math.max(1, sentences.length - 1);
    const sentence = weigh(unit, neighbours, position, profile, rarity);
    const clauses = (profile.clauses[at] ?? []).map((clause) =>
      clause === unit ? sentence : weigh(clause, neighbours, position, profile, rarity),
    );
    return { sentence, clauses };
  });
  byProfile.set(profile, made);
  return made;
}

/** Rare words two sentences must share before they are looked at more closely; two plain words or one rare one. */
const leastSharedWeight = 0.35;

/** Sentences this unlike have no clause in common worth the search; it is most of the time of a comparison. */
const leastWhole = 0.05;

function sharesEnough(left: Weighed, right: Weighed): boolean {
  const [small, large] = left.sum < right.sum ? [left, right] : [right, left];
  let sum = 0;
  for (const [root, weight] of small.weights) {
    if (large.weights.has(root)) sum += weight;
    if (sum >= leastSharedWeight) return true;
  }
  for (const concept of small.unit.concepts) if (large.unit.concepts.has(concept)) sum += 0.2;
  return sum >= leastSharedWeight;
}

function scorePair(left: Weighed, right: Weighed): UnitPair | null {
  const features = featuresOf(left, right);
  return features && { a: left.unit, b: right.unit, features, score: alignmentScore(features) };
}

function bestClauses(left: WeighedSentence, right: WeighedSentence, whole: UnitPair): UnitPair {
  if (left.clauses.length <= 1 && right.clauses.length <= 1) return whole;
  let best: UnitPair | null = null;
  for (const a of left.clauses) {
    for (const b of right.clauses) {
      const haveNumbers = a.unit.quantities.length > 0 && b.unit.quantities.length > 0;
      if (!haveNumbers && !sharesEnough(a, b)) continue;
      const pair = scorePair(a, b);
      if (pair && (best === null || pair.score > best.score)) best = pair;
    }
  }
  return best ?? whole;
}

/** All sentence pairs of two articles that share enough to be compared, in text order. */
export function alignSentences(a: Profile, b: Profile, rarity: Rarity): SentencePair[] {
  const left = weighedSentences(a, rarity);
  const right = weighedSentences(b, rarity);
  const pairs: SentencePair[] = [];
  for (const here of left) {
    for (const there of right) {
      if (!sharesEnough(here.sentence, there.sentence)) continue;
      const whole = scorePair(here.sentence, there.sentence);
      if (!whole) continue;
      const clauses = whole.score < leastWhole ? whole : bestClauses(here, there, whole);
      pairs.push({ ...whole, clauses });
    }
  }
  return pairs;
}

/** The score of one clause pair, for slot comparisons inside an aligned pair of sentences. */
export function clausePairs(a: Profile, b: Profile, pair: SentencePair, rarity: Rarity): UnitPair[] {
  const left = weighedSentences(a, rarity).find(({ sentence }) => sentence.unit === pair.a);
  const right = weighedSentences(b, rarity).find(({ sentence }) => sentence.unit === pair.b);
  if (!left || !right) return [];
  return left.clauses.flatMap((here) => right.clauses.flatMap((there) => scorePair(here, there) ?? []));
}
