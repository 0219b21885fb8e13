import weightTable from './data/weights.json';
import { type FeatureName, type Features, featureNames } from './features';

/** Fitted by bench/compare/fit-alignment.ts on the labelled events; see docs/claims.md. */
const weights: Record<FeatureName, number> & { bias: number } = weightTable;

export const weightOf = (name: FeatureName): number => weights[name];

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Probability that two units state the same fact, or give values of the same thing. */
export function alignmentScore(features: Features): number {
  let sum = weights.bias;
  for (const name of featureNames) sum += features[name] * weights[name];
  return logistic(sum);
}

/** The same without the numbers' own say: whether the units are about one thing whatever their figures are. */
export const scoreWithoutNumbers = (features: Features): number =>
  alignmentScore({ ...features, numberSame: 0, numberTelling: 0, numberDiffers: 0 });

/** The same without the times' say. */
export const scoreWithoutTimes = (features: Features): number =>
  alignmentScore({ ...features, timeSame: 0, timeApart: 0 });
