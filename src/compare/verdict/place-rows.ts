import type { Span } from '../../model/article';
import type { Entity } from '../../model/claim';
import { pairScore, type SentencePair } from '../align/align';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { kept } from '../kept';
import { languageOf } from '../languages';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';
import { leastStatement, sentenceSide } from './statement-rows';

/** A place where a sentence puts something, or a quarter of it: "near Lisk", "Orvania's far east". */
interface Location {
  place: Entity;
  quarter: string;
  mark: Span;
}

/** Not "at", after which a firm stands as often as a town. */
const located = /\b(?:in|near|off|outside|inside)\s(?:the\s)?(?:\p{Ll}+\s){0,2}$/u;

const quarterWords = '(far\\s)?((?:north|south)-?(?:east|west)|north|south|east|west)(?:ern)?';
const quarterAfter = new RegExp(`^['’]s ${quarterWords}\\b`, 'i');
const quarterBefore = new RegExp(`\\b${quarterWords} (?:(?:part |tip |end )?of )?(?:the )?$`, 'i');

const quarterName = (found: RegExpExecArray): string =>
  `${found[1] ? 'far ' : ''}${found[2]}`.toLowerCase().replace('-', '');

function locationAt({ text, start: from }: Unit, place: Entity): Location | null {
  const before = text.slice(0, place.start - from);
  const after = quarterAfter.exec(text.slice(place.end - from));
  if (after) {
    const mark = { start: place.start, end: place.end + after[0].length };
    return { place, quarter: quarterName(after), mark };
  }
  const ahead = quarterBefore.exec(before);
  if (ahead)
    return { place, quarter: quarterName(ahead), mark: { start: from + ahead.index, end: place.end } };
  const isOwner = /^['’]/.test(text.slice(place.end - from));
  return located.test(before) && !isOwner
    ? { place, quarter: '', mark: { start: place.start, end: place.end } }
    : null;
}

const locationsOf = kept((unit: Unit): Location[] =>
  unit.entities.flatMap((place) =>
    place.kind === 'place' && !place.adjective ? (locationAt(unit, place) ?? []) : [],
  ),
);

const isSame = (left: Location, right: Location): boolean =>
  left.quarter === right.quarter && isSameEntity(left.place, right.place);

/** A whole country says little: half of a story's sentences play in it. */
const isCountry = ({ place, quarter }: Location, { analysis }: Profile): boolean =>
  quarter === '' && languageOf(analysis.language).names.nations.has(place.name.toLowerCase());

/** A place told in more sentences than this is where the whole story plays, and no fact of one sentence. */
const mostTold = 3;

const isSeldom = ({ sentences }: Profile, location: Location): boolean =>
  sentences.filter((unit) => locationsOf(unit).some((other) => isSame(location, other))).length <= mostTold;

const side = (profile: Profile, sentence: Unit, { mark }: Location): PairSide => ({
  ...sentenceSide(profile, sentence),
  marks: [mark],
  value: sentence.text.slice(mark.start - sentence.start, mark.end - sentence.start),
});

function placeRow(pair: SentencePair, context: PairContext): DraftRow | null {
  for (const left of locationsOf(pair.a)) {
    const right = locationsOf(pair.b).find((other) => isSame(left, other));
    if (!right || isCountry(left, context.a) || !isSeldom(context.a, left) || !isSeldom(context.b, right))
      continue;
    const a = side(context.a, pair.a, left);
    const b = side(context.b, pair.b, right);
    return {
      verdict: 'agree',
      kind: 'place',
      label: '',
      a,
      b,
      reason: reason('same-place', { a: a.value }),
      strength: pairScore(pair),
    };
  }
  return null;
}

/** Where something is, told alike in sentences that are about one thing and differ in the rest. */
export const placeRows = (context: PairContext): DraftRow[] =>
  context.pairs.flatMap((pair) => (pairScore(pair) < leastStatement ? (placeRow(pair, context) ?? []) : []));
