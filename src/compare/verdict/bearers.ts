import type { Claim, Entity } from '../../model/claim';
import type { SentencePair } from '../align/align';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import { scoreWithoutNumbers } from '../align/score';
import type { Unit } from '../align/unit';
import { relateQuantities } from '../align/values';
import { type QuantityItem, quantityItems } from './quantity-items';

/** Whom a figure belongs to: "IBM's 10 percent", "his rate was", "the couple paid". `null` when nobody is named. */
export interface Bearer {
  /** Name as written; for a pronoun in somebody's words, that speaker's. */
  name: string;
  key: string;
  /** Named with a possessive ("Norlink's", "his"), not only as the subject of the clause. */
  possessive: boolean;
}

/** From a possessive to the figure there may be what is measured, a year and a verb; not another clause. */
const betweenOwned =
  /^\s?['’]s?\s(?:(?!\b(?:and|but|while|than|that|who|which|after|as)\b)[^,;!?"“”()]){0,70}$/i;
const pronounOwned =
  /\b(?:his|her|their|its|my|our)\s(?:(?!\b(?:and|but|while|than|that|who|which|after|as)\b)[^,;!?"“”()]){0,70}$/i;

function owner({ quantity, sentence, before }: QuantityItem): Entity | null {
  const owners = sentence.entities.filter(
    ({ end, adjective }) =>
      !adjective && end <= quantity.start && betweenOwned.test(before.slice(end - sentence.start)),
  );
  return owners.at(-1) ?? null;
}

const subjectName = ({ claim, clause }: QuantityItem): Entity | null => {
  const { subject } = claim;
  if (!subject) return null;
  const names = clause.entities.filter(
    ({ start, end, adjective }) => !adjective && start >= subject.start && end <= subject.end,
  );
  // Of "Norlink and Maren" neither alone has the figure.
  return names.length === 1 ? (names[0] ?? null) : null;
};

const sourceOf = ({ attribution }: Claim): Bearer | null =>
  attribution?.source.named
    ? { name: attribution.source.name, key: attribution.source.key, possessive: true }
    : null;

function findBearer(item: QuantityItem): Bearer | null {
  const own = owner(item);
  if (own) return { name: own.name, key: own.key, possessive: true };
  // "Mr. Rehn said his rate was 36 percent": the speaker speaks of himself.
  if (pronounOwned.test(item.before)) return sourceOf(item.claim);
  const subject = subjectName(item);
  return subject && { name: subject.name, key: subject.key, possessive: false };
}

const known = new WeakMap<QuantityItem, Bearer | null>();

export function bearerOf(item: QuantityItem): Bearer | null {
  const before = known.get(item);
  if (before !== undefined) return before;
  const found = findBearer(item);
  known.set(item, found);
  return found;
}

const asEntity = ({ name, key }: Bearer): Entity => ({
  start: 0,
  end: 0,
  name,
  key,
  kind: 'unknown',
  role: null,
  adjective: false,
});

/** "the Dahls" are the Dahl of "Ilse and Jonas Dahl" or of "Mr. Dahl". */
const familyName = (name: string): string => (name.toLowerCase().split(/\s+/).at(-1) ?? '').replace(/s$/, '');

export const isSameBearer = (left: Bearer, right: Bearer): boolean =>
  isSameEntity(asEntity(left), asEntity(right)) || familyName(left.name) === familyName(right.name);

/** Both figures belong to somebody, and not to the same one: his rate is not hers. */
export function haveOtherBearers(a: QuantityItem, b: QuantityItem): boolean {
  const left = bearerOf(a);
  const right = left && bearerOf(b);
  if (!left || !right || (!left.possessive && !right.possessive)) return false;
  return !isSameBearer(left, right);
}

const itemsIn = (profile: Profile, unit: Unit): QuantityItem[] =>
  quantityItems(profile).filter(({ sentence }) => sentence === unit);

/**
 * Two sentences that look alike only for a figure they share, which is one's in the first and another's in the
 * second: his rate of 36 percent and their 35.7.
 */
export function restOnOthersFigure(
  pair: SentencePair,
  a: Profile,
  b: Profile,
  leastWithout: number,
): boolean {
  if (pair.features.numberSame === 0) return false;
  const without = Math.max(scoreWithoutNumbers(pair.features), scoreWithoutNumbers(pair.clauses.features));
  if (without >= leastWithout) return false;
  const shared = itemsIn(a, pair.a).flatMap((left) =>
    itemsIn(b, pair.b)
      .filter((right) => ['equal', 'compatible'].includes(relateQuantities(left.quantity, right.quantity)))
      .map((right) => haveOtherBearers(left, right)),
  );
  return shared.length > 0 && shared.every((each) => each);
}
