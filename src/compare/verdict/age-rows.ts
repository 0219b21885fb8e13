import type { Entity } from '../../model/claim';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import { type QuantityItem, quantityItems } from './quantity-items';
import { quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { laterArticle } from './sequence';

interface AgeOf {
  who: Entity;
  item: QuantityItem;
}

/** Between an age and its bearer only these may stand: "27-year-old X", "X, 27", "X, who is 27". */
const bridgeBefore = /^[\s,(]*(?:(?:aged|age|was|is|who is|who was|now)\s*)*$/i;
const bridgeAfter = /^(?:[\s-]*years?[\s-]*old)?[\s-]*(?:(?!and\b)[\p{Ll}-]+\s){0,2}$/iu;

function bearerOf(item: QuantityItem): Entity | null {
  const { quantity, sentence } = item;
  const people = sentence.entities.filter((entity) => entity.kind === 'person' || entity.kind === 'unknown');
  const between = (from: number, to: number): string =>
    sentence.text.slice(from - sentence.start, to - sentence.start);
  const before = people.filter((entity) => entity.end <= quantity.start).at(-1);
  if (before && bridgeBefore.test(between(before.end, quantity.start))) return before;
  const after = people.find((entity) => entity.start >= quantity.end);
  return after && bridgeAfter.test(between(quantity.end, after.start)) ? after : null;
}

function agesOf(profile: Profile): AgeOf[] {
  const ages: AgeOf[] = [];
  for (const item of quantityItems(profile)) {
    if (item.quantity.kind !== 'age' || item.quantity.low > 120) continue;
    const who = bearerOf(item);
    if (who && !ages.some((age) => isSameEntity(age.who, who))) ages.push({ who, item });
  }
  return ages;
}

/** Ages of one person. A year more in a later report is a birthday, not a contradiction. */
export function ageRows(context: PairContext): DraftRow[] {
  const rows: DraftRow[] = [];
  const others = agesOf(context.b);
  for (const left of agesOf(context.a)) {
    const right = others.find((age) => isSameEntity(left.who, age.who));
    if (!right) continue;
    const a = quantitySide(left.item);
    const b = quantitySide(right.item);
    const values = { who: left.who.name, a: a.value, b: b.value };
    const common = { kind: 'quantity' as const, label: left.who.name, a, b, strength: 0.9 };
    const difference = left.item.quantity.low - right.item.quantity.low;
    if (difference === 0) {
      rows.push({ verdict: 'agree', ...common, reason: reason('same-age', values) });
      continue;
    }
    const older = difference > 0 ? 'a' : 'b';
    const isBirthday =
      Math.abs(difference) <= 2 && laterArticle(context.a.article, context.b.article) === older;
    const [later, earlier] = older === 'a' ? [a.value, b.value] : [b.value, a.value];
    rows.push(
      isBirthday
        ? { verdict: 'update', ...common, reason: reason('later-value', { later, earlier }) }
        : { verdict: 'differ', ...common, reason: reason('other-age', values) },
    );
  }
  return rows;
}
