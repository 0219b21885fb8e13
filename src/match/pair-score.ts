import table from './data/event-weights.json';
import type { PairFeatures } from './pair-features';

const names = Object.keys(table.weights) as (keyof PairFeatures)[];
const weights = Float64Array.from(names, (name) => table.weights[name].weight);

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * Probability that two articles tell one event: logistic regression over the features, less a prior for the days
 * between their publication (other events are the likelier the longer one waits).
 * @param gapDays days between publication, null when unknown
 */
export function pairProbability(features: PairFeatures, gapDays: number | null): number {
  let sum = table.bias;
  for (let at = 0; at < names.length; at++) sum += weights[at]! * features[names[at]!];
  if (gapDays !== null) sum -= table.datePrior * Math.log1p(gapDays / 7);
  return logistic(sum);
}

/** Least mean probability at which an article joins a story. */
export const storyThreshold = table.storyThreshold;
