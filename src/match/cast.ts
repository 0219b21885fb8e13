import { placeIn } from '../text/sorted';
import { type HashVector, heaviestPositions, type NameVector } from './vector';

/** A name that an article is about. */
interface Player {
  /** Hash of the name, and of its stem as a word of the text. */
  name: number;
  term: number;
  /** Against the foremost name of the article, which has 1. */
  weight: number;
}

/** Who and what an article is about, by how often it is named. */
export type Cast = readonly Player[];

const largestCast = 8;

/** A name of headline or opening counts as much as this many more mentions. */
const openingMentions = 2;

/**
 * The cast of an article. Names of one word only: one report says "Oro Felstad" and the next "Felstad".
 * @param names with their counts
 */
export function castOf(names: NameVector, leadNames: HashVector): Cast {
  const partStart = (at: number) => (at > 0 ? names.partEnds[at - 1]! : 0);
  const mentions = names.weights.map((count, at) => {
    if (names.partEnds[at]! - partStart(at) > 1) return 0;
    return has(leadNames, names.keys[at]!) ? count + openingMentions : count;
  });
  const chosen = heaviestPositions(mentions, largestCast).filter((at) => mentions[at]! > 1);
  const most = Math.max(1, ...chosen.map((at) => mentions[at]!));
  return chosen
    .map((at) => ({
      name: names.keys[at]!,
      term: names.parts[partStart(at)]!,
      weight: mentions[at]! / most,
    }))
    .sort((left, right) => right.weight - left.weight || left.name - right.name);
}

const has = ({ keys }: HashVector, key: number): boolean => placeIn(keys, key) >= 0;

/** Weight of the foremost of a cast that the other article does not mention at all; 0 when it has all of them. */
export function missingFrom(cast: Cast, names: HashVector, terms: HashVector): number {
  const missing = cast.find(({ name, term }) => !has(names, name) && !has(terms, term));
  return missing?.weight ?? 0;
}
