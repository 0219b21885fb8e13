import { alignSentences, type UnitPair } from '../align/align';
import { featureNames, noFeatures } from '../align/feature-names';
import { isSameEntity } from '../align/names';
import { type AnalysedArticle, type Profile, profileOf } from '../align/profile';
import { rarityOf } from '../align/rarity';
import type { Unit } from '../align/unit';
import { headSimilarity, relateQuantities } from '../align/values';
import { conceptsOf, rootOf } from '../align/vocabulary';
import { compareProfiles } from './compare-pair';
import opposites from './data/opposites.en.json';
import weightTable from './data/sentence-pair.json';

/** What two sentences on their own are to each other, without the articles they stand in. */
export const pairLabels = ['agree', 'differ', 'neutral'] as const;
export type PairLabel = (typeof pairLabels)[number];

/** Evidence beside the alignment features, in the order of `data/sentence-pair.json`. */
const pairEvidence = [
  'aInB',
  'bInA',
  'numbersAgree',
  'numbersDiffer',
  'tollsDiffer',
  'negationDiffers',
  'opposites',
  'placeShared',
  'placeConflict',
  'nameShared',
  'nameConflict',
  'lengthRatio',
  'short',
  'unknownWords',
  'differAndAlike',
  'negatedAndAlike',
  'conflictAndDiffer',
  'oppositesAndAlike',
  'rowDiffers',
  'rowAgrees',
  'tollsAndAlike',
  'tollsAndConflict',
  'tollsAndPlace',
  'length',
  'lengthAndDiffers',
  'lengthAndIncluded',
] as const;

export const pairFeatureNames = [...featureNames, ...pairEvidence] as const;
export type PairFeatureName = (typeof pairFeatureNames)[number];
export type PairFeatures = Record<PairFeatureName, number>;

const opposed = new Map<string, Set<string>>();
for (const [left, right] of opposites as [string, string][]) {
  const a = rootOf(left);
  const b = rootOf(right);
  opposed.set(a, (opposed.get(a) ?? new Set()).add(b));
  opposed.set(b, (opposed.get(b) ?? new Set()).add(a));
}

const negation =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|fails?|failed|refus\w+|den(?:y|ies|ied)|incapable|unable|rejects?|rejected|unlikely|lacks?|lacked|absence)\b|n['’]t\b/gi;

const negations = (text: string): number => text.match(negation)?.length ?? 0;

/** Share of the words of one sentence, by rarity, that the other has itself or by a synonym. */
function inclusion(from: Unit, to: Unit): number {
  if (from.roots.length === 0) return 0;
  const there = new Set(to.roots);
  let found = 0;
  for (const root of from.roots) {
    if (there.has(root)) found += 1;
    else if (conceptsOf(root).some((concept) => to.concepts.has(concept))) found += 0.85;
  }
  return found / from.roots.length;
}

const oppositeWords = (a: Unit, b: Unit): boolean => {
  const left = new Set(allRoots(a));
  const right = new Set(allRoots(b));
  for (const root of left) {
    if (right.has(root)) continue;
    for (const other of opposed.get(root) ?? []) if (right.has(other) && !left.has(other)) return true;
  }
  return false;
};

/** Function words count here: "in" and "out", "before" and "after" are opposites. */
const allRoots = (unit: Unit): string[] =>
  (unit.text.toLowerCase().match(/[\p{L}]+/gu) ?? []).map((word) => rootOf(word));

function entityEvidence(a: Unit, b: Unit, kinds: readonly string[]): { shared: number; conflict: number } {
  const left = a.entities.filter(({ kind }) => kinds.includes(kind));
  const right = b.entities.filter(({ kind }) => kinds.includes(kind));
  if (left.length === 0 || right.length === 0) return { shared: 0, conflict: 0 };
  const shared = left.filter((entity) => right.some((other) => isSameEntity(entity, other))).length;
  return { shared: shared / Math.min(left.length, right.length), conflict: shared === 0 ? 1 : 0 };
}

function numberEvidence(a: Unit, b: Unit): { agree: number; differ: number; tolls: number } {
  const evidence = { agree: 0, differ: 0, tolls: 0 };
  for (const left of a.quantities) {
    for (const right of b.quantities) {
      const relation = relateQuantities(left, right);
      if (relation === 'other' || left.kind === 'ordinal') continue;
      const casualty = left.casualty !== null && left.casualty === right.casualty;
      const alike = casualty ? 1 : left.kind === 'count' ? headSimilarity(left, right) : 0.8;
      if (alike < 0.4) continue;
      if (relation === 'different' || (relation === 'bound' && casualty)) {
        evidence.differ = Math.max(evidence.differ, alike);
        if (casualty) evidence.tolls = 1;
      } else evidence.agree = Math.max(evidence.agree, alike);
    }
  }
  return evidence;
}

interface RowEvidence {
  differs: number;
  agrees: number;
}

function evidenceOf(a: Unit, b: Unit, pair: UnitPair | null, rows: RowEvidence): PairFeatures {
  const features = pair?.features ?? noFeatures();
  const number = numberEvidence(a, b);
  const place = entityEvidence(a, b, ['place', 'nationality', 'unknown']);
  const name = entityEvidence(a, b, ['person', 'organisation']);
  const alike = features.soft;
  const differ = number.agree > 0 && number.tolls === 0 ? 0 : number.differ;
  const negated = (negations(a.text) - negations(b.text)) % 2 === 0 ? 0 : 1;
  const opposite = oppositeWords(a, b) ? 1 : 0;
  const aInB = inclusion(a, b);
  const bInA = inclusion(b, a);
  const length = Math.min(1, Math.max(a.roots.length, b.roots.length) / 20);
  return {
    ...features,
    aInB,
    bInA,
    numbersAgree: number.agree,
    numbersDiffer: differ,
    tollsDiffer: number.tolls,
    negationDiffers: negated,
    opposites: opposite,
    placeShared: place.shared,
    placeConflict: place.conflict,
    nameShared: name.shared,
    nameConflict: name.conflict,
    lengthRatio: Math.min(a.roots.length, b.roots.length) / Math.max(1, a.roots.length, b.roots.length),
    short: Math.min(a.roots.length, b.roots.length) <= 4 ? 1 : 0,
    unknownWords: 1 - Math.min(aInB, bInA),
    differAndAlike: differ * alike,
    negatedAndAlike: negated * alike,
    conflictAndDiffer: place.conflict * differ,
    oppositesAndAlike: opposite * alike,
    rowDiffers: rows.differs,
    rowAgrees: rows.agrees,
    tollsAndAlike: number.tolls * alike,
    tollsAndConflict: number.tolls * place.conflict,
    tollsAndPlace: number.tolls * place.shared,
    length,
    lengthAndDiffers: length * rows.differs,
    lengthAndIncluded: length * Math.max(aInB, bInA),
  };
}

const mainSentence = (profile: Profile): Unit | undefined =>
  [...profile.sentences].sort((x, y) => y.roots.length - x.roots.length)[0];

/** The features of two sentences; a side of several sentences is seen through its longest alignment. */
export function sentencePairFeatures(left: AnalysedArticle, right: AnalysedArticle): PairFeatures | null {
  const a = profileOf(left);
  const b = profileOf(right);
  const rarity = rarityOf([a, b]);
  const pairs = alignSentences(a, b, rarity);
  const best = pairs.reduce<UnitPair | null>(
    (found, pair) => (found && found.score >= pair.score ? found : pair),
    null,
  );
  const unitA = best?.a ?? mainSentence(a);
  const unitB = best?.b ?? mainSentence(b);
  if (!unitA || !unitB) return null;
  const rows = compareProfiles(a, b, rarity).filter(({ kind }) => kind !== 'statement');
  const strongest = (agree: boolean): number =>
    Math.max(0, ...rows.filter((row) => (row.verdict === 'agree') === agree).map((row) => row.strength));
  return evidenceOf(unitA, unitB, best, { differs: strongest(false), agrees: strongest(true) });
}

const weights: Record<PairLabel, Record<PairFeatureName, number> & { bias: number }> = weightTable;

/** The likeliest label of two bare sentences, and the score of each (fitted by bench/compare/fit-pairs.ts). */
export function judgeSentences(
  left: AnalysedArticle,
  right: AnalysedArticle,
): { label: PairLabel; scores: Record<PairLabel, number> } {
  const features = sentencePairFeatures(left, right);
  const scores = { agree: 0, differ: 0, neutral: 1 };
  if (!features) return { label: 'neutral', scores };
  for (const label of pairLabels) {
    const table = weights[label];
    scores[label] = pairFeatureNames.reduce((sum, name) => sum + features[name] * table[name], table.bias);
  }
  const label = pairLabels.reduce((best, each) => (scores[each] > scores[best] ? each : best));
  return { label, scores };
}
