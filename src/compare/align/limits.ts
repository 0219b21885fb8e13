import { type FeatureName, featureNames, noFeatures } from './feature-names';
import { setNumbers, setTimes } from './features';
import { slack } from './guesses';
import { bias, weightOf } from './score';
import type { Sheet } from './sheet';
import { signTable, type Traits } from './traits';
import type { Weighed } from './weighed';

/** The most some features, each between 0 and 1, can add to the evidence. */
const mostOf = (names: readonly FeatureName[]): number =>
  names.reduce((sum, name) => sum + Math.max(0, weightOf(name)), 0);

/** The most the evidence for two sentences can be once the walk over the words has told what these say. */
export class Limits {
  /** Weights of the features that the walk makes known. */
  readonly weights = {
    ...noFeatures(),
    ...Object.fromEntries(featureNames.map((name) => [name, weightOf(name)])),
    context: mostOf(['context']),
    missing: mostOf(['missing']),
  };
  /** The most the rest can add: in any case, and where both sentences have names, times or numbers. */
  readonly always =
    bias() +
    mostOf(['sharedMass', 'topicShare', 'predicate', 'predicateConflict', 'subject', 'sequence', 'letters']);
  readonly signs = signTable({ ...this.weights, names: mostOf(['entities', 'entityConflict']) });
  readonly times = mostOf(['timeSame', 'timeApart']);
  readonly numbers = mostOf(['numberSame', 'numberDiffers']);
  readonly numberTelling = mostOf(['numberTelling']);
  private readonly features = noFeatures();

  /**
   * Written out, for it is worked out for every pair that shares a word; the features are those of `setWords`.
   *
   * @param shared weight of the words that the sentences around the two share, at most
   */
  boundOf(traits: Traits, sheet: Sheet, at: number, other: number, shared: number): number {
    const { weights: w } = this;
    const exact = sheet.exact[other] as number;
    const soft = exact + (sheet.synonyms[other] as number);
    const softBack = sheet.softBack[other] as number;
    const sumA = traits.sums[at] as number;
    const sumB = traits.sums[other] as number;
    const around = (traits.surroundings[at] as number) * (traits.surroundings[other] as number);
    const anchor = Math.min(traits.anchoring[at] as number, traits.anchoring[other] as number);
    let sum = this.always + (w.exact * exact) / Math.sqrt(sumA * sumB || 1);
    sum += w.context * Math.min(1, shared / Math.sqrt(around || 1) + slack);
    sum += w.contained * Math.min(1, exact / Math.max(0.3, Math.min(sumA, sumB)));
    sum += (w.soft * (soft + softBack)) / (sumA + sumB || 1);
    sum += w.softBest * Math.max(soft / (sumA || 1), softBack / (sumB || 1));
    sum += w.missing * Math.min(1, Math.max(0, sumA - soft) / 2);
    sum += w.anchors * Math.min(1, (anchor * (sheet.anchors[other] as number)) / 4);
    sum += w.nameAnchors * Math.min(1, (anchor * (sheet.nameAnchors[other] as number)) / 2);
    sum += w.position * Math.abs((traits.positions[at] as number) - (traits.positions[other] as number));
    sum += w.shortness * (1 - Math.min(traits.lengths[at] as number, traits.lengths[other] as number));
    sum += this.signs[(traits.signs[at] as number) * 16 + (traits.signs[other] as number)] as number;
    if (((traits.times[at] as number) & (traits.times[other] as number)) !== 0) sum += this.times;
    if (((traits.kinds[at] as number) & (traits.kinds[other] as number)) !== 0) {
      sum += this.numbersOf(traits.distinctness[at] as number, traits.distinctness[other] as number);
    }
    return sum + slack;
  }

  private numbersOf(distinctness: number, other: number): number {
    return this.numbers + this.numberTelling * Math.min(distinctness, other);
  }

  /** What the numbers and times of two sentences say, less the most they could have said. */
  numbersAndTimes(left: Weighed, right: Weighed): number {
    const { weights: w, features } = this;
    let sum = 0;
    if ((left.numbers.kinds & right.numbers.kinds) !== 0) {
      setNumbers(features, left, right);
      sum += w.numberSame * features.numberSame + w.numberTelling * features.numberTelling;
      sum += w.numberDiffers * features.numberDiffers;
      sum -= this.numbersOf(left.numbers.distinctness, right.numbers.distinctness);
    }
    if ((left.numbers.times & right.numbers.times) !== 0) {
      setTimes(features, left.unit, right.unit);
      sum += w.timeSame * features.timeSame + w.timeApart * features.timeApart - this.times;
    }
    return sum;
  }

  /** What letters that are `likeness` alike say, less the most they could have said. */
  lettersAt(likeness: number): number {
    const { letters } = this.weights;
    return letters * likeness - Math.max(0, letters);
  }
}
