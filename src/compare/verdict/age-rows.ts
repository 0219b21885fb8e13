import type { Entity } from '../../model/claim';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import { type QuantityItem, quantityItems } from './quantity-items';
import { quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { laterArticle, publishedAt } from './sequence';

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

const isDated = ({ article }: Profile): boolean => publishedAt(article) !== null;

const wordsOfName = ({ name }: Entity): string[] => name.toLowerCase().split(/\s+/);

/** "Rehn, 35" beside "Ilse Rehn, 61": a surname alone names nobody where two of that name are told of. */
function isNamesake(left: Entity, right: Entity, { a, b }: PairContext): boolean {
  const [one, other] = [wordsOfName(left), wordsOfName(right)];
  if (one.length > 1 && other.length > 1) return false;
  const firsts = new Set(
    [a, b].flatMap(({ sentences }) =>
      sentences.flatMap(({ entities }) =>
        entities
          .map(wordsOfName)
          .filter((words) => words.length > 1 && words.at(-1) === one.at(-1))
          .map(([first]) => first),
      ),
    ),
  );
  return firsts.size > 1;
}

/** Ages of people an undated article may have told years before are set less certain than this. */
const birthdays = 2;
const datedStrength = 0.9;
const undatedStrength = 0.6;

/** Ages of one person. A year more in a later report is a birthday, not a contradiction. */
export function ageRows(context: PairContext): DraftRow[] {
  const rows: DraftRow[] = [];
  const others = agesOf(context.b);
  for (const left of agesOf(context.a)) {
    const right = others.find((age) => isSameEntity(left.who, age.who));
    if (!right || isNamesake(left.who, right.who, context)) continue;
    const a = quantitySide(left.item);
    const b = quantitySide(right.item);
    const values = { who: left.who.name, a: a.value, b: b.value };
    const difference = left.item.quantity.low - right.item.quantity.low;
    const isOpen =
      difference !== 0 && Math.abs(difference) <= birthdays && !(isDated(context.a) && isDated(context.b));
    const strength = isOpen ? undatedStrength : datedStrength;
    const common = { kind: 'quantity' as const, label: left.who.name, a, b, strength };
    if (difference === 0) {
      rows.push({ verdict: 'agree', ...common, reason: reason('same-age', values) });
      continue;
    }
    const older = difference > 0 ? 'a' : 'b';
    const isBirthday =
      Math.abs(difference) <= birthdays && laterArticle(context.a.article, context.b.article) === older;
    const [later, earlier] = older === 'a' ? [a.value, b.value] : [b.value, a.value];
    rows.push(
      isBirthday
        ? { verdict: 'update', ...common, reason: reason('later-value', { later, earlier }) }
        : { verdict: 'differ', ...common, reason: reason('other-age', values) },
    );
  }
  return rows;
}
