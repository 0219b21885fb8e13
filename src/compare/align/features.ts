import { entityMatch } from './entity-match';
import type { Features } from './feature-names';
import { letterLikeness } from './letters';
import { hasBit } from './lexicon';
import type { Unit } from './unit';
import { distinctness, headSimilarity, relateQuantities, relateTimes } from './values';
import { synonymSimilarity } from './vocabulary';
import type { Weighed } from './weighed';

export { type FeatureName, type Features, featureNames } from './feature-names';

/** 1 when the other side has the word, less when it has a synonym of it. */
function likeness(root: number, other: Weighed): number {
  if (hasBit(other.set, root)) return 1;
  const concepts = other.lexicon.conceptsOf(root);
  for (const concept of concepts) if (hasBit(other.conceptSet, concept)) return synonymSimilarity;
  return 0;
}

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
  const { lexicon } = from;
  const anchoring = Math.min(from.anchoring, to.anchoring);
  let exact = 0;
  let soft = 0;
  let missing = 0;
  let mass = 0;
  let topicHits = 0;
  let hits = 0;
  let anchors = 0;
  let nameAnchors = 0;
  for (const root of from.roots) {
    const weight = lexicon.weight(root);
    const like = likeness(root, to);
    if (like === 1) {
      exact += weight;
      // A word each article uses once marks the same spot in both, whatever the story's other words.
      const uses = (from.frequency[root] as number) * (to.frequency[root] as number);
      if (hasBit(from.names, root) && hasBit(to.names, root)) nameAnchors += anchoring / uses;
      else anchors += anchoring / uses;
    }
    soft += weight * like;
    missing += weight * (1 - like);
    if (like === 0) continue;
    hits += like;
    if (lexicon.isTopical(root)) topicHits += like;
    else mass += like * weight;
  }
  return { exact, soft, missing, mass, topicHits, hits, anchors, nameAnchors };
}

function contextOverlap({ surroundings: left, lexicon }: Weighed, { surroundings: right }: Weighed): number {
  const [small, large] = left.roots.length < right.roots.length ? [left, right] : [right, left];
  let common = 0;
  for (const root of small.roots) if (hasBit(large.set, root)) common += lexicon.weight(root);
  return common / Math.sqrt(left.sum * right.sum || 1);
}

function predicateLikeness(left: Weighed, right: Weighed): number {
  let best = 0;
  for (const a of left.predicates) {
    for (const b of right.predicates) best = Math.max(best, left.lexicon.similarity(a, b));
    // The action as a noun on the other side: "arrested" and "the arrest of".
    if (hasBit(right.set, a)) best = Math.max(best, 0.8);
  }
  for (const b of right.predicates) if (hasBit(left.set, b)) best = Math.max(best, 0.8);
  return best;
}

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

function coveredRoots(from: Weighed, to: Weighed): number {
  let sum = 0;
  for (const root of from.subject) {
    let best = 0;
    for (const other of to.subject) best = Math.max(best, from.lexicon.similarity(root, other));
    sum += best;
  }
  return sum;
}

function subjectLikeness(left: Weighed, right: Weighed): number {
  const smaller = Math.min(left.subject.length, right.subject.length);
  if (smaller === 0) return 0;
  return Math.min(1, Math.max(coveredRoots(left, right), coveredRoots(right, left)) / smaller);
}

/** Longer runs than this count no more. */
const longestCounted = 5;

/** Longest run of words both texts have in order and without a gap, over five words at most. */
function longestRun({ words: a }: Weighed, { words: b, set }: Weighed): number {
  let longest = 0;
  for (let from = 0; from + longest < a.length; from += 1) {
    const first = a[from] as number;
    if (!hasBit(set, first)) continue;
    for (let at = b.indexOf(first); at >= 0; at = b.indexOf(first, at + 1)) {
      let run = 1;
      while (from + run < a.length && at + run < b.length && a[from + run] === b[at + run]) run += 1;
      if (run > longest) longest = run;
    }
    if (longest >= longestCounted) break;
  }
  return Math.min(1, Math.max(0, longest - 1) / (longestCounted - 1));
}

/** The features of two units, or null when they share no word and no number. */
export function featuresOf(left: Weighed, right: Weighed): Features | null {
  const there = shared(left, right);
  const number = numbers(left.unit, right.unit);
  if (there.hits === 0 && number.same === 0) return null;
  const back = shared(right, left);
  const total = left.sum + right.sum || 1;
  const hits = there.hits + back.hits;
  const entities = entityMatch(left, right);
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
    predicateConflict: predicate < 0.5 && left.isKnownAction && right.isKnownAction ? 1 : 0,
    numberSame: number.same,
    numberTelling: number.telling,
    numberDiffers: number.differs,
    context: contextOverlap(left, right),
    letters: letterLikeness(left.unit, right.unit, left.letters, right.letters),
    position: Math.abs(left.position - right.position),
    timeSame: time.same,
    timeApart: time.apart,
    subject: subjectLikeness(left, right),
    sharedMass: Math.min(1.5, (there.mass + back.mass) / 2) / 1.5,
    topicShare: hits ? (there.topicHits + back.topicHits) / hits : 0,
    missing: Math.min(2, there.missing, back.missing) / 2,
    anchors: Math.min(1, there.anchors / 4),
    nameAnchors: Math.min(1, there.nameAnchors / 2),
    shortness: 1 - Math.min(1, Math.min(left.unit.roots.length, right.unit.roots.length) / 8),
    sequence: longestRun(left, right),
    quoteMix: left.unit.quoted !== right.unit.quoted ? 1 : 0,
    backgroundMix: left.unit.background !== right.unit.background ? 1 : 0,
    headline: left.unit.part === 'headline' || right.unit.part === 'headline' ? 1 : 0,
  };
}
