import { isLightWord, type Unit } from '../align/unit';
import { rootOf, rootSimilarity } from '../align/vocabulary';
import { kept } from '../kept';
import { areOtherActions, nearestVerb } from './nearest-verb';
import type { QuantityItem } from './quantity-items';

/** What a number was counted over, where a number without it answers another question. */
const spans = {
  rate: /\b(?:averag\w+|per|each|every|apiece|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|an? (?:day|week|month|year|game|match|share|head|person))\b/i,
  career: /\b(?:career|all-time|lifetime)\b/i,
  span: /\bsince\b|\bfrom (?:\p{L}+ )?\d{1,4} (?:to|through|until)\b|\b(?:over|in|during|for|across|throughout) (?:the|that|this) (?:(?:next|coming|past|last|previous|whole|entire) (?:\p{L}+ )?(?:weeks|months|years|decades?|seasons?)|(?:[\p{L}\d-]+ ){0,2}(?:time|span|period)\b)/iu,
  before: /\b(?:[Pp]rior to|[Pp]reviously|[Bb]efore (?:the |that |this |last )?[\p{Lu}\d])/u,
} as const;

type SpanName = keyof typeof spans;

const spanNames = Object.keys(spans) as SpanName[];

const nearbyBefore = 40;
const nearbyAfter = 50;

const isFraction = ({ quantity: { kind, low } }: QuantityItem): boolean =>
  kind === 'count' && low < 1000 && !Number.isInteger(low);

/** A rate and a previous state are told beside the number; the rest anywhere in its clause. */
const spansOf = kept((item: QuantityItem): SpanName[] => {
  const { clause, before, after, text } = item;
  const behind = after.slice(0, nearbyAfter);
  const near = `${before.slice(-nearbyBefore)} ${text} ${behind}`;
  return spanNames.filter((name) =>
    name === 'rate' || name === 'before'
      ? // Nobody scores 20.2 points: a count with a fraction is an average.
        spans[name].test(near) || (name === 'rate' && isFraction(item))
      : spans[name].test(clause.text) || spans[name].test(behind),
  );
});

const isForeign = (item: QuantityItem, other: QuantityItem): boolean =>
  spansOf(item).some((name) => !spansOf(other).includes(name) && !spans[name].test(other.sentence.text));

/** "20.2 points a game" and 22 points; "11,200 wounded since March" and 1,300: counted over other spans. */
const haveOtherSpans = (a: QuantityItem, b: QuantityItem): boolean => isForeign(a, b) || isForeign(b, a);

const season = /\b(?:this|last|the|his|her|their) season\b/i;
const match =
  /\b(?:victory|win|wins|won|loss|defeat|triumph|draw|lost|beat) (?:over|to|against|at|vs\.?)(?=\s)/i;

const isOfSeason = kept(({ text }: Unit): boolean => season.test(text));
const isOfMatch = kept(({ text }: Unit): boolean => !season.test(text) && match.test(text));

/** "150 yards this season", "63 yards in the victory over the Harrow eleven". */
const isSeasonAgainstMatch = (a: QuantityItem, b: QuantityItem): boolean =>
  (isOfSeason(a.sentence) && isOfMatch(b.clause)) || (isOfSeason(b.sentence) && isOfMatch(a.clause));

const distance = /^\s*(?:ago|earlier|later|before|after|prior to)\b/i;

/** "eight days ago", "three weeks before the storm": how far off something was, and not how long it took. */
const isDistance = ({ quantity, after }: QuantityItem): boolean =>
  quantity.kind === 'duration' && distance.test(after);

const complement =
  /^\s*(?:of|in|worth of)\s+((?:(?!(?:for|on|to|by|from|at|with|and|over|in|of)\b)[\p{L}'’-]+\s?){1,5})/u;

/** What a sum, a share or a time is of: "$5 trillion in federal spending", "two days of questioning". */
const matterOf = kept(({ quantity, after }: QuantityItem): string[] => {
  const phrase = quantity.head === '' ? (complement.exec(after)?.[1] ?? '') : quantity.head;
  return (phrase.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => !isLightWord(word))
    .map((word) => rootOf(word));
});

/** Both say what the number is of, and nothing of it is the same: a share of the sales and of the staff. */
function areOfOtherMatters(a: QuantityItem, b: QuantityItem): boolean {
  const left = matterOf(a);
  const right = matterOf(b);
  if (a.quantity.kind === 'count' || left.length === 0 || right.length === 0) return false;
  return !left.some((root) => right.some((other) => rootSimilarity(root, other) > 0));
}

const doers =
  /^(?:attackers?|gunm[ae]n|terrorists?|assailants?|suspects?|bombers?|shooters?|hijackers?|robbers?|perpetrators?)$/i;

/** "Police killed five attackers", "killing 13 people": who did it against whom it was done to. */
const areDoersApart = (a: QuantityItem, b: QuantityItem): boolean =>
  a.casualty !== null && doers.test(a.quantity.head) !== doers.test(b.quantity.head);

const ofOnePlace = /^In (?:the )?(?:\p{Lu}[\p{L}'’-]+ ?){1,3},/u;

/** "In Tarn, a blast killed 13": the toll of one place among several. */
const isOfOnePlace = ({ casualty, sentence }: QuantityItem): boolean =>
  casualty !== null && ofOnePlace.test(sentence.text);

const wanting = /^(?:need|require|lack|want|seek|aim|hope|ask|demand|expect|predict|target)$/;

/** "needed nine points to pass him", "posting 20 points": what was wanting is no other word on what was had. */
const isWanted = ({ claim, quantity }: QuantityItem): boolean =>
  wanting.test(nearestVerb(claim, quantity)?.lemma.toLowerCase() ?? '');

/** The verbs nearest to the numbers tell of two actions: "six months suspended", "served five months". */
export const haveOtherVerbs = (a: QuantityItem, b: QuantityItem): boolean =>
  areOtherActions(nearestVerb(a.claim, a.quantity), nearestVerb(b.claim, b.quantity));

const change =
  /\b(?:expand|grow|grew|increas|ris|rose|reduc|cut|shrink|fall|fell|drop|swell)\p{L}* by (?:about |around |some |nearly |almost )?$/iu;

/** "expand by four teams": what a number changes by, and not what it is. */
const isChange = kept(({ before }: QuantityItem): boolean => change.test(before.slice(-40)));

/** Two numbers of one sort that answer two questions, however alike the words around them are. */
export const answerOtherQuestions = (a: QuantityItem, b: QuantityItem): boolean =>
  haveOtherSpans(a, b) ||
  isSeasonAgainstMatch(a, b) ||
  isDistance(a) !== isDistance(b) ||
  isChange(a) !== isChange(b) ||
  areOfOtherMatters(a, b) ||
  areDoersApart(a, b) ||
  isOfOnePlace(a) !== isOfOnePlace(b) ||
  isWanted(a) !== isWanted(b);
