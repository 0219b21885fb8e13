import type { Entity, Quantity, TimeValue } from '../../model/claim';
import type { UnitPair } from '../align/align';
import { isSameEntity } from '../align/names';
import { scoreWithoutNumbers } from '../align/score';
import type { Unit } from '../align/unit';
import { headSimilarity, relateQuantities, relateTimes } from '../align/values';
import { kept } from '../kept';
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

export const isAddition = kept(addsToOthers);

const ordinalPattern = /\b(?:first|second|third|fourth|fifth|last|next|final|previous|previously|latest)\b/i;
export const isOrdinal = kept(
  (item: QuantityItem): boolean =>
    item.quantity.kind === 'ordinal' ||
    item.quantity.modifiers.some((word) => ordinalPattern.test(word)) ||
    /\b(?:first|last|next|final|previous|past)\s*$/i.test(item.before.slice(-10)),
);

/** "the first group of 2,600": one of several, never the whole. */
const trancheBefore =
  /\b(?:first|second|third|initial|another|next|last|previous|new) (?:[\p{L}-]+ )?(?:group|batch|wave|contingent|tranche|round|phase|shipment|set) of\s*(?:about|around|some|roughly|nearly)?\s*$/iu;

const partPattern = /\b(?:of (?:which|whom|them|these|those)|including|all but|among them|one of|some of)\b/i;
export const isPart = kept(
  (item: QuantityItem): boolean =>
    item.quantity.part ||
    /^\s*(?:[\p{L}-]+\s+){0,2}of (?:the|those|these|them|which|whom|its|his|her|their)\b/iu.test(
      item.after,
    ) ||
    /\bof (?:the|its|their|those|these|all) [^.;]{0,40}$/i.test(item.before.slice(-48)) ||
    trancheBefore.test(item.before.slice(-60)) ||
    partPattern.test(item.before.slice(-22)),
);

export const nationalities = kept((item: QuantityItem): string[] =>
  item.clause.entities
    .filter(
      (entity) =>
        entity.kind === 'nationality' &&
        item.quantity.modifiers.some((word) => entity.name.toLowerCase().includes(word.toLowerCase())),
    )
    .map((entity) => entity.key),
);

/** "the 13-inch model costs $1,099": the nearest size names which one is meant. */
export function sizeAnchor(item: QuantityItem): string | null {
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

const isGiven = (item: QuantityItem, other: QuantityItem): boolean => {
  const { quantity } = other;
  if (quantity.vague) return false;
  const relation = relateQuantities(item.quantity, quantity);
  return (relation === 'equal' || relation === 'compatible') && sameSort(item.quantity, quantity);
};

/** Numbers that another article gives, too: asked once for each, and not for each it is compared with. */
const givenBy = kept((others: readonly QuantityItem[]) =>
  kept((item: QuantityItem): boolean => others.some((other) => isGiven(item, other))),
);

/** One government's number is not known elsewhere because somebody else gave the same: "media reported 12,000". */
export const knowsBoth = (item: QuantityItem, others: readonly QuantityItem[], oneSide = false): boolean =>
  givenBy(others)(item) &&
  (!oneSide || others.some((other) => isOfSide(item, other) && isGiven(item, other)));

/** Two values of one thing lie close: counts are revised more widely than sums of money. */
export const largestRatio = { count: 5, other: 3 };

export const isPlanned = (item: QuantityItem): boolean => ['planned', 'possible'].includes(moodAt(item));

export const isDone = (item: QuantityItem): boolean => moodAt(item) === 'done';

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

export function otherDay({ a, b }: QuantityCandidate): boolean {
  const left = a.clause.times.filter((time) => !time.report);
  const right = b.clause.times.filter((time) => !time.report);
  if (left.length === 0 || right.length === 0) return false;
  // "last week" against "before March, … weekly": how it was is no other word on how it is.
  const isBefore = ({ relation }: TimeValue): boolean => relation === 'before';
  if (left.some(isBefore) !== right.some(isBefore)) return true;
  return left.every((here) => right.every((there) => relateTimes(here, there) === 'apart'));
}

const subjectNames = kept((item: QuantityItem): Entity[] => {
  const subject = item.claim.subject;
  if (!subject) return [];
  return item.clause.entities.filter(
    ({ kind, start, end }) =>
      kind !== 'nationality' && kind !== 'unknown' && start >= subject.start && end <= subject.end,
  );
});

/** Both clauses have a name for a subject, and not the same: his tax rate is not hers. */
export function hasOtherSubject({ a, b }: Pick<QuantityCandidate, 'a' | 'b'>): boolean {
  const left = subjectNames(a);
  const right = subjectNames(b);
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((name) => right.some((other) => isSameEntity(name, other)));
}

/** Names in the sentences that nobody shares; without named subjects the words must align by themselves. */
export function otherBearer(candidate: QuantityCandidate): boolean {
  if (haveOtherBearers(candidate.a, candidate.b)) return true;
  if (candidate.pair.features.entityConflict === 0 || candidate.oneSide) return false;
  return hasOtherSubject(candidate) || scoreWithoutNumbers(candidate.pair.features) < 0.5;
}

const includesDoer =
  /\b(?:including|counting|plus|as well as|along with) (?:the |a |one |that of the )?(?:alleged |suspected |lone )?(?:gunm[ae]n|shooters?|attackers?|suspects?|bombers?|assailants?|perpetrators?|killers?|himself|drivers?)\b/i;

const tellsOfDoer = kept(({ text }: Unit): boolean => includesDoer.test(text));

/** "Nine dead including the gunman" beside eight: one text counts who did it, the other does not. */
export const countsDoer = ({ a, b }: Pick<QuantityCandidate, 'a' | 'b'>): boolean =>
  a.quantity.kind === 'count' &&
  Math.abs(a.quantity.low - b.quantity.low) <= 2 &&
  (tellsOfDoer(a.sentence) || tellsOfDoer(b.sentence));

/** Values that stand one after another and have `whole` for their sum. */
const isSumOfRun = (values: readonly number[], whole: number): boolean =>
  values.some((first, from) => {
    let sum = first;
    return values.slice(from + 1).some((value) => {
      sum += value;
      return sum === whole;
    });
  });

/** "16 teams in the east and 14 in the west" beside 30: parts add up to what the other article gives. */
const addsUpTo = ({ sentence, quantity }: QuantityItem, whole: Quantity): boolean => {
  const isJoined = (left: Quantity, right: Quantity): boolean =>
    left.kind === 'count' &&
    /^\s*(?:,|and|,\s*and)\s*$/.test(
      sentence.text.slice(left.end - sentence.start, right.start - sentence.start),
    );
  const parts = sentence.quantities.filter(
    (part, at, all) =>
      part.kind === quantity.kind &&
      !part.vague &&
      (part.head === '' ||
        headSimilarity({ ...quantity, head: part.head }, quantity) > 0 ||
        all.some((other, place) =>
          place === at - 1 ? isJoined(other, part) : place === at + 1 && isJoined(part, other),
        )),
  );
  return isSumOfRun(
    parts.map(({ low }) => low),
    whole.low,
  );
};

export const addUp = (a: QuantityItem, b: QuantityItem): boolean =>
  addsUpTo(a, b.quantity) || addsUpTo(b, a.quantity);

/**
 * "a 60-vote threshold", "a 10-year term", "the seven day event": the number names a kind of thing; "41 votes" counts.
 */
export const namesKind = kept(
  ({ text }: QuantityItem): boolean =>
    /^\d[\d.,]*-\p{L}/u.test(text) ||
    /^(?!(?:an?|one|1)\s)[\p{L}\d]+\s(?:hour|day|week|month|year)$/iu.test(text),
);

export const isOtherSum = ({ a, b }: QuantityCandidate): boolean =>
  a.quantity.kind === 'money' &&
  a.quantity.head !== '' &&
  b.quantity.head !== '' &&
  headSimilarity(a.quantity, b.quantity) === 0;

export const flows = new Set(['revenue', 'profit', 'loss', 'income', 'turnover']);

/** "$1 million (€900,000)": a sum told again in another currency. */
export const isConversion = kept(
  ({ quantity, before }: QuantityItem): boolean =>
    quantity.kind === 'money' && /\d[^()]{0,20}\((?:about |around |roughly |some |nearly )?$/.test(before),
);
