import { pairScore } from '../align/align';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { headSimilarity, relateQuantities, relateTimes } from '../align/values';
import { contentsOf } from './contents';
import type { Coverage } from './coverage';

/** What a sentence and its counterparts in other voices share and the article read lacks. */
export interface Missing {
  words: number;
  scored: number;
  name: number;
  number: number;
  time: number;
  /** The counterpart that shares most of what is missing. */
  counterpart: Unit | null;
}

/** What of a sentence stands nowhere in an article: words with their weights, names, numbers, times. */
export interface Lacking {
  roots: { root: string; weight: number }[];
  names: Unit['entities'];
  numbers: Unit['quantities'];
  /** Times of what happened; the day of a report is no fact of the event. */
  times: Unit['times'];
}

export function lackingOf(sentence: Unit, article: Profile, rarity: Rarity): Lacking {
  const contents = contentsOf(article);
  return {
    roots: sentence.roots
      .filter((root) => !article.frequency.has(root))
      .map((root) => ({ root, weight: rarity.weight(root) })),
    names: sentence.entities.filter((name) => name.kind !== 'nationality' && !contents.hasName(name)),
    numbers: sentence.quantities.filter(
      (quantity) => quantity.kind !== 'ordinal' && !contents.hasNumber(quantity),
    ),
    times: sentence.times.filter((time) => !time.report && !contents.hasTime(time)),
  };
}

const isValue = (left: Unit['quantities'][number], right: Unit['quantities'][number]): boolean =>
  ['equal', 'compatible'].includes(relateQuantities(left, right));

const sharesName = ({ names }: Lacking, { entities }: Unit): boolean =>
  names.some((name) => entities.some((other) => isSameEntity(name, other)));

const sharesNumber = ({ numbers }: Lacking, { quantities }: Unit): boolean =>
  numbers.some((quantity) =>
    quantities.some((other) => isValue(quantity, other) && headSimilarity(quantity, other) > 0.3),
  );

const sharesTime = ({ times }: Lacking, { times: others }: Unit): boolean =>
  times.some((time) => others.some((other) => relateTimes(time, other) === 'same'));

/** Names, numbers and times count only where the sentences have something to do with each other. */
const leastRelated = 0.25;

/**
 * What the sentence shares with other voices of what the article read lacks. Each figure is the highest over all
 * counterparts; a counterpart is scored only as far as it can raise one of them.
 */
export function missingFrom(sentence: Unit, lacking: Lacking, voices: readonly Coverage[]): Missing {
  const missing: Missing = { words: 0, scored: 0, name: 0, number: 0, time: 0, counterpart: null };
  for (const voice of voices) {
    for (const place of voice.partnersOf(sentence)) {
      const other = voice.partner(place);
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
      const related = Math.max(leastRelated, missing.name);
      if (sharesName(lacking, other)) missing.name = Math.max(missing.name, from(related));
      const relatedNumber = Math.max(leastRelated, missing.number);
      if (sharesNumber(lacking, other)) missing.number = Math.max(missing.number, from(relatedNumber));
      const relatedTime = Math.max(leastRelated, missing.time);
      if (sharesTime(lacking, other)) missing.time = Math.max(missing.time, from(relatedTime));
    }
  }
  return missing;
}
