import type { Span } from '../../model/article';
import type { Entity, Quantity, TimeValue } from '../../model/claim';
import { pairScore } from '../align/align';
import { leastEvidence } from '../align/guesses';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import { logistic } from '../align/score';
import type { Unit } from '../align/unit';
import { relateTimes } from '../align/values';
import type { Weighed, WeighedArticle } from '../align/weighed';
import { languageOf } from '../languages';
import { contentsOf, isFigure, isSameFigure } from './contents';
import type { Coverage } from './coverage';
import { Promises } from './promises';

/** What a sentence and its counterparts in other voices share and the article read lacks. */
export interface Missing {
  words: number;
  scored: number;
  number: number;
  time: number;
  place: number;
  /** The counterpart that shares most of what is missing. */
  counterpart: Weighed | null;
}

/**
 * The deciding words of sentences that stand in a row as differing from the article read: their news is told there,
 * and only what else they tell can be left out.
 */
export type Disputed = ReadonlyMap<Unit, readonly Span[]>;

const undisputed: readonly Span[] = [];

const isIn = (item: Span, marks: readonly Span[]): boolean =>
  marks.some(({ start, end }) => item.start < end && start < item.end);

/** What of a sentence stands nowhere in an article: words by their numbers in the lexicon, figures, times, names. */
export interface Lacking {
  roots: number[];
  /** Numbers that count nothing like it there. */
  numbers: Unit['quantities'];
  /** Times of what happened; the day of a report is no fact of the event. */
  times: Unit['times'];
  /** Not of whole countries, where the story plays. */
  names: readonly Entity[];
}

/** "WASHINGTON —" says where a report was written. */
const isDateline = ({ name }: Entity): boolean => /^\p{Lu}{5,}$/u.test(name);

export function lackingOf(
  sentence: Weighed,
  article: Profile,
  { lexicon }: Rarity,
  there: WeighedArticle,
  marks: readonly Span[] = undisputed,
): Lacking {
  const { unit, numbers } = sentence;
  const contents = contentsOf(article);
  const { nations } = languageOf(article.analysis.language).names;
  const free = <Item extends Span>(items: readonly Item[]): readonly Item[] =>
    marks.length > 0 ? items.filter((item) => !isIn(item, marks)) : items;
  const told =
    marks.length > 0 ? new Set(free(unit.words).map(({ root }) => lexicon.root(root))) : numbers.roots;
  return {
    roots: [...told].filter((root) => !there.hasRoot(root)),
    numbers: free(unit.quantities).filter(
      (quantity) => isFigure(quantity) && !contents.hasNumberOfLike(quantity),
    ),
    times: free(unit.times).filter((time) => !time.report && !contents.hasTime(time)),
    names: free(contents.newNames(sentence)).filter(
      (each) => !nations.has(each.name.toLowerCase()) && !isDateline(each),
    ),
  };
}

/** Of names, those of places alone say that something is left out: people and firms are named in passing. */
export const isPlace = ({ kind }: Entity): boolean => kind === 'place';

type Tells<Item> = (unit: Unit, item: Item, marks: readonly Span[]) => boolean;

const tellsNumber: Tells<Quantity> = ({ quantities }, number, marks) =>
  quantities.some((each) => isSameFigure(number, each) && !isIn(each, marks));

const tellsTime: Tells<TimeValue> = ({ times }, time, marks) =>
  times.some((each) => relateTimes(time, each) === 'same' && !isIn(each, marks));

const tellsName: Tells<Entity> = ({ entities }, name, marks) =>
  entities.some((each) => each.key === name.key && !isIn(each, marks));

/** What of the figures, times and names that are lacking one of some other sentences tells too. */
export function sharedFacts(
  { numbers, times, names }: Lacking,
  others: readonly Unit[],
  disputed: Disputed,
): Span[] {
  const shared = <Item extends Span>(items: readonly Item[], tells: Tells<Item>): Span[] =>
    items
      .filter((item) => others.some((unit) => tells(unit, item, disputed.get(unit) ?? undisputed)))
      .map(({ start, end }) => ({ start, end }));
  return [...shared(numbers, tellsNumber), ...shared(times, tellsTime), ...shared(names, tellsName)];
}

/** Numbers, times and places count only where the sentences have something to do with each other. */
const leastRelated = 0.25;

/** The highest score, of those related, with a sentence that shares something of what is lacking. */
function highestSharing(
  sentence: Unit,
  voices: readonly Coverage[],
  isSharing: (other: Weighed) => boolean,
): number {
  let highest = 0;
  let least = leastRelated;
  let enough = leastEvidence(least);
  for (const voice of voices) {
    const row = voice.boundsOf(sentence);
    const end = voice.alignment.lastEntry(row);
    for (let entry = voice.alignment.firstEntry(row); entry < end; entry += 1) {
      if ((row.most[entry] as number) < enough || !isSharing(voice.partner(row, entry))) continue;
      const pair = voice.pair(sentence, row, entry, least);
      if (!pair) continue;
      highest = pairScore(pair);
      least = highest;
      enough = leastEvidence(least);
    }
  }
  return highest;
}

/** What the pairs of a sentence with the sentences of other voices can say, before any of them is scored. */
export interface Prospects {
  /** The most that any one of them shares of what is lacking. */
  words: number;
  /** No pair has a higher score. */
  highestScore: number;
  hasPartner: boolean;
}

export function prospectsOf(sentence: Unit, lacking: Lacking, voices: readonly Coverage[]): Prospects {
  const prospects = { words: 0, highestScore: 0, hasPartner: false };
  const [any] = voices;
  if (!any) return prospects;
  const row = any.boundsOf(sentence);
  const words = any.alignment.weigh(lacking.roots);
  let highest = Number.NEGATIVE_INFINITY;
  for (const { alignment } of voices) {
    const end = alignment.lastEntry(row);
    for (let entry = alignment.firstEntry(row); entry < end; entry += 1) {
      highest = Math.max(highest, row.most[entry] as number);
      prospects.words = Math.max(prospects.words, words[row.columns[entry] as number] as number);
      prospects.hasPartner = true;
    }
  }
  prospects.highestScore = logistic(highest);
  return prospects;
}

const promises = new Promises();

/**
 * The counterpart that shares most of what is lacking, by what it shares and how surely: the most promising are scored
 * first.
 */
export function counterpartOf(
  sentence: Unit,
  lacking: Lacking,
  voices: readonly Coverage[],
): Pick<Missing, 'scored' | 'counterpart'> {
  const found: Pick<Missing, 'scored' | 'counterpart'> = { scored: 0, counterpart: null };
  const [any] = voices;
  if (!any) return found;
  promises.clear();
  const row = any.boundsOf(sentence);
  const words = any.alignment.weigh(lacking.roots);
  for (let at = 0; at < voices.length; at += 1) {
    const voice = voices[at] as Coverage;
    const first = voice.alignment.firstEntry(row);
    const end = voice.alignment.lastEntry(row);
    if (first < end) found.counterpart ??= voice.partner(row, first);
    for (let entry = first; entry < end; entry += 1) {
      const shared = words[row.columns[entry] as number] as number;
      if (shared > 0) promises.add(at, entry, shared, shared * logistic(row.most[entry] as number));
    }
  }
  let taken = -1;
  for (let next = promises.best(); next >= 0; next = promises.best()) {
    const { voice: at, entry, words: shared, promise } = promises.take(next);
    if (promise < found.scored) break;
    const voice = voices[at] as Coverage;
    const pair = voice.pair(sentence, row, entry, Math.min(1, found.scored / shared));
    const scored = pair ? shared * pairScore(pair) : 0;
    // Of equals the first in order of time and text.
    if (scored < found.scored || scored === 0 || (scored === found.scored && next > taken)) continue;
    taken = next;
    found.scored = scored;
    found.counterpart = voice.partner(row, entry);
  }
  return found;
}

/** The highest scores with sentences of other voices that share a number, a time or a place of what is lacking. */
export function figuresMissing(
  sentence: Unit,
  lacking: Lacking,
  voices: readonly Coverage[],
  disputed: Disputed,
): Pick<Missing, 'number' | 'time' | 'place'> {
  const highest = <Item>(items: readonly Item[], tells: Tells<Item>): number => {
    if (items.length === 0) return 0;
    return highestSharing(sentence, voices, ({ unit }) => {
      const marks = disputed.get(unit) ?? undisputed;
      return items.some((item) => tells(unit, item, marks));
    });
  };
  return {
    number: highest(lacking.numbers, tellsNumber),
    time: highest(lacking.times, tellsTime),
    place: highest(lacking.names.filter(isPlace), tellsName),
  };
}
