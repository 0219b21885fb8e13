import type { Span } from '../../model/article';
import { pairScore } from '../align/align';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { relateQuantities, relateTimes } from '../align/values';
import { contentsOf } from './contents';
import type { Coverage } from './coverage';

/** What a sentence and its counterparts in other voices share and the article read lacks. */
export interface Missing {
  words: number;
  scored: number;
  number: number;
  time: number;
  /** The counterpart that shares most of what is missing. */
  counterpart: Unit | null;
}

/**
 * The deciding words of sentences that stand in a row as differing from the article read: their news is told there,
 * and only what else they tell can be left out.
 */
export type Disputed = ReadonlyMap<Unit, readonly Span[]>;

const undisputed: readonly Span[] = [];

const isIn = (item: Span, marks: readonly Span[]): boolean =>
  marks.some(({ start, end }) => item.start < end && start < item.end);

/** What of a sentence stands nowhere in an article: words with their weights, numbers, times. */
export interface Lacking {
  roots: { root: string; weight: number }[];
  /** Numbers that count nothing like it there. */
  numbers: Unit['quantities'];
  /** Times of what happened; the day of a report is no fact of the event. */
  times: Unit['times'];
}

export function lackingOf(
  sentence: Unit,
  article: Profile,
  rarity: Rarity,
  marks: readonly Span[] = undisputed,
): Lacking {
  const contents = contentsOf(article);
  const free = <Item extends Span>(items: readonly Item[]): readonly Item[] =>
    marks.length > 0 ? items.filter((item) => !isIn(item, marks)) : items;
  const roots = marks.length > 0 ? new Set(free(sentence.words).map(({ root }) => root)) : sentence.roots;
  return {
    roots: [...roots]
      .filter((root) => !article.frequency.has(root))
      .map((root) => ({ root, weight: rarity.weight(root) })),
    numbers: free(sentence.quantities).filter(
      (quantity) => quantity.kind !== 'ordinal' && !contents.hasNumberOfLike(quantity),
    ),
    times: free(sentence.times).filter((time) => !time.report && !contents.hasTime(time)),
  };
}

const isValue = (left: Unit['quantities'][number], right: Unit['quantities'][number]): boolean =>
  ['equal', 'compatible'].includes(relateQuantities(left, right));

const sharesNumber = ({ numbers }: Lacking, { quantities }: Unit, marks: readonly Span[]): boolean =>
  numbers.some((quantity) => quantities.some((other) => isValue(quantity, other) && !isIn(other, marks)));

const sharesTime = ({ times }: Lacking, { times: others }: Unit, marks: readonly Span[]): boolean =>
  times.some((time) => others.some((other) => relateTimes(time, other) === 'same' && !isIn(other, marks)));

/** Numbers and times count only where the sentences have something to do with each other. */
const leastRelated = 0.25;

/**
 * What the sentence shares with other voices of what the article read lacks. Each figure is the highest over all
 * counterparts; a counterpart is scored only as far as it can raise one of them.
 */
export function missingFrom(
  sentence: Unit,
  lacking: Lacking,
  voices: readonly Coverage[],
  disputed: Disputed,
): Missing {
  const missing: Missing = { words: 0, scored: 0, number: 0, time: 0, counterpart: null };
  for (const voice of voices) {
    for (const place of voice.partnersOf(sentence)) {
      const other = voice.partner(place);
      const marks = disputed.get(other) ?? undisputed;
      const from = (least: number): number => {
        const pair = least <= 1 ? voice.pair(sentence, place, least) : null;
        return pair ? pairScore(pair) : 0;
      };
      let words = 0;
      for (const { root, weight } of lacking.roots) if (other.rootSet.has(root)) words += weight;
      missing.words = Math.max(missing.words, words);
      const scored = words > 0 ? words * from(missing.scored / words) : 0;
      if (scored > missing.scored || missing.counterpart === null) {
        missing.scored = scored;
        missing.counterpart = other;
      }
      const relatedNumber = Math.max(leastRelated, missing.number);
      if (sharesNumber(lacking, other, marks)) missing.number = Math.max(missing.number, from(relatedNumber));
      const relatedTime = Math.max(leastRelated, missing.time);
      if (sharesTime(lacking, other, marks)) missing.time = Math.max(missing.time, from(relatedTime));
    }
  }
  return missing;
}
