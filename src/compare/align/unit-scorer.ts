import { leastSharedWeight, sharedConcept } from './bounds';
import { type Features, noFeatures } from './feature-names';
import { setContext, setSlots, setWording, setWords } from './features';
import { guessRest, leastEvidence, slack } from './guesses';
import { letterLikeness } from './letters';
import type { Lexicon } from './lexicon';
import { Places } from './places';
import type { Rarity } from './rarity';
import { evidence, logistic } from './score';
import { bothHaveNumbers, type Unit } from './unit';
import type { Weighed } from './weighed';

/** Two units of two articles, how alike they are, and the features behind it. */
export interface UnitPair {
  a: Unit;
  b: Unit;
  features: Features;
  score: number;
}

/** Less than any evidence: the units are no pair. */
const nothingShared = Number.NEGATIVE_INFINITY;

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
  /** The most the evidence for the pair scored last can be: minus infinity when it is no pair. */
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

  /** Whether the features known by now leave it possible that the evidence is `least`. */
  private reaches(least: number): boolean {
    this.bound = evidence(this.features) + slack;
    return this.bound >= least;
  }

  /**
   * The pair with its score if that is at least `least`; null when it is less or they share no word and no number.
   *
   * @param likeness of their letters, where that is known
   */
  score(left: Weighed, right: Weighed, least: number, likeness: number | null = null): UnitPair | null {
    const { features, placesLeft, placesRight } = this;
    const enough = leastEvidence(least);
    this.hold(left, right);
    guessRest(features, left, right, 1);
    if (likeness !== null) features.letters = likeness;
    this.bound = nothingShared;
    const sharesWords = setWords(features, left, right, placesLeft, placesRight);
    if (!sharesWords && !bothHaveNumbers(left.unit, right.unit)) return null;
    if (!this.reaches(enough)) return null;
    setContext(features, left, right, this.placesAround);
    if (!this.reaches(enough)) return null;
    setSlots(features, left, right, placesLeft, placesRight);
    this.bound = nothingShared;
    // Units without a common word are a pair by a common number alone.
    if (!sharesWords && features.numberSame === 0) return null;
    if (!this.reaches(enough)) return null;
    if (likeness === null) {
      features.letters = letterLikeness(left.unit, right.unit);
      if (!this.reaches(enough)) return null;
    }
    setWording(features, left, right, placesRight);
    const sum = evidence(features);
    const score = logistic(sum);
    this.bound = sum + slack;
    return score < least ? null : { a: left.unit, b: right.unit, features: { ...features }, score };
  }
}
