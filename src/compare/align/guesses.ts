import { type Features, featureNames, noFeatures } from './feature-names';
import { weightOf } from './score';
import type { Weighed } from './weighed';

/** Each feature lies between 0 and 1: the value of it that gives the highest score. */
const mostTelling = noFeatures();
for (const name of featureNames) mostTelling[name] = weightOf(name) > 0 ? 1 : 0;

/**
 * Sets what is costly to work out to the value that gives the highest score; what one of the two units lacks cannot
 * be shared. `context` is the most the words around the two can have in common.
 */
export function guessRest(features: Features, left: Weighed, right: Weighed, context: number): void {
  const { unit: a, numbers: here } = left;
  const { unit: b, numbers: there } = right;
  const haveNumbers = (here.kinds & there.kinds) !== 0;
  const haveTimes = (here.times & there.times) !== 0;
  const haveNames = a.entities.length > 0 && b.entities.length > 0;
  features.numberSame = haveNumbers ? mostTelling.numberSame : 0;
  features.numberTelling = haveNumbers
    ? mostTelling.numberTelling * Math.min(here.distinctness, there.distinctness)
    : 0;
  features.numberDiffers = haveNumbers ? mostTelling.numberDiffers : 0;
  features.timeSame = haveTimes ? mostTelling.timeSame : 0;
  features.timeApart = haveTimes ? mostTelling.timeApart : 0;
  features.predicate = mostTelling.predicate;
  features.predicateConflict = mostTelling.predicateConflict;
  features.entities = haveNames ? mostTelling.entities : 0;
  features.entityConflict = haveNames ? mostTelling.entityConflict : 0;
  features.context = mostTelling.context * context;
  features.subject = mostTelling.subject;
  features.sequence = mostTelling.sequence;
  features.letters = mostTelling.letters;
}

/** The evidence from which on a score is at least `least`, a little less for what rounding takes. */
export const leastEvidence = (least: number): number =>
  least <= 0 ? -Number.MAX_VALUE : Math.log(least / Math.max(1 - least, Number.EPSILON)) - slack;

/** Sums of floating point numbers differ by their order; a bound must not fall short for that. */
export const slack = 1e-5;
