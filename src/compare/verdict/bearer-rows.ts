import type { TimeValue } from '../../model/claim';
import type { Profile } from '../align/profile';
import { relateQuantities, relateTimes } from '../align/values';
import { rootOf } from '../align/vocabulary';
import { bearerOf, isSameBearer } from './bearers';
import measuredRows from './data/measured.en.json';
import { moodAt, type QuantityItem, quantityItems } from './quantity-items';
import { labelOf, quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';

const measuredByRoot = new Map<string, string>();
for (const [name, words] of Object.entries(measuredRows)) {
  for (const word of words) measuredByRoot.set(rootOf(word), name);
}

const wordsNear = 6;

/** What is measured ("share", "rate"), read from the figure's own head, the words before it or those after. */
function measuredOf({ quantity, before, after }: QuantityItem): string | null {
  const rootsOf = (text: string): string[] =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((w) => rootOf(w));
  const own = [...rootsOf(quantity.head), ...rootsOf(quantity.scope)];
  // The last clause before the figure: "while sales fell, profit was $2 million".
  const left = rootsOf(before.split(/[,;()]/).at(-1) ?? '')
    .reverse()
    .slice(0, wordsNear);
  const right = rootsOf(after.split(/[,;.()]/)[0] ?? '').slice(0, 3);
  for (const root of [...own, ...left, ...right]) {
    const measured = measuredByRoot.get(root);
    if (measured !== undefined) return measured;
  }
  return null;
}

const contrasts =
  /\b(?:federal|state|local|municipal|gross|net|adjusted|operating|annual|monthly|weekly|quarterly|quarter|half|average|median|effective|marginal|combined|overall|estimated|expected|forecast|projected|record|previous|first|second|third|fourth|per|domestic|global|worldwide|total)\b/gi;

const contrastsOf = ({ before, after }: QuantityItem): Set<string> =>
  new Set(`${before.slice(-60)} ${after.slice(0, 30)}`.toLowerCase().match(contrasts) ?? []);

/** A figure somebody has of something: "Norlink's 10 percent share", "the Dahls' tax rate was 30 percent". */
interface OwnedFigure {
  item: QuantityItem;
  measured: string;
  contrasts: Set<string>;
  periods: TimeValue[];
}

const known = new WeakMap<Profile, OwnedFigure[]>();

function ownedFigures(profile: Profile): OwnedFigure[] {
  const before = known.get(profile);
  if (before) return before;
  const found = quantityItems(profile).flatMap((item): OwnedFigure[] => {
    const { kind, vague } = item.quantity;
    if ((kind !== 'money' && kind !== 'percent') || vague || bearerOf(item) === null) return [];
    const measured = measuredOf(item);
    if (measured === null) return [];
    const periods = item.clause.times.filter(({ report, grain }) => !report && grain !== 'vague');
    return [{ item, measured, contrasts: contrastsOf(item), periods }];
  });
  known.set(profile, found);
  return found;
}

const isSubset = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].every((each) => right.has(each));

/** The same thing of the same one over the same time: one of two "average" rates may leave the word out. */
function isSameMeasure(left: OwnedFigure, right: OwnedFigure): boolean {
  const a = bearerOf(left.item);
  const b = bearerOf(right.item);
  if (left.measured !== right.measured || !a || !b || !isSameBearer(a, b)) return false;
  if (!isSubset(left.contrasts, right.contrasts) && !isSubset(right.contrasts, left.contrasts)) return false;
  if (left.item.background !== right.item.background) return false;
  const timed = left.periods.length > 0 && right.periods.length > 0;
  return (
    !timed || left.periods.some((one) => right.periods.some((other) => relateTimes(one, other) === 'same'))
  );
}

/** What one is to have; "compared with its 10 percent" stands by a verb that says nothing of it. */
const isAhead = (item: QuantityItem): boolean =>
  bearerOf(item)?.possessive !== true && ['planned', 'possible'].includes(moodAt(item));

/** Either article gives the other's figure too, for the same measure: it knows of both. */
const isKnown = (figure: OwnedFigure, others: readonly OwnedFigure[]): boolean =>
  others.some(
    (other) =>
      isSameMeasure(figure, other) &&
      ['equal', 'compatible'].includes(relateQuantities(figure.item.quantity, other.item.quantity)),
  );

const largestRatio = 3;

function mayDiffer(a: OwnedFigure, b: OwnedFigure): boolean {
  const [x, y] = [a.item.quantity, b.item.quantity];
  if (relateQuantities(x, y) !== 'different' || !isSameMeasure(a, b)) return false;
  if (isAhead(a.item) !== isAhead(b.item)) return false;
  return Math.max(x.low, y.low) <= largestRatio * Math.min(x.low, y.low);
}

/** Who has it, of what, and when are all the same; the verbs around need not be. */
const strength = 0.75;

/**
 * Two figures of one thing that one person or body has, wherever they stand: a company's share of a market, a
 * couple's tax rate. The sentences often share little beside the name.
 */
export function bearerRows(context: PairContext): DraftRow[] {
  const rows: DraftRow[] = [];
  const left = ownedFigures(context.a);
  const right = ownedFigures(context.b);
  for (const a of left) {
    if (isKnown(a, right)) continue;
    const b = right.find((each) => mayDiffer(a, each) && !isKnown(each, left));
    if (!b) continue;
    rows.push({
      verdict: 'differ',
      kind: 'quantity',
      label: labelOf(a.item),
      a: quantitySide(a.item),
      b: quantitySide(b.item),
      reason: reason('other-value', { a: a.item.text, b: b.item.text }),
      strength,
      exclusive: true,
    });
  }
  return rows;
}
