import type { Span } from '../../model/article';
import type { Quantity } from '../../model/claim';
import { pairScore } from '../align/align';
import { leastEvidence } from '../align/guesses';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import { logistic } from '../align/score';
import type { Unit } from '../align/unit';
import { relateQuantities, relateTimes } from '../align/values';
import type { Weighed, WeighedArticle } from '../align/weighed';
import { contentsOf } from './contents';
import type { Coverage } from './coverage';
import { Promises } from './promises';

/** What a sentence and its counterparts in other voices share and the article read lacks. */
export interface Missing {
  words: number;
  scored: number;
  number: number;
  time: number;
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

/** What of a sentence stands nowhere in an article: words by their numbers in the lexicon, figures, times. */
export interface Lacking {
  roots: number[];
  /** Numbers that count nothing like it there. */
  numbers: Unit['quantities'];
  /** Times of what happened; the day of a report is no fact of the event. */
  times: Unit['times'];
}

export function lackingOf(
  { unit, numbers: { roots } }: Weighed,
  article: Profile,
  { lexicon }: Rarity,
  there: WeighedArticle,
  marks: readonly Span[] = undisputed,
): Lacking {
  const contents = contentsOf(article);
  const free = <Item extends Span>(items: readonly Item[]): readonly Item[] =>
    marks.length > 0 ? items.filter((item) => !isIn(item, marks)) : items;
  const told = marks.length > 0 ? new Set(free(unit.words).map(({ root }) => lexicon.root(root))) : roots;
  return {
    roots: [...told].filter((root) => !there.hasRoot(root)),
    numbers: free(unit.quantities).filter(
      (quantity) => quantity.kind !== 'ordinal' && !contents.hasNumberOfLike(quantity),
    ),
    times: free(unit.times).filter((time) => !time.report && !contents.hasTime(time)),
  };
}

const isValue = (left: Quantity, right: Quantity): boolean => {
  const relation = relateQuantities(left, right);
  return relation === 'equal' || relation === 'compatible';
};

function sharesNumber({ numbers }: Lacking, { unit }: Weighed, marks: readonly Span[]): boolean {
  for (const here of numbers) {
    for (const there of unit.quantities) {
      if (isValue(here, there) && !isIn(there, marks)) return true;
    }
  }
  return false;
}

function sharesTime({ times }: Lacking, { unit }: Weighed, marks: readonly Span[]): boolean {
  for (const here of times) {
    for (const there of unit.times) {
      if (relateTimes(here, there) === 'same' && !isIn(there, marks)) return true;
    }
  }
  return false;
}

/** Numbers and times count only where the sentences have something to do with each other. */
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

/** The highest scores with sentences of other voices that share a number or a time of what is lacking. */
export function figuresMissing(
  sentence: Unit,
  lacking: Lacking,
  voices: readonly Coverage[],
  disputed: Disputed,
): Pick<Missing, 'number' | 'time'> {
  const marksOf = ({ unit }: Weighed): readonly Span[] => disputed.get(unit) ?? undisputed;
  const highest = (isSharing: (other: Weighed) => boolean): number =>
    highestSharing(sentence, voices, isSharing);
  return {
    number: lacking.numbers.length > 0 ? highest((other) => sharesNumber(lacking, other, marksOf(other))) : 0,
    time: lacking.times.length > 0 ? highest((other) => sharesTime(lacking, other, marksOf(other))) : 0,
  };
}
