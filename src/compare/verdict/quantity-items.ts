import type { Casualty, Claim, Mood, Quantity, TimeValue } from '../../model/claim';
import { type Profile, partText } from '../align/profile';
import { contentWords, type Unit } from '../align/unit';
import { headSimilarity } from '../align/values';
import { rootOf } from '../align/vocabulary';
import { nearestVerb } from './nearest-verb';
import { sourceNations } from './source-nations';

/** A quantity of an article with everything the rules ask about its surroundings. */
export interface QuantityItem {
  quantity: Quantity;
  sentence: Unit;
  clause: Unit;
  claim: Claim;
  casualty: Casualty | null;
  /** Words within `localReach` characters in the same clause. */
  near: Set<string>;
  text: string;
  /** Told of another, earlier event: flagged by the analysis, or dated weeks before the article. */
  background: boolean;
  /** Countries whose government gives the number. */
  nations: ReadonlySet<string>;
  /** Text of the sentence before and after the number. */
  before: string;
  after: string;
}

const localReach = 60;

/** News of today is dated within days; a fortnight back is another event. */
const eventAge = 14;

const daysBefore = (day: string, published: string): number =>
  (Date.parse(published.slice(0, 10)) - Date.parse(day.slice(0, 10))) / 86_400_000;

/** In an undated article whose opening names a day, "in September" further down is another event. */
function isOtherMonth(profile: Profile, sentence: Unit): boolean {
  const isDay = (time: TimeValue): boolean => !time.report && time.grain === 'day';
  const opening = profile.sentences.slice(0, openingLength);
  if (!opening.some(({ times }) => times.some(isDay)) || opening.includes(sentence)) return false;
  const times = sentence.times.filter((time) => !time.report);
  return times.length > 0 && times.every(({ grain }) => grain === 'month' || grain === 'year');
}

const openingLength = 4;

/** "Earlier this month, two officers vanished": a like case told as background, with no day to go by. */
const opensBackground =
  /^(?:(?:Just |Only )?(?:Earlier this|Last|A) (?:month|year)\b(?! after)|(?:Months|Years|Weeks) (?:ago|earlier)\b|In (?:a separate|another|an earlier|a previous|a similar|an unrelated)\b)/;

/** All event times of the sentence, or of the one before it that a pronoun takes up, lie weeks back. */
function isDatedBack(profile: Profile, sentence: Unit): boolean {
  const published = profile.article.published?.value.day;
  if (!published) return isOtherMonth(profile, sentence);
  const times = sentence.times.filter((time) => !time.report && time.to !== null);
  if (times.length > 0) return times.every((time) => daysBefore(time.to ?? published, published) > eventAge);
  const before = profile.sentences.find((other) => other.sentence === sentence.sentence - 1);
  const takesUp = /^(?:It|They|That|This|Those|These)\b/.test(sentence.text);
  return takesUp && before !== undefined && before.times.length > 0 && isDatedBack(profile, before);
}

const contains = (unit: Unit, quantity: Quantity): boolean =>
  quantity.start >= unit.start && quantity.end <= unit.end;

function makeItem(profile: Profile, sentence: Unit, clause: Unit, quantity: Quantity): QuantityItem | null {
  const claim = clause.claims.find((each) => each.quantities.includes(quantity)) ?? clause.claims[0];
  if (!claim) return null;
  const whole = partText(profile.article, sentence.part);
  const from = Math.max(clause.start, quantity.start - localReach);
  const to = Math.min(clause.end, quantity.end + localReach);
  // Asked of the few numbers that may differ, and dearer than the rest.
  let near: Set<string> | null = null;
  let nations: ReadonlySet<string> | null = null;
  return {
    quantity,
    sentence,
    clause,
    claim,
    casualty: quantity.casualty,
    background: claim.background || opensBackground.test(sentence.text) || isDatedBack(profile, sentence),
    get near() {
      near ??= new Set([
        ...contentWords(whole.slice(from, quantity.start)).map((word) => word.root),
        ...contentWords(whole.slice(quantity.end, to)).map((word) => word.root),
      ]);
      return near;
    },
    get nations() {
      nations ??= sourceNations(profile, claim);
      return nations;
    },
    text: whole.slice(quantity.start, quantity.end),
    before: whole.slice(sentence.start, quantity.start),
    after: whole.slice(quantity.end, sentence.end),
  };
}

/** Mood of the verb nearest to the number: "from what I have … they are preparing 300" prepares, and has nothing. */
export const moodAt = ({ claim, quantity }: QuantityItem): Mood =>
  nearestVerb(claim, quantity)?.mood ?? claim.mood;

const known = new WeakMap<Profile, QuantityItem[]>();

/** All quantities of an article, each once, in the clause that holds it. */
export function quantityItems(profile: Profile): QuantityItem[] {
  const before = known.get(profile);
  if (before) return before;
  const items: QuantityItem[] = [];
  profile.sentences.forEach((sentence, at) => {
    const clauses = sentence.quantities.length > 0 ? profile.clausesOf(at) : [];
    for (const quantity of sentence.quantities) {
      const clause = clauses.find((unit) => contains(unit, quantity)) ?? sentence;
      const item = makeItem(profile, sentence, clause, quantity);
      if (item) items.push(item);
    }
  });
  known.set(profile, items);
  return items;
}

const genericHeads = new Set(
  'person people man woman year day time thing month week hour minute part way case other percent'
    .split(' ')
    .map((word) => rootOf(word)),
);

export const headOf = (quantity: Quantity): string => {
  const words = quantity.head.toLowerCase().split(/\s+/);
  return rootOf(words.at(-1) ?? '');
};

/** Heads that count nearly anything: two numbers of "people" are not yet of the same people. */
export const isGeneric = (quantity: Quantity): boolean => genericHeads.has(headOf(quantity));

/** The same sort of thing counted: enough to look whether a value is already given elsewhere. */
export const sameSort = (left: Quantity, right: Quantity): boolean =>
  left.kind === right.kind &&
  (left.kind !== 'count' || headSimilarity(left, right) > 0) &&
  (left.kind === 'count' || left.unit === right.unit);

export const personConcepts = new Set([
  'person',
  'soldier',
  'officer',
  'child',
  'victim',
  'militant',
  'worker',
  'passenger',
  'crew',
]);
