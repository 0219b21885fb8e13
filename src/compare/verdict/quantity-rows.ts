import type { Quantity } from '../../model/claim';
import { distinctness, type QuantityRelation, relateQuantities } from '../align/values';
import { rootSimilarity } from '../align/vocabulary';
import { haveOtherBearers } from './bearers';
import { haveOtherVerbs } from './guard-scopes';
import { hasOtherSubject, isAddition } from './guard-signs';
import { blockedBy } from './guards';
import { headOf, isGeneric, moodAt, type QuantityItem } from './quantity-items';
import { type QuantityPair, quantityPairs } from './quantity-pairs';
import { type ReasonCode, reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';
import { isLater } from './sequence';

export const quantitySide = (item: QuantityItem): PairSide => ({
  part: item.sentence.part,
  sentence: item.sentence.sentence,
  span: { start: item.sentence.start, end: item.sentence.end },
  marks: [{ start: item.quantity.start, end: item.quantity.end }],
  value: item.text,
  low: item.quantity.low,
  high: item.quantity.high,
  unit: item.quantity.unit || null,
  claim: item.claim,
});

const agreeReasons: Partial<Record<QuantityRelation, ReasonCode>> = {
  equal: 'same-value',
  compatible: 'same-after-rounding',
  bound: 'bound-holds',
  vague: 'vague-covers',
};

/** What must hold for two values to be called the same thing: the less telling the number, the more the words. */
function agreeStrength({ a, b, pair, relation, head, about }: QuantityPair): number {
  const distinct = Math.min(distinctness(a.quantity), distinctness(b.quantity));
  const casualty = a.casualty !== null && a.casualty === b.casualty ? 0.2 : 0;
  const loose = relation === 'bound' || relation === 'vague' ? 0.2 : 0;
  // A telling number speaks for itself; with "two" the words around it must do so.
  const words = distinct * pair.score + (1 - distinct) * about;
  return Math.min(1, words + 0.35 * distinct + 0.1 * head + casualty - loose);
}

const isRange = ({ low, high, vague }: Quantity): boolean => low !== high && !vague;

const hasBound = ({ bound }: Quantity): boolean => bound !== 'exact';

/** Why two values agree: "as many as 40" and "40" are not rounded, nor are "Billions" and "billions". */
function agreeReason({ a, b, relation }: QuantityPair): ReasonCode {
  if (a.text.toLowerCase() === b.text.toLowerCase()) return 'same-value';
  if (relation !== 'compatible') return agreeReasons[relation] ?? 'same-value';
  if (isRange(a.quantity) !== isRange(b.quantity)) return 'inside-range';
  if (hasBound(a.quantity) !== hasBound(b.quantity)) return 'bound-holds';
  return a.quantity.kind === 'measure' ? 'same-after-conversion' : 'same-after-rounding';
}

const isAgreement = (relation: QuantityRelation): boolean => relation in agreeReasons;

/** What is counted, in the article's words; casualties by their class, which the interface translates. */
export const labelOf = ({ quantity, text }: QuantityItem): string =>
  quantity.casualty ?? ([...quantity.modifiers, quantity.head].join(' ').trim() || quantity.scope || text);

function agreeQuantityRow(pair: QuantityPair, strength: number): DraftRow {
  const { a, b } = pair;
  return {
    verdict: 'agree',
    kind: 'quantity',
    label: labelOf(a),
    a: quantitySide(a),
    b: quantitySide(b),
    reason: reason(agreeReason(pair), { a: a.text, b: b.text }),
    strength,
  };
}

const sharesAction = (item: QuantityItem, other: QuantityItem): boolean =>
  item.clause.predicates.some((mine) =>
    other.clause.predicates.some((theirs) => !mine.light && rootSimilarity(mine.root, theirs.root) > 0),
  );

/** The only number of its kind and head that its article gives for the action in question. */
function isUnique(item: QuantityItem, other: QuantityItem, items: readonly QuantityItem[]): boolean {
  const rivals = items.filter(
    (each) =>
      each.quantity.kind === item.quantity.kind &&
      (each.quantity.kind !== 'count' || headOf(each.quantity) === headOf(item.quantity)) &&
      !each.background &&
      isAddition(each) === isAddition(item) &&
      each.quantity.low !== item.quantity.low &&
      (item.quantity.kind === 'count'
        ? sharesAction(each, other)
        : each.quantity.unit === item.quantity.unit),
  );
  return rivals.length === 0;
}

function localLikeness({ a, b }: QuantityPair, context: PairContext): number {
  let common = 0;
  let left = 0;
  let right = 0;
  for (const root of a.near) {
    const weight = context.rarity.weight(root);
    left += weight;
    if (b.near.has(root)) common += weight;
  }
  for (const root of b.near) right += context.rarity.weight(root);
  return left && right ? common / Math.sqrt(left * right) : 0;
}

const sharesModifier = (a: QuantityItem, b: QuantityItem): boolean =>
  a.quantity.modifiers.some((word) => b.quantity.modifiers.includes(word));

const smallCount = 5;

/**
 * One government's figure for what is under way or to come: its president said 10,000 were in training, its ministry
 * that 12,000 would be sent. Done counts are left out: several of them stand side by side.
 */
const isOneSidesPlan = ({ a, b, head }: QuantityPair): boolean =>
  a.quantity.kind === 'count' &&
  Math.min(a.quantity.low, b.quantity.low) >= 100 &&
  head >= 0.8 &&
  !isGeneric(a.quantity) &&
  [a, b].every((item) => moodAt(item) !== 'done') &&
  [...a.nations].some((nation) => b.nations.has(nation));

/** Strength of the evidence that two different numbers answer one question, 0 to 1. */
export function differStrength(pair: QuantityPair, context: PairContext): number {
  const { a, b, about, head } = pair;
  const local = localLikeness(pair, context);
  const casualty = a.casualty !== null && a.casualty === b.casualty;
  const unique = isUnique(a, b, pair.itemsA) && isUnique(b, a, pair.itemsB);
  const action = pair.pair.features.predicate;
  // "50 miles north of Harrow" is no word on a place that lies 15 miles north of it.
  const placed = !a.quantity.scope.startsWith('distance:') || action >= 0.8 || pair.pair.features.subject > 0;
  const scoped = a.quantity.scope !== '' && a.quantity.scope === b.quantity.scope && placed;
  // Lists of things found have no verb of their own: the rest of the sentence must then match nearly whole.
  const listed = unique && about >= 0.85 && head >= 0.85 && !isGeneric(a.quantity);
  const { oneSide } = pair;
  const told = (action >= 0.8 || (unique && local >= 0.45)) && !haveOtherVerbs(a, b);
  const firm = told || casualty || scoped || listed || oneSide;
  // "two senators" and "three state senators": small numbers are everywhere, the words must carry the pair.
  const isSmall = a.quantity.kind === 'count' && Math.max(a.quantity.low, b.quantity.low) <= smallCount;
  if (!firm || (isSmall && !casualty && about < 0.8)) return 0;
  return Math.min(
    1,
    about * 0.35 +
      (casualty ? 0.3 : 0) +
      (scoped ? 0.2 : 0) +
      (oneSide ? 0.38 : 0) +
      (action >= 0.8 ? 0.2 : 0) +
      (a.quantity.kind === 'count' ? (head - 0.8) * 0.5 : 0.08) +
      (unique ? 0.15 : 0) +
      local * 0.25 +
      (sharesModifier(a, b) ? 0.1 : 0) -
      (pair.pair.features.predicateConflict ? 0.12 : 0) -
      (isGeneric(a.quantity) ? 0.06 : 0),
  );
}

const isSame = (left: QuantityItem, right: QuantityItem): boolean =>
  ['equal', 'compatible'].includes(relateQuantities(left.quantity, right.quantity));

/** The same two values told again in other sentences: one row suffices. */
const isRepeat = (pair: QuantityPair, other: QuantityPair): boolean =>
  isSame(pair.a, other.a) && isSame(pair.b, other.b);

/** Counts of what has been done only grow from report to report; prices, shares and distances do not. */
const growsOnly = ({ a, b }: QuantityPair): boolean =>
  a.quantity.kind === 'count' && a.claim.mood !== 'planned' && b.claim.mood !== 'planned';

function differQuantityRow(pair: QuantityPair, strength: number, context: PairContext): DraftRow {
  const { a, b } = pair;
  const common = {
    kind: 'quantity' as const,
    label: labelOf(a),
    a: quantitySide(a),
    b: quantitySide(b),
    strength,
  };
  const order = isLater(context, a.quantity, b.quantity, growsOnly(pair));
  if (order === null) {
    return { verdict: 'differ', ...common, reason: reason('other-value', { a: a.text, b: b.text }) };
  }
  const [later, earlier] = order === 'a' ? [a.text, b.text] : [b.text, a.text];
  return { verdict: 'update', ...common, reason: reason('later-value', { later, earlier }) };
}

export interface QuantityVerdicts {
  rows: DraftRow[];
  /** Quantities a row has settled; other rules leave them alone. */
  used: Set<QuantityItem>;
}

/** Below these the words around the numbers do not show that they answer one question. */
const leastAgree = 0.62;
const leastDiffer = 0.6;
/** One government's figures for a plan belong together by who gives them, a count that has grown by its growth. */
const leastHeld = 0.5;

const isHeld = (pair: QuantityPair, context: PairContext): boolean =>
  pair.oneSide === true || isLater(context, pair.a.quantity, pair.b.quantity, growsOnly(pair)) !== null;

function takeBest(
  pairs: readonly { pair: QuantityPair; strength: number }[],
  used: Set<QuantityItem>,
): { pair: QuantityPair; strength: number }[] {
  const place = ({ pair: { a, b } }: (typeof pairs)[number]): number => a.quantity.start + b.quantity.start;
  // Equal strengths go by place in both texts, which is the same from either side.
  const sorted = [...pairs].sort((x, y) => y.strength - x.strength || place(x) - place(y));
  const taken = [];
  for (const each of sorted) {
    if (used.has(each.pair.a) || used.has(each.pair.b)) continue;
    used.add(each.pair.a);
    used.add(each.pair.b);
    taken.push(each);
  }
  return taken;
}

/** Agreeing, differing and updated figures of two articles. Casualties and magnitudes are the ledger's. */
export function quantityRows(context: PairContext): QuantityVerdicts {
  const used = new Set<QuantityItem>();
  const pairs = quantityPairs(context);
  const different = pairs.filter(({ relation, a }) => relation === 'different' && a.quantity.kind !== 'age');
  for (const pair of different) pair.oneSide = isOneSidesPlan(pair);
  const differing = different
    .filter((pair) => blockedBy(pair) === null)
    .map((pair) => ({ pair, strength: differStrength(pair, context) }))
    .filter(({ pair, strength }) => strength >= (isHeld(pair, context) ? leastHeld : leastDiffer));
  // A government's two figures come before the same number from somebody else.
  const taken = takeBest(
    differing.filter(({ pair }) => pair.oneSide),
    used,
  );
  const agreeing = pairs
    .filter(
      ({ a, b, relation }) =>
        isAgreement(relation) && a.quantity.part === b.quantity.part && a.quantity.kind !== 'ordinal',
    )
    .filter(({ a, b }) => !a.casualty || !b.casualty || a.casualty === b.casualty)
    .filter((pair) => !hasOtherSubject(pair) && !haveOtherBearers(pair.a, pair.b))
    .filter((pair) => pair.a.background === pair.b.background || pair.pair.score >= 0.6)
    .map((pair) => ({ pair, strength: agreeStrength(pair) }))
    .filter(({ strength }) => strength >= leastAgree);
  const rows = takeBest(agreeing, used).map(({ pair, strength }) => agreeQuantityRow(pair, strength));
  taken.push(...takeBest(differing, used));
  const firsts = taken.filter(
    (each, at) => !taken.slice(0, at).some((other) => isRepeat(each.pair, other.pair)),
  );
  rows.push(...firsts.map(({ pair, strength }) => differQuantityRow(pair, strength, context)));
  return { rows, used };
}
