import { type Features, featureNames, noFeatures } from './feature-names';
import { setContext, setSlots, setWording, setWords } from './features';
import type { Lexicon } from './lexicon';
import { Places } from './places';
import type { Rarity } from './rarity';
import { evidence, logistic, weightOf } from './score';
import type { Unit } from './unit';
import type { Weighed } from './weighed';

/** Two units of two articles, how alike they are, and the features behind it. */
export interface UnitPair {
  a: Unit;
  b: Unit;
  features: Features;
  score: number;
}

/** Each feature lies between 0 and 1: the value of it that gives the highest score. */
const mostTelling = noFeatures();
for (const name of featureNames) mostTelling[name] = weightOf(name) > 0 ? 1 : 0;

/** Rare words two units must share before they are looked at more closely; two plain words or one rare one. */
export const leastSharedWeight = 0.35;
export const sharedConcept = 0.2;

export const bothHaveNumbers = (left: Unit, right: Unit): boolean =>
  left.quantities.length > 0 && right.quantities.length > 0;

/** Less than any score: the units are no pair. */
const nothingShared = -1;

/** Sums of floating point numbers differ by their order; a bound must not fall short for that. */
const slack = 1e-9;

/**
 * Scores pairs of units of one story. A score is asked for from a least value on: features are worked out from the
 * cheapest to the costliest, those still unknown are taken at their most telling value, and a pair whose score cannot
 * reach the least any more is given up. What is returned is exact.
 */
export class UnitScorer {
  private readonly lexicon: Lexicon;
  private readonly placesLeft: Places;
  private readonly placesRight: Places;
  /** Words around the left unit. */
  private readonly placesAround: Places;
  private readonly features: Features = noFeatures();
  /** What the pair scored last can reach at most: its score, or the bound at which it was given up. */
  bound = 0;

  constructor(private readonly rarity: Rarity) {
    this.lexicon = rarity.lexicon;
    this.placesLeft = new Places(this.lexicon);
    this.placesRight = new Places(this.lexicon);
    this.placesAround = new Places(this.lexicon);
  }

  private hold(left: Weighed, right: Weighed): void {
    this.placesLeft.hold(left.numbers);
    this.placesRight.hold(right.numbers);
  }

  /** Whether two units share enough rare words or synonyms to be scored. */
  shareEnough(left: Weighed, right: Weighed): boolean {
    this.hold(left, right);
    const { weights } = this.rarity;
    const isLeft = left.numbers.roots.length < right.numbers.roots.length;
    const { roots, concepts } = (isLeft ? left : right).numbers;
    const places = isLeft ? this.placesRight : this.placesLeft;
    let sum = 0;
    for (const root of roots) {
      if (places.of(root) > 0) sum += weights[root] as number;
      if (sum >= leastSharedWeight) return true;
    }
    for (const concept of concepts) if (places.hasConcept(concept)) sum += sharedConcept;
    return sum >= leastSharedWeight;
  }

  /** Takes what is not worked out yet at its most telling value; what one unit lacks cannot be shared. */
  private guess(left: Unit, right: Unit): void {
    const { features } = this;
    const haveNumbers = bothHaveNumbers(left, right);
    const haveTimes = left.times.length > 0 && right.times.length > 0;
    features.numberSame = haveNumbers ? mostTelling.numberSame : 0;
    features.numberTelling = haveNumbers ? mostTelling.numberTelling : 0;
    features.numberDiffers = haveNumbers ? mostTelling.numberDiffers : 0;
    features.timeSame = haveTimes ? mostTelling.timeSame : 0;
    features.timeApart = haveTimes ? mostTelling.timeApart : 0;
    features.predicate = mostTelling.predicate;
    features.predicateConflict = mostTelling.predicateConflict;
    features.entities = mostTelling.entities;
    features.entityConflict = mostTelling.entityConflict;
    features.context = mostTelling.context;
    features.subject = mostTelling.subject;
    features.sequence = mostTelling.sequence;
    features.letters = mostTelling.letters;
  }

  /** Whether the features known by now leave it possible that the score is `least`. */
  private reaches(least: number): boolean {
    this.bound = logistic(evidence(this.features)) + slack;
    return this.bound >= least;
  }

  /** The pair with its score if that is at least `least`; null when it is less or they share no word and no number. */
  score(left: Weighed, right: Weighed, least: number): UnitPair | null {
    const { features, placesLeft, placesRight } = this;
    this.hold(left, right);
    this.guess(left.unit, right.unit);
    this.bound = nothingShared;
    const sharesWords = setWords(features, left, right, placesLeft, placesRight);
    if (!sharesWords && !bothHaveNumbers(left.unit, right.unit)) return null;
    if (!this.reaches(least)) return null;
    setContext(features, left, right, this.placesAround);
    if (!this.reaches(least)) return null;
    setSlots(features, left, right, placesLeft, placesRight);
    this.bound = nothingShared;
    // Units without a common word are a pair by a common number alone.
    if (!sharesWords && features.numberSame === 0) return null;
    if (!this.reaches(least)) return null;
    setWording(features, left, right, placesRight);
    const score = logistic(evidence(features));
    this.bound = score;
    return score < least ? null : { a: left.unit, b: right.unit, features: { ...features }, score };
  }
}
