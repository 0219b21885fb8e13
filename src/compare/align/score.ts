import weightTable from './data/weights.json';
import type { FeatureName, Features } from './feature-names';

/** Fitted by bench/compare/fit-alignment.ts on the labelled events; see docs/claims.md. */
const weights: Readonly<Record<FeatureName, number> & { bias: number }> = weightTable;

export const weightOf = (name: FeatureName): number => weights[name];

export const bias = (): number => weights.bias;

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

type Left = 'numbers' | 'times' | null;

/**
 * Written out feature by feature: looked up by name in a loop, the sum takes several times as long, and it is taken
 * for every pair of clauses. `test/compare/align` holds it to `featureNames`.
 */
export function evidence(f: Features, without: Left = null): number {
  const w = weights;
  let sum = w.bias + f.exact * w.exact + f.contained * w.contained + f.soft * w.soft;
  sum = sum + f.softBest * w.softBest + f.predicate * w.predicate + f.entities * w.entities;
  sum = sum + f.entityConflict * w.entityConflict + f.predicateConflict * w.predicateConflict;
  if (without !== 'numbers') {
    sum = sum + f.numberSame * w.numberSame + f.numberTelling * w.numberTelling;
    sum = sum + f.numberDiffers * w.numberDiffers;
  }
  sum = sum + f.context * w.context + f.letters * w.letters + f.position * w.position;
  if (without !== 'times') sum = sum + f.timeSame * w.timeSame + f.timeApart * w.timeApart;
  sum = sum + f.subject * w.subject + f.sharedMass * w.sharedMass + f.topicShare * w.topicShare;
  sum = sum + f.missing * w.missing + f.anchors * w.anchors + f.nameAnchors * w.nameAnchors;
  sum = sum + f.shortness * w.shortness + f.sequence * w.sequence + f.quoteMix * w.quoteMix;
  return sum + f.backgroundMix * w.backgroundMix + f.headline * w.headline;
}

/** Probability that two units state the same fact, or give values of the same thing. */
export const alignmentScore = (features: Features): number => logistic(evidence(features));

/** The same without the numbers' own say: whether the units are about one thing whatever their figures are. */
export const scoreWithoutNumbers = (features: Features): number => logistic(evidence(features, 'numbers'));

/** The same without the times' say. */
export const scoreWithoutTimes = (features: Features): number => logistic(evidence(features, 'times'));
