import table from './data/group-weights.json';

/** What is known of a pair of articles when groups are joined. */
export interface PairEvidence {
  probability: number;
  cosine: number;
  localCosine: number;
  /** Days between publications, null when either is undated. */
  gapDays: number | null;
}

/** No evidence at all: the reader said that the two are not one event. */
export const noEvidence: PairEvidence = { probability: 0, cosine: 0, localCosine: 0, gapDays: null };

export type Evidence = (left: number, right: number) => PairEvidence;

const logit = (probability: number): number => {
  const bounded = Math.min(0.9975, Math.max(0.0025, probability));
  return Math.log(bounded / (1 - bounded));
};

/** Sums of evidence over pairs of articles. `gapDays` is that of the `dated` pairs. */
export interface EvidenceSums {
  probability: number;
  logit: number;
  localCosine: number;
  gapDays: number;
  dated: number;
}

export const sumsOf = ({ probability, localCosine, gapDays }: PairEvidence): EvidenceSums => ({
  probability,
  logit: logit(probability),
  localCosine,
  gapDays: gapDays ?? 0,
  dated: gapDays === null ? 0 : 1,
});

export const added = (left: EvidenceSums, right: EvidenceSums): EvidenceSums => ({
  probability: left.probability + right.probability,
  logit: left.logit + right.logit,
  localCosine: left.localCosine + right.localCosine,
  gapDays: left.gapDays + right.gapDays,
  dated: left.dated + right.dated,
});

/** A group of articles and the evidence among them, each pair once. */
export interface Group {
  members: number[];
  within: EvidenceSums;
}

export const groupOf = (member: number): Group => ({
  members: [member],
  within: { probability: 0, logit: 0, localCosine: 0, gapDays: 0, dated: 0 },
});

export const joined = (left: Group, right: Group, between: EvidenceSums): Group => ({
  members: [...left.members, ...right.members],
  within: added(added(left.within, right.within), between),
});

/**
 * Cosine of two groups' centroids, from the cosines of their members: reports of one event differ in wording and
 * agree in the mean, those of two like events do not, however close single pairs come.
 */
function centroidCosine(left: Group, right: Group, between: EvidenceSums): number {
  // Each article is all like itself, and each pair stands in the square of the sum twice.
  const square = ({ members, within }: Group) => members.length + 2 * within.localCosine;
  return between.localCosine / Math.sqrt(square(left) * square(right));
}

/**
 * How much less the two groups hold with one another than the looser of them holds together: a story of many reports
 * is loose throughout, two like incidents are each tight and far from one another.
 */
function loosening(left: Group, right: Group, meanLogit: number): number {
  const pairsIn = (group: Group) => (group.members.length * (group.members.length - 1)) / 2;
  const means = [left, right]
    .filter((group) => pairsIn(group) > 0)
    .map((group) => group.within.logit / pairsIn(group));
  return means.length > 0 ? meanLogit - Math.min(...means) : 0;
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
  const meanLogit = between.logit / pairs;
  const localCosine = centroidCosine(left, right, between);
  const meanGap = between.dated > 0 ? between.gapDays / between.dated : 0;
  return {
    meanProbability: logit(between.probability / pairs),
    meanLogit,
    localCosine,
    smallerSize: smaller,
    largerSize: larger,
    meanLogitBySize: larger * meanLogit,
    localCosineBySize: smaller * localCosine,
    meanGap: Math.log1p(meanGap),
    looserBySize: smaller * loosening(left, right, meanLogit),
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
