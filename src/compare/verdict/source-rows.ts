import { distinctness } from '../align/values';
import type { QuantityItem } from './quantity-items';
import { type QuantityPair, quantityPairs } from './quantity-pairs';
import { quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { namedNations } from './source-nations';

/** Countries the source of a number speaks for or is of: "Orvania's ministry", "Orvanian media". */
function sides({ nations, claim }: QuantityItem, language: string): ReadonlySet<string> {
  const named = claim.attribution ? namedNations(claim.attribution.source.name, language) : [];
  return new Set([...nations, ...named]);
}

const leastTelling = 0.7;
const leastAlike = 0.7;

/** The same number again in its article, credited to nobody or to both: then it is not one side's alone. */
const givers = ({ quantity }: QuantityItem, items: readonly QuantityItem[]): QuantityItem[] =>
  items.filter(
    ({ quantity: other }) =>
      other.kind === quantity.kind && other.low === quantity.low && other.high === quantity.high,
  );

function isOtherSide(pair: QuantityPair, language: string): boolean {
  const { a, b, itemsA, itemsB } = pair;
  // One of the two must be a government's own figure; two papers of two countries are no two sides.
  if (a.nations.size === 0 && b.nations.size === 0) return false;
  const left = givers(a, itemsA).map((item) => sides(item, language));
  const right = givers(b, itemsB).map((item) => sides(item, language));
  if ([...left, ...right].some((side) => side.size === 0)) return false;
  return !left.some((one) => right.some((other) => [...one].some((nation) => other.has(nation))));
}

/** Who gives a figure is told plainly, but whether both might have given it is not: less certain rows. */
const strength = 0.5;

/** One figure for one thing, credited to one country's officials here and to another country's there. */
export function sourceRows(context: PairContext): DraftRow[] {
  const { language } = context.a.analysis;
  return quantityPairs(context)
    .filter(
      ({ a, b, relation }) =>
        relation === 'equal' &&
        a.claim.attribution !== null &&
        b.claim.attribution !== null &&
        distinctness(a.quantity) >= leastTelling,
    )
    .filter((each) => isOtherSide(each, language) && each.pair.score >= leastAlike)
    .map(({ a, b }) => ({
      verdict: 'differ' as const,
      kind: 'speaker' as const,
      label: a.text,
      a: quantitySide(a),
      b: quantitySide(b),
      reason: reason('other-source', {
        a: a.claim.attribution?.source.name ?? '',
        b: b.claim.attribution?.source.name ?? '',
      }),
      strength,
    }))
    .slice(0, 1);
}
