import { type Features, featuresOf } from './features';
import { hasBit, lexiconOf } from './lexicon';
import type { Profile } from './profile';
import type { Rarity } from './rarity';
import { alignmentScore } from './score';
import type { Unit } from './unit';
import { type Weighed, type WeighedSentence, weighSentences } from './weighed';

/** Two units of two articles, how alike they are, and the features behind it. */
export interface UnitPair {
  a: Unit;
  b: Unit;
  features: Features;
  score: number;
}

/** A pair of sentences with the best pair of their clauses. */
export interface SentencePair extends UnitPair {
  clauses: UnitPair;
}

/** The sentences of an article ready for comparison, and where each root and each concept stands. */
interface Prepared {
  sentences: WeighedSentence[];
  byUnit: Map<Unit, WeighedSentence>;
  byRoot: Map<number, number[]>;
  byConcept: Map<number, number[]>;
}

function postings(lists: readonly Int32Array[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  lists.forEach((list, at) => {
    for (const member of list) {
      const known = found.get(member);
      if (known) known.push(at);
      else found.set(member, [at]);
    }
  });
  return found;
}

const prepared = new WeakMap<Rarity, Map<Profile, Prepared>>();

function prepare(profile: Profile, rarity: Rarity): Prepared {
  const byProfile = prepared.get(rarity) ?? new Map<Profile, Prepared>();
  prepared.set(rarity, byProfile);
  const known = byProfile.get(profile);
  if (known) return known;
  const sentences = weighSentences(profile, lexiconOf(rarity));
  const made = {
    sentences,
    byUnit: new Map(sentences.map((each) => [each.sentence.unit, each])),
    byRoot: postings(sentences.map(({ sentence }) => sentence.roots)),
    byConcept: postings(sentences.map(({ sentence }) => sentence.concepts)),
  };
  byProfile.set(profile, made);
  return made;
}

/** Rare words two sentences must share before they are looked at more closely; two plain words or one rare one. */
const leastSharedWeight = 0.35;
const sharedConcept = 0.2;

/** Sentences this unlike have no clause in common worth the search; it is most of the time of a comparison. */
const leastWhole = 0.05;

function sharesEnough(left: Weighed, right: Weighed): boolean {
  const [small, large] = left.roots.length < right.roots.length ? [left, right] : [right, left];
  let sum = 0;
  for (const root of small.roots) {
    if (hasBit(large.set, root)) sum += left.lexicon.weight(root);
    if (sum >= leastSharedWeight) return true;
  }
  for (const concept of small.concepts) if (hasBit(large.conceptSet, concept)) sum += sharedConcept;
  return sum >= leastSharedWeight;
}

/** The same as `sharesEnough` with all sentences of an article at once: only those that share something are met. */
function partnersOf(sentence: Weighed, there: Prepared): WeighedSentence[] {
  const sums = new Float64Array(there.sentences.length);
  for (const root of sentence.roots) {
    const weight = sentence.lexicon.weight(root);
    for (const at of there.byRoot.get(root) ?? []) sums[at] = (sums[at] as number) + weight;
  }
  for (const concept of sentence.concepts) {
    for (const at of there.byConcept.get(concept) ?? []) sums[at] = (sums[at] as number) + sharedConcept;
  }
  return there.sentences.filter((_, at) => (sums[at] as number) >= leastSharedWeight);
}

function scorePair(left: Weighed, right: Weighed): UnitPair | null {
  const features = featuresOf(left, right);
  return features && { a: left.unit, b: right.unit, features, score: alignmentScore(features) };
}

function bestClauses(left: WeighedSentence, right: WeighedSentence, whole: UnitPair): UnitPair {
  if (left.clauses.length <= 1 && right.clauses.length <= 1) return whole;
  let best: UnitPair | null = null;
  for (const a of left.clauses) {
    for (const b of right.clauses) {
      const haveNumbers = a.unit.quantities.length > 0 && b.unit.quantities.length > 0;
      if (!haveNumbers && !sharesEnough(a, b)) continue;
      const pair = scorePair(a, b);
      if (pair && (best === null || pair.score > best.score)) best = pair;
    }
  }
  return best ?? whole;
}

function computePairs(a: Profile, b: Profile, rarity: Rarity): SentencePair[] {
  const left = prepare(a, rarity);
  const right = prepare(b, rarity);
  const pairs: SentencePair[] = [];
  for (const here of left.sentences) {
    for (const there of partnersOf(here.sentence, right)) {
      const whole = scorePair(here.sentence, there.sentence);
      if (!whole) continue;
      const clauses = whole.score < leastWhole ? whole : bestClauses(here, there, whole);
      pairs.push({ a: whole.a, b: whole.b, features: whole.features, score: whole.score, clauses });
    }
  }
  return pairs;
}

const aligned = new WeakMap<Rarity, Map<Profile, Map<Profile, SentencePair[]>>>();

const turned = ({ a, b, features, score, clauses }: SentencePair): SentencePair => ({
  a: b,
  b: a,
  features,
  score,
  clauses: { a: clauses.b, b: clauses.a, features: clauses.features, score: clauses.score },
});

const inTextOrder = (left: SentencePair, right: SentencePair): number =>
  left.a.sentence - right.a.sentence || left.b.sentence - right.b.sentence;

/** All sentence pairs of two articles that share enough to be compared, in text order. Aligned once a story. */
export function alignSentences(a: Profile, b: Profile, rarity: Rarity): SentencePair[] {
  const byFirst = aligned.get(rarity) ?? new Map<Profile, Map<Profile, SentencePair[]>>();
  aligned.set(rarity, byFirst);
  const own = byFirst.get(a) ?? new Map<Profile, SentencePair[]>();
  byFirst.set(a, own);
  const known = own.get(b);
  if (known) return known;
  const back = byFirst.get(b)?.get(a);
  const pairs = back ? back.map(turned).sort(inTextOrder) : computePairs(a, b, rarity);
  own.set(b, pairs);
  return pairs;
}

/** Looks up, sentence by sentence, the pairs of an article's sentences (side a) with another article's. */
export function pairsBySentence(
  a: Profile,
  b: Profile,
  rarity: Rarity,
): (sentence: Unit) => readonly SentencePair[] {
  const byFirst = aligned.get(rarity);
  // What is aligned the other way round is turned for the sentences asked about alone.
  const isBack = !byFirst?.get(a)?.has(b) && byFirst?.get(b)?.has(a) === true;
  const groups = new Map<Unit, SentencePair[]>();
  for (const pair of isBack ? alignSentences(b, a, rarity) : alignSentences(a, b, rarity)) {
    const sentence = isBack ? pair.b : pair.a;
    const group = groups.get(sentence);
    if (group) group.push(pair);
    else groups.set(sentence, [pair]);
  }
  const asked = new Map<Unit, readonly SentencePair[]>();
  return (sentence) => {
    const group = groups.get(sentence) ?? [];
    if (!isBack || group.length === 0) return group;
    const known = asked.get(sentence) ?? group.map(turned).sort(inTextOrder);
    asked.set(sentence, known);
    return known;
  };
}

/** The score of one clause pair, for slot comparisons inside an aligned pair of sentences. */
export function clausePairs(a: Profile, b: Profile, pair: SentencePair, rarity: Rarity): UnitPair[] {
  const left = prepare(a, rarity).byUnit.get(pair.a);
  const right = prepare(b, rarity).byUnit.get(pair.b);
  if (!left || !right) return [];
  return left.clauses.flatMap((here) => right.clauses.flatMap((there) => scorePair(here, there) ?? []));
}
