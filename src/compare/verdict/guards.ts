import type { Entity } from '../../model/claim';
import type { UnitPair } from '../align/align';
import { isSameEntity } from '../align/names';
import { scoreWithoutNumbers } from '../align/score';
import { headSimilarity, relateQuantities, relateTimes } from '../align/values';
import { haveOtherBearers } from './bearers';
import { moodAt, type QuantityItem, sameSort } from './quantity-items';

/** What a guard sees: two quantities whose values differ, and how their clauses align. */
export interface QuantityCandidate {
  a: QuantityItem;
  b: QuantityItem;
  pair: UnitPair;
  itemsA: readonly QuantityItem[];
  itemsB: readonly QuantityItem[];
  /** Both numbers are one government's figure for what is under way or to come. */
  oneSide?: boolean;
}

export interface Guard {
  name: string;
  /** True when the two numbers may not be set against each other. */
  blocks(candidate: QuantityCandidate): boolean;
}

const addition = /\b(?:more|other|others|another|additional|further|extra|separate)\b/i;

/** "seven assault rifles, two other rifles": other than the ones just listed, not than what another article tells. */
const isOtherInList = ({ quantity, sentence }: QuantityItem): boolean =>
  sentence.quantities.some(
    (listed) =>
      listed.end <= quantity.start &&
      listed.kind === quantity.kind &&
      /^[,\s]*(?:and\s)?$/.test(
        sentence.text.slice(listed.end - sentence.start, quantity.start - sentence.start),
      ),
  );

function addsToOthers(item: QuantityItem): boolean {
  const isAdded =
    item.quantity.modifiers.some((word) => addition.test(word)) ||
    addition.test(item.quantity.head) ||
    /\b(?:another|additional|further|extra|other)\s*$/i.test(item.before.slice(-12)) ||
    /^\s*(?:more|others?)\b/i.test(item.after);
  return isAdded && !isOtherInList(item);
}

const additions = new WeakMap<QuantityItem, boolean>();

export function isAddition(item: QuantityItem): boolean {
  const known = additions.get(item);
  if (known !== undefined) return known;
  const found = addsToOthers(item);
  additions.set(item, found);
  return found;
}

const ordinalPattern = /\b(?:first|second|third|fourth|fifth|last|next|final|previous|previously|latest)\b/i;
const isOrdinal = (item: QuantityItem): boolean =>
  item.quantity.kind === 'ordinal' ||
  item.quantity.modifiers.some((word) => ordinalPattern.test(word)) ||
  /\b(?:first|last|next|final|previous|past)\s*$/i.test(item.before.slice(-10));

/** "the first group of 2,600": one of several, never the whole. */
const trancheBefore =
  /\b(?:first|second|third|initial|another|next|last|previous|new) (?:[\p{L}-]+ )?(?:group|batch|wave|contingent|tranche|round|phase|shipment|set) of\s*(?:about|around|some|roughly|nearly)?\s*$/iu;

const partPattern = /\b(?:of (?:which|whom|them|these|those)|including|among them|one of|some of)\b/i;
const isPart = (item: QuantityItem): boolean =>
  item.quantity.part ||
  /^\s*(?:[\p{L}-]+\s+){0,2}of (?:the|those|these|them|which|whom|its|his|her|their)\b/iu.test(item.after) ||
  /\bof (?:the|its|their|those|these|all) [^.;]{0,40}$/i.test(item.before.slice(-48)) ||
  trancheBefore.test(item.before.slice(-60)) ||
  partPattern.test(item.before.slice(-22));

const nationalities = (item: QuantityItem): string[] =>
  item.clause.entities
    .filter(
      (entity) =>
        entity.kind === 'nationality' &&
        item.quantity.modifiers.some((word) => entity.name.toLowerCase().includes(word.toLowerCase())),
    )
    .map((entity) => entity.key);

/** "the 13-inch model costs $1,099": the nearest size names which one is meant. */
function sizeAnchor(item: QuantityItem): string | null {
  const clause = item.clause.text;
  const at = item.quantity.start - item.clause.start;
  let nearest: { distance: number; text: string } | null = null;
  for (const found of clause.matchAll(
    /\b\d+(?:[.,]\d+)?[- ]?(?:inch|gb|tb|bit|mile|foot|litre|liter|mm|cm)\b/gi,
  )) {
    if (found.index === at) continue;
    const distance = Math.abs(found.index - at);
    if (nearest === null || distance < nearest.distance) nearest = { distance, text: found[0].toLowerCase() };
  }
  return nearest?.text.replace(/[- ]/, '') ?? null;
}

export const modelSize = /^\d+(?:[.,]\d+)?[- ](?:inch|gb|tb|mm|bit|megapixel)\b/i;

const isOfSide = (item: QuantityItem, other: QuantityItem): boolean =>
  [...item.nations].some((nation) => other.nations.has(nation));

/** One government's number is not known elsewhere because somebody else gave the same: "media reported 12,000". */
const knowsBoth = (item: QuantityItem, others: readonly QuantityItem[], oneSide = false): boolean =>
  others.some((other) => {
    const { quantity } = other;
    if (oneSide && !isOfSide(item, other)) return false;
    if (!sameSort(item.quantity, quantity) || quantity.vague) return false;
    const relation = relateQuantities(item.quantity, quantity);
    return relation === 'equal' || relation === 'compatible';
  });

/** Two values of one thing lie close: counts are revised more widely than sums of money. */
const largestRatio = { count: 5, other: 3 };

const isPlanned = (item: QuantityItem): boolean => ['planned', 'possible'].includes(moodAt(item));

const isDone = (item: QuantityItem): boolean => moodAt(item) === 'done';

const magnitudesOf = (items: readonly QuantityItem[]): number[] =>
  items.filter(({ quantity }) => quantity.kind === 'magnitude').map(({ quantity }) => quantity.low);

/** A quake is known by its magnitude: a toll told with one the other article does not give is another quake's. */
export function otherQuake({ a, b, itemsA, itemsB }: Omit<QuantityCandidate, 'pair'>): boolean {
  const isForeign = (item: QuantityItem, own: readonly QuantityItem[], others: readonly QuantityItem[]) => {
    const known = magnitudesOf(others);
    if (known.length === 0) return false;
    const told = magnitudesOf(own.filter(({ sentence }) => sentence === item.sentence));
    return told.length > 0 && !told.some((value) => known.includes(value));
  };
  if (a.quantity.kind === 'magnitude') return false;
  return isForeign(a, itemsA, itemsB) || isForeign(b, itemsB, itemsA);
}

function otherDay({ a, b }: QuantityCandidate): boolean {
  const left = a.clause.times.filter((time) => !time.report);
  const right = b.clause.times.filter((time) => !time.report);
  if (left.length === 0 || right.length === 0) return false;
  return left.every((here) => right.every((there) => relateTimes(here, there) === 'apart'));
}

const subjectNames = (item: QuantityItem): Entity[] => {
  const subject = item.claim.subject;
  if (!subject) return [];
  return item.clause.entities.filter(
    ({ kind, start, end }) =>
      kind !== 'nationality' && kind !== 'unknown' && start >= subject.start && end <= subject.end,
  );
};

/** Both clauses have a name for a subject, and not the same: his tax rate is not hers. */
export function hasOtherSubject({ a, b }: Pick<QuantityCandidate, 'a' | 'b'>): boolean {
  const left = subjectNames(a);
  const right = subjectNames(b);
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((name) => right.some((other) => isSameEntity(name, other)));
}

/** Names in the sentences that nobody shares; without named subjects the words must align by themselves. */
function otherBearer(candidate: QuantityCandidate): boolean {
  if (haveOtherBearers(candidate.a, candidate.b)) return true;
  if (candidate.pair.features.entityConflict === 0 || candidate.oneSide) return false;
  return hasOtherSubject(candidate) || scoreWithoutNumbers(candidate.pair.features) < 0.5;
}

const flows = new Set(['revenue', 'profit', 'loss', 'income', 'turnover']);

/** "$1 million (€900,000)": a sum told again in another currency. */
const isConversion = ({ quantity, sentence, before }: QuantityItem): boolean =>
  quantity.kind === 'money' &&
  before.trimEnd().endsWith('(') &&
  sentence.quantities.some(
    ({ kind, end }) => kind === 'money' && end <= quantity.start && quantity.start - end <= 3,
  );

/**
 * Why two different numbers are no contradiction. Each stands for a class of false rows met while reading
 * articles that were not tuned on; precision comes before recall, so any one of them suffices.
 */
export const differGuards: readonly Guard[] = [
  { name: 'vague', blocks: ({ a, b }) => a.quantity.vague || b.quantity.vague },
  { name: 'conversion', blocks: ({ a, b }) => isConversion(a) || isConversion(b) },
  {
    name: 'forecast',
    // "expects revenue of $70 billion this year", "$3.5 billion in revenue so far": sums of two spans of time.
    blocks: ({ a, b }) => flows.has(a.quantity.scope) && isPlanned(a) !== isPlanned(b),
  },
  { name: 'ordinal', blocks: ({ a, b }) => isOrdinal(a) !== isOrdinal(b) || a.quantity.kind === 'ordinal' },
  {
    name: 'value-known-elsewhere',
    blocks: ({ a, b, itemsA, itemsB, oneSide }) =>
      knowsBoth(a, itemsB, oneSide) || knowsBoth(b, itemsA, oneSide),
  },
  { name: 'other-casualties', blocks: ({ a, b }) => a.casualty !== b.casualty },
  { name: 'background', blocks: ({ a, b }) => a.background !== b.background },
  {
    name: 'part-of-whole',
    blocks: ({ a, b }) => isPart(a) !== isPart(b) || a.quantity.whole !== b.quantity.whole,
  },
  { name: 'addition', blocks: ({ a, b }) => isAddition(a) !== isAddition(b) },
  { name: 'scope', blocks: ({ a, b }) => a.quantity.scope !== b.quantity.scope },
  {
    name: 'ratio',
    // A misplaced point ("1.2 miles", "12 miles" deep) is just what a reader wants to see: a named scope excuses it.
    blocks: ({ a: { quantity: a }, b: { quantity: b } }) =>
      !(a.scope !== '' && a.scope === b.scope) &&
      Math.max(a.low, b.low) >
        (a.kind === 'count' ? largestRatio.count : largestRatio.other) *
          Math.max(a.kind === 'count' ? 1 : 0.01, Math.min(a.low, b.low)),
  },
  {
    name: 'nationality',
    blocks: ({ a, b }) => {
      const left = nationalities(a);
      const right = nationalities(b);
      return left.length > 0 && right.length > 0 && !left.some((key) => right.includes(key));
    },
  },
  {
    name: 'planned-or-done',
    blocks: ({ a, b }) =>
      a.quantity.kind === 'count' && isPlanned(a) !== isPlanned(b) && (isDone(a) || isDone(b)),
  },
  { name: 'other-day', blocks: otherDay },
  { name: 'other-quake', blocks: otherQuake },
  { name: 'other-bearer', blocks: otherBearer },
  {
    // "the 13-inch model": a name for a thing, not a measurement of it.
    name: 'model-size',
    blocks: ({ a, b }) => modelSize.test(a.text) || modelSize.test(b.text),
  },
  {
    name: 'size',
    blocks: ({ a, b }) => a.quantity.kind === 'money' && sizeAnchor(a) !== sizeAnchor(b),
  },
  {
    name: 'other-thing-counted',
    blocks: ({ a, b }) =>
      a.quantity.kind === 'count' &&
      headSimilarity(a.quantity, b.quantity) < 0.8 &&
      !(a.casualty !== null && a.casualty === b.casualty),
  },
];

/** Name of the first guard that forbids a differ row, or null. */
export const blockedBy = (candidate: QuantityCandidate): string | null =>
  differGuards.find((guard) => guard.blocks(candidate))?.name ?? null;
