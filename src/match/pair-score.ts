import table from './data/event-weights.json';
import type { PairFeatures } from './pair-features';

const weights = Object.entries(table.weights).map(
  ([name, { weight }]) => [name as keyof PairFeatures, weight] as const,
);

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * Probability that two articles tell one event: logistic regression over the features, less a prior for the days
 * between their publication (other events are the likelier the longer one waits).
 * @param gapDays days between publication, null when unknown
 */
export function pairProbability(features: PairFeatures, gapDays: number | null): number {
  let sum = table.bias;
  for (const [name, weight] of weights) sum += weight * features[name];
  if (gapDays !== null) sum -= table.datePrior * Math.log1p(gapDays / 7);
  return logistic(sum);
}

/** Least mean probability at which an article joins a story. */
export const storyThreshold = table.storyThreshold;
