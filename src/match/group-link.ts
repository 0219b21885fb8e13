import table from './data/group-weights.json';

/** What is known of a pair of articles when groups are joined. */
export interface PairEvidence {
  probability: number;
  cosine: number;
  localCosine: number;
  names: number;
  localNames: number;
  /** Foremost names of either that the other does not have. */
  strangers: number;
}

/** No evidence at all: the reader said that the two are not one event. */
export const noEvidence: PairEvidence = {
  probability: 0,
  cosine: 0,
  localCosine: 0,
  names: 0,
  localNames: 0,
  strangers: 0,
};

export type Evidence = (left: number, right: number) => PairEvidence;

const logit = (probability: number): number => {
  const bounded = Math.min(0.9975, Math.max(0.0025, probability));
  return Math.log(bounded / (1 - bounded));
};

/** Sums of evidence over pairs of articles, in the order of `fields`. */
export type EvidenceSums = Float64Array;

const fields = ['probability', 'cosine', 'localCosine', 'names', 'localNames', 'strangers'] as const;
const logitField = fields.length;
const strangersField = fields.indexOf('strangers');

export function sumsOf(evidence: PairEvidence): EvidenceSums {
  const sums = new Float64Array(fields.length + 1);
  fields.forEach((field, at) => {
    sums[at] = evidence[field];
  });
  sums[logitField] = logit(evidence.probability);
  return sums;
}

/** An article is all like itself. */
export const sumsOfOne = (): EvidenceSums => new Float64Array(fields.length + 1).fill(1);

/** A group of articles and the evidence among them, each with itself and with every other, both ways. */
export interface Group {
  members: number[];
  within: EvidenceSums;
}

export function joined(left: Group, right: Group, between: EvidenceSums): Group {
  return {
    members: [...left.members, ...right.members],
    within: left.within.map((sum, at) => sum + right.within[at]! + 2 * between[at]!),
  };
}

/**
 * Cosine of two groups' centroids, from the cosines of their members: reports of one event differ in wording and
 * agree in the mean, those of two like events do not, however close single pairs come.
 */
function centroidCosine(left: Group, right: Group, between: EvidenceSums, field: number): number {
  const within = left.within[field]! * right.within[field]!;
  return within > 0 ? between[field]! / Math.sqrt(within) : 0;
}

/**
 * A group is the likelier to be a real event the more reports it has, up to here: beyond, size must not go on lowering
 * what a newcomer needs, or one group swallows a subject with hundreds of like incidents.
 */
const largeGroup = 8;

/**
 * What decides whether two groups are one story. Reasons and weights stand in `data/group-weights.json`.
 * @param between sums over all pairs of one article here and one there
 */
export function groupFeatures(left: Group, right: Group, between: EvidenceSums) {
  const pairs = left.members.length * right.members.length;
  const smaller = Math.log(Math.min(left.members.length, right.members.length));
  const larger = Math.log(Math.min(largeGroup, Math.max(left.members.length, right.members.length)));
  const strangers = between[strangersField]! / pairs;
  const [cosine, localCosine, names, localNames] = [1, 2, 3, 4].map((field) =>
    centroidCosine(left, right, between, field),
  ) as [number, number, number, number];
  return {
    meanProbability: logit(between[0]! / pairs),
    meanLogit: between[logitField]! / pairs,
    cosine,
    localCosine,
    names,
    localNames,
    strangers,
    strangersBySize: larger * strangers,
    smallerSize: smaller,
    largerSize: larger,
    meanLogitBySize: larger * (between[logitField]! / pairs),
    cosineBySize: smaller * cosine,
    localCosineBySize: smaller * localCosine,
    namesBySize: smaller * names,
    localNamesBySize: smaller * localNames,
  };
}

export type GroupFeatures = ReturnType<typeof groupFeatures>;

const weights = Object.entries(table.weights).map(
  ([name, { weight }]) => [name as keyof GroupFeatures, weight] as const,
);

/** Probability that two groups tell one event. */
export function groupProbability(features: GroupFeatures): number {
  let sum = table.bias;
  for (const [name, weight] of weights) sum += weight * features[name];
  return 1 / (1 + Math.exp(-sum));
}

export const joinThreshold = table.threshold;
