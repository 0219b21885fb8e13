import type { Features } from './feature-names';
import { entityMatch } from './names';
import type { Rarity } from './rarity';
import type { Unit } from './unit';
import { distinctness, headSimilarity, relateQuantities, relateTimes } from './values';
import { conceptsOf, rootSimilarity, synonymSimilarity } from './vocabulary';

export { type FeatureName, type Features, featureNames } from './feature-names';

/** What is needed of a unit again and again, computed once per story. */
export interface Weighed {
  unit: Unit;
  weights: Map<string, number>;
  sum: number;
  topicality: Map<string, number>;
  letters: Map<string, number>;
  lettersLength: number;
  context: Map<string, number>;
  contextSum: number;
  /** In how many sentences of its article each root stands. */
  frequency: ReadonlyMap<string, number>;
  names: Set<string>;
  /** How much "used once" means: nothing in a text of one sentence, all in one of six. */
  anchoring: number;
  /** Place in the article, 0 the lead to 1. */
  position: number;
}

const gramLength = 4;

function letterGrams(text: string): Map<string, number> {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const grams = new Map<string, number>();
  for (let at = 0; at + gramLength <= plain.length; at += 1) {
    const gram = plain.slice(at, at + gramLength);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

export function weigh(
  unit: Unit,
  neighbours: readonly Unit[],
  position: number,
  article: { frequency: ReadonlyMap<string, number>; sentences: readonly Unit[] },
  rarity: Rarity,
): Weighed {
  const weights = new Map<string, number>();
  const topicality = new Map<string, number>();
  let sum = 0;
  for (const root of unit.roots) {
    const weight = rarity.weight(root);
    weights.set(root, weight);
    topicality.set(root, rarity.topicality(root));
    sum += weight;
  }
  const context = new Map<string, number>();
  for (const neighbour of neighbours)
    for (const root of neighbour.roots) context.set(root, rarity.weight(root));
  const letters = letterGrams(unit.text);
  let square = 0;
  for (const count of letters.values()) square += count * count;
  let contextSum = 0;
  for (const weight of context.values()) contextSum += weight;
  return {
    unit,
    weights,
    sum,
    topicality,
    letters,
    lettersLength: Math.sqrt(square),
    context,
    contextSum,
    position,
    frequency: article.frequency,
    anchoring: Math.min(1, (article.sentences.length - 1) / 5),
    names: new Set(unit.words.filter((word) => word.capital).map((word) => word.root)),
  };
}

const likeness = (root: string, other: Weighed): number => {
  if (other.weights.has(root)) return 1;
  for (const concept of conceptsOf(root)) if (other.unit.concepts.has(concept)) return synonymSimilarity;
  return 0;
};

interface Shared {
  exact: number;
  soft: number;
  missing: number;
  mass: number;
  topicHits: number;
  hits: number;
  anchors: number;
  nameAnchors: number;
}

function shared(from: Weighed, to: Weighed): Shared {
  const sums: Shared = {
    exact: 0,
    soft: 0,
    missing: 0,
    mass: 0,
    topicHits: 0,
    hits: 0,
    anchors: 0,
    nameAnchors: 0,
  };
  for (const [root, weight] of from.weights) {
    const like = likeness(root, to);
    if (like === 1) {
      sums.exact += Math.min(weight, to.weights.get(root) ?? 0);
      // A word each article uses once marks the same spot in both, whatever the story's other words.
      const uses = (from.frequency.get(root) ?? 1) * (to.frequency.get(root) ?? 1);
      const anchor = Math.min(from.anchoring, to.anchoring) / uses;
      if (from.names.has(root) && to.names.has(root)) sums.nameAnchors += anchor;
      else sums.anchors += anchor;
    }
    sums.soft += weight * like;
    sums.missing += weight * (1 - like);
    if (like === 0) continue;
    sums.hits += like;
    if ((from.topicality.get(root) ?? 0) > 0.5) sums.topicHits += like;
    else sums.mass += like * weight;
  }
  return sums;
}

function cosine(left: Map<string, number>, right: Map<string, number>): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let dot = 0;
  for (const [key, value] of small) dot += value * (large.get(key) ?? 0);
  return dot;
}

function contextOverlap(left: Weighed, right: Weighed): number {
  const [small, large] =
    left.context.size < right.context.size ? [left.context, right.context] : [right.context, left.context];
  let common = 0;
  for (const [root, weight] of small) if (large.has(root)) common += weight;
  return common / Math.sqrt(left.contextSum * right.contextSum || 1);
}

function predicateLikeness(left: Weighed, right: Weighed): number {
  let best = 0;
  for (const a of left.unit.predicates) {
    if (a.light) continue;
    for (const b of right.unit.predicates) {
      if (!b.light) best = Math.max(best, rootSimilarity(a.root, b.root));
    }
    // The action as a noun on the other side: "arrested" and "the arrest of".
    if (right.weights.has(a.root)) best = Math.max(best, 0.8);
  }
  for (const b of right.unit.predicates) {
    if (!b.light && left.weights.has(b.root)) best = Math.max(best, 0.8);
  }
  return best;
}

const isKnownAction = (weighed: Weighed): boolean =>
  weighed.unit.predicates.some((predicate) => !predicate.light && conceptsOf(predicate.root).length > 0);

interface NumberFeatures {
  same: number;
  telling: number;
  differs: number;
}

/** Equal numbers of like things, how telling they are, and numbers of like things that differ. */
function numbers(left: Unit, right: Unit): NumberFeatures {
  const found = { same: 0, telling: 0, differs: 0 };
  for (const a of left.quantities) {
    for (const b of right.quantities) {
      const relation = relateQuantities(a, b);
      if (relation === 'other') continue;
      const alike = a.kind === 'count' || a.kind === 'ordinal' ? headSimilarity(a, b) : 0.7;
      if (alike < 0.4) continue;
      if (relation === 'equal' || relation === 'compatible') {
        found.same = Math.max(found.same, alike);
        const exact = relation === 'equal' ? 1 : 0.7;
        found.telling = Math.max(found.telling, alike * exact * Math.min(distinctness(a), distinctness(b)));
      } else if (relation === 'different') found.differs = Math.max(found.differs, alike);
    }
  }
  return found.same > 0 ? { ...found, differs: 0 } : found;
}

function times(left: Unit, right: Unit): { same: number; apart: number } {
  let same = 0;
  let apart = 0;
  for (const a of left.times) {
    for (const b of right.times) {
      if (a.report !== b.report) continue;
      const relation = relateTimes(a, b);
      if (relation === 'same' || relation === 'overlap') same = 1;
      if (relation === 'apart') apart = 1;
    }
  }
  return { same, apart: same ? 0 : apart };
}

function coveredRoots(from: ReadonlySet<string>, to: ReadonlySet<string>): number {
  let sum = 0;
  for (const root of from) {
    let best = 0;
    for (const other of to) best = Math.max(best, rootSimilarity(root, other));
    sum += best;
  }
  return sum;
}

function subjectLikeness({ subjectRoots: left }: Unit, { subjectRoots: right }: Unit): number {
  if (left.size === 0 || right.size === 0) return 0;
  const common = Math.max(coveredRoots(left, right), coveredRoots(right, left));
  return Math.min(1, common / Math.min(left.size, right.size));
}

/** Longest run of words both texts have in order and without a gap, over five words at most. */
function longestRun(left: Unit, right: Unit): number {
  const a = left.words;
  const b = right.words;
  const run = new Uint8Array(b.length + 1);
  let longest = 0;
  for (const word of a) {
    let diagonal = 0;
    for (let at = 1; at <= b.length; at += 1) {
      const above = run[at] ?? 0;
      run[at] = word.root === b[at - 1]?.root ? diagonal + 1 : 0;
      longest = Math.max(longest, run[at] ?? 0);
      diagonal = above;
    }
  }
  return Math.min(1, Math.max(0, longest - 1) / 4);
}

/** The features of two units, or null when they share no word and no number. */
export function featuresOf(left: Weighed, right: Weighed): Features | null {
  const there = shared(left, right);
  const number = numbers(left.unit, right.unit);
  if (there.hits === 0 && number.same === 0) return null;
  const back = shared(right, left);
  const total = left.sum + right.sum || 1;
  const hits = there.hits + back.hits;
  const entities = entityMatch(left.unit.entities, right.unit.entities);
  const predicate = predicateLikeness(left, right);
  const time = times(left.unit, right.unit);
  const smaller = Math.min(left.sum, right.sum);
  return {
    exact: there.exact / Math.sqrt(left.sum * right.sum || 1),
    contained: Math.min(1, there.exact / Math.max(0.3, smaller)),
    soft: (there.soft + back.soft) / total,
    softBest: Math.max(there.soft / (left.sum || 1), back.soft / (right.sum || 1)),
    predicate,
    entities: entities.share,
    entityConflict: entities.conflict,
    predicateConflict: predicate < 0.5 && isKnownAction(left) && isKnownAction(right) ? 1 : 0,
    numberSame: number.same,
    numberTelling: number.telling,
    numberDiffers: number.differs,
    context: contextOverlap(left, right),
    letters: cosine(left.letters, right.letters) / (left.lettersLength * right.lettersLength || 1),
    position: Math.abs(left.position - right.position),
    timeSame: time.same,
    timeApart: time.apart,
    subject: subjectLikeness(left.unit, right.unit),
    sharedMass: Math.min(1.5, (there.mass + back.mass) / 2) / 1.5,
    topicShare: hits ? (there.topicHits + back.topicHits) / hits : 0,
    missing: Math.min(2, there.missing, back.missing) / 2,
    anchors: Math.min(1, there.anchors / 4),
    nameAnchors: Math.min(1, there.nameAnchors / 2),
    shortness: 1 - Math.min(1, Math.min(left.unit.roots.length, right.unit.roots.length) / 8),
    sequence: longestRun(left.unit, right.unit),
    quoteMix: left.unit.quoted !== right.unit.quoted ? 1 : 0,
    backgroundMix: left.unit.background !== right.unit.background ? 1 : 0,
    headline: left.unit.part === 'headline' || right.unit.part === 'headline' ? 1 : 0,
  };
}
