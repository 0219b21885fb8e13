import type { Profile } from '../align/profile';
import { headSimilarity, relateQuantities, relateTimes } from '../align/values';
import { languageOf } from '../languages';
import { answerOtherQuestions } from './guard-scopes';
import { addUp, countsDoer, largestRatio, otherQuake } from './guard-signs';
import { type LedgerEntry, type LedgerSlot, ledgerOf, mainDay, totalOf } from './ledger';
import { isGeneric, type QuantityItem, quantityItems } from './quantity-items';
import { quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { isLater } from './sequence';

/** Slots whose totals can be set against each other without the sentences sharing words. */
const comparedSlots: readonly LedgerSlot[] = ['killed', 'injured', 'missing', 'magnitude'];

const givesBoth = (entries: readonly LedgerEntry[], other: LedgerEntry): boolean =>
  entries.some((entry) => {
    const relation = relateQuantities(entry.quantity, other.quantity);
    return relation === 'equal' || relation === 'compatible';
  });

/** Magnitudes of one quake are revised by tenths; further apart they are two quakes. */
const largestRevision = 1;

const openingSentences = 4;

/** How strongly two totals belong together: figures of the headline and the opening sentences are the event's own. */
function ledgerStrength(a: LedgerEntry, b: LedgerEntry, context: PairContext): number {
  const pair = context.pairOf(a.sentence.sentence, b.sentence.sentence);
  const opening = (entry: LedgerEntry): number => (entry.sentence.sentence <= openingSentences ? 0.1 : 0);
  return Math.min(1, 0.45 + opening(a) + opening(b) + 0.35 * (pair?.score ?? 0));
}

/** The country whose toll it is: the one named nearest to the figure, when any is. */
function countryOf({ sentence, quantity }: LedgerEntry, nations: ReadonlyMap<string, string>): string | null {
  let nearest: { key: string; distance: number } | null = null;
  for (const { name, adjective, key, start, end } of sentence.entities) {
    if (adjective || !nations.has(name.toLowerCase())) continue;
    const distance = Math.max(start - quantity.end, quantity.start - end);
    if (nearest === null || distance < nearest.distance) nearest = { key, distance };
  }
  return nearest?.key ?? null;
}

/** Sentences as unlike as this are about one count only when both open their articles and count one sort of people. */
const leastAlike = 0.5;

/** "No casualties" says something only where the same thing is told; a few "officers" need not be a few "soldiers". */
function isOtherCount(a: LedgerEntry, b: LedgerEntry, context: PairContext): boolean {
  const score = context.pairOf(a.sentence.sentence, b.sentence.sentence)?.score ?? 0;
  if (score >= leastAlike) return false;
  // Further down, another case of the same kind is told.
  if (Math.max(a.sentence.sentence, b.sentence.sentence) > openingSentences) return true;
  if (a.quantity.low === 0 || b.quantity.low === 0) return true;
  const { nations } = languageOf(context.a.analysis.language).names;
  const countries = [countryOf(a, nations), countryOf(b, nations)];
  if (countries[0] !== null && countries[1] !== null && countries[0] !== countries[1]) return true;
  return !isGeneric(a.quantity) && !isGeneric(b.quantity) && headSimilarity(a.quantity, b.quantity) < 0.8;
}

/** A toll may grow manifold in a day, where both articles open with it; further down it is another count. */
const isFarOff = (a: LedgerEntry, b: LedgerEntry): boolean =>
  Math.max(a.sentence.sentence, b.sentence.sentence) > openingSentences &&
  Math.min(a.quantity.low, b.quantity.low) > 0 &&
  Math.max(a.quantity.low, b.quantity.low) > largestRatio.count * Math.min(a.quantity.low, b.quantity.low);

function compareTotals(
  slot: LedgerSlot,
  a: LedgerEntry,
  b: LedgerEntry,
  context: PairContext,
): DraftRow | null {
  const relation = relateQuantities(a.quantity, b.quantity);
  const common = {
    kind: 'quantity' as const,
    label: slot,
    a: quantitySide(a),
    b: quantitySide(b),
    strength: ledgerStrength(a, b, context),
  };
  const values = { a: a.text, b: b.text, what: slot };
  if (relation === 'equal') return { verdict: 'agree', ...common, reason: reason('same-value', values) };
  if (relation === 'compatible' || relation === 'bound') {
    return { verdict: 'agree', ...common, reason: reason('bound-holds', values) };
  }
  if (
    relation !== 'different' ||
    a.quantity.vague ||
    b.quantity.vague ||
    countsDoer({ a, b }) ||
    answerOtherQuestions(a, b) ||
    addUp(a, b) ||
    isFarOff(a, b) ||
    isOtherCount(a, b, context)
  )
    return null;
  if (slot === 'magnitude' && Math.abs(a.quantity.low - b.quantity.low) > largestRevision) return null;
  const order = isLater(context, a.quantity, b.quantity, slot !== 'magnitude');
  if (order === null) return { verdict: 'differ', ...common, reason: reason('other-total', values) };
  const [later, earlier] = order === 'a' ? [a, b] : [b, a];
  return {
    verdict: 'update',
    ...common,
    reason: reason('later-total', { what: slot, later: later.text, earlier: earlier.text }),
  };
}

/** The openings speak of different days: two quakes, two attacks, told by two articles of one story. */
function tellOtherDays(context: PairContext): boolean {
  const left = mainDay(context.a);
  const right = mainDay(context.b);
  return left !== null && right !== null && relateTimes(left, right) === 'apart';
}

/** Totals of two articles' ledgers. `used` are the quantities other rules have settled already. */
export function ledgerRows(context: PairContext, used: Set<QuantityItem>): DraftRow[] {
  if (tellOtherDays(context)) return [];
  const rows: DraftRow[] = [];
  const itemsA = quantityItems(context.a);
  const itemsB = quantityItems(context.b);
  const entriesOf = (profile: Profile, slot: LedgerSlot): LedgerEntry[] => ledgerOf(profile).get(slot) ?? [];
  const isUsed = (entry: LedgerEntry): boolean => [...used].some((item) => item.quantity === entry.quantity);
  for (const slot of comparedSlots) {
    const left = entriesOf(context.a, slot);
    const right = entriesOf(context.b, slot);
    const a = totalOf(left);
    const b = totalOf(right);
    if (!a || !b || isUsed(a) || isUsed(b)) continue;
    // Both articles tell both figures (an early and a later toll): nothing in question.
    if (givesBoth(left, b) || givesBoth(right, a)) {
      if (relateQuantities(a.quantity, b.quantity) === 'different') continue;
    }
    if (otherQuake({ a, b, itemsA, itemsB })) continue;
    const row = compareTotals(slot, a, b, context);
    if (row) rows.push(row);
  }
  return rows;
}
