import { placeIn } from '../text/sorted';
import { heaviestPositions, type NameVector, type TermVector } from './vector';

/** A name that an article is about. */
export interface Player {
  /** Hash of the name, and of its stem as a word of the text. */
  name: number;
  term: number;
  /** Against the foremost name of the article, which has 1. */
  weight: number;
}

/** Not more than the bits of a byte. */
const largestCast = 8;

/** A name of headline or opening counts as much as this many more mentions. */
const openingMentions = 2;

/**
 * The cast of an article, who and what it is about, by how often it is named; the foremost first. Names of one word only:
 * one report says "Oro Felstad" and the next "Felstad".
 * @param names with their counts
 */
export function castOf(names: NameVector, leadNames: TermVector): Player[] {
  const partStart = (at: number) => (at > 0 ? names.partEnds[at - 1]! : 0);
  const mentions = new Float32Array(names.keys.length);
  for (let at = 0; at < mentions.length; at++) {
    if (names.partEnds[at]! - partStart(at) > 1) continue;
    const inLead = placeIn(leadNames.keys, names.keys[at]!) >= 0;
    mentions[at] = names.weights[at]! + (inLead ? openingMentions : 0);
  }
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
