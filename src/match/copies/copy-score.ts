import table from '../data/copy-weights.json';
import { type CopyFeatures, copyFeatures, openingIn } from './copy-features';
import type { CopyText } from './copy-text';
import { isSameForm } from './same-form';

const weights = Object.entries(table.weights).map(
  ([name, { weight }]) => [name as keyof CopyFeatures, weight] as const,
);

/** Probability that two texts are one, by logistic regression over the features. */
function copyProbability(features: CopyFeatures): number {
  let sum = table.bias;
  for (const [name, weight] of weights) sum += weight * features[name];
  return 1 / (1 + Math.exp(-sum));
}

export const copyThreshold = table.threshold;

/** Texts without any run of words in common and few stems are no copies; most pairs end here. */
function mayBeCopy(left: CopyText, right: CopyText): boolean {
  let shared = 0;
  const [small, large] = left.stemPairs.size <= right.stemPairs.size ? [left, right] : [right, left];
  const enough = Math.max(1, Math.min(8, small.stemPairs.size * 0.04));
  const { keys, size } = small.stemPairs;
  for (let at = 0; at < size; at++) if (large.stemPairs.has(keys[at]!) && ++shared >= enough) return true;
  return false;
}

/** What so few content words tell of an event, every report of it tells, in about the same order. */
const briefStems = 30;
const sameWording = 0.5;

/** Two teasers or stubs on one event that are not worded alike: retelling says nothing there. */
const isBriefOfItsOwn = (left: CopyText, right: CopyText, { fivesMore }: CopyFeatures): boolean =>
  Math.min(left.stems.length, right.stems.length) < briefStems && fivesMore < sameWording;

export interface CopyLink {
  probability: number;
  features: CopyFeatures;
  /** Shares of each text's opening that stand in the other: a digest holds the openings of several texts. */
  openings: { leftInRight: number; rightInLeft: number };
}

/** Two texts less likely to be one are two, and no more is asked of them. */
const unlikely = 0.005;

/** How likely two texts are one; null when they are plainly two. */
export function copyLink(left: CopyText, right: CopyText): CopyLink | null {
  if (!mayBeCopy(left, right)) return null;
  const features = copyFeatures(left, right);
  const openings = { leftInRight: openingIn(left, right), rightInLeft: openingIn(right, left) };
  const likeness = copyProbability(features);
  const isOwn = likeness > unlikely && (isBriefOfItsOwn(left, right, features) || isSameForm(left, right));
  return { probability: isOwn ? 0 : likeness, features, openings };
}
