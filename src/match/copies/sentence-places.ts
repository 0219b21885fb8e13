import { KeySet } from '../key-set';

/** Where stems stand in a text. A place is a sentence together with the next. */
export interface SentencePlaces {
  stems: KeySet;
  /** Places of each stem, ascending, in the order of `stems.keys`. */
  places: number[][];
  /** The sentences themselves, likewise. */
  sentences: number[][];
  count: number;
}

/** @param sentences stems of each sentence, each stem once */
export function sentencePlacesOf(sentences: readonly Uint32Array[]): SentencePlaces {
  const stems = new KeySet(sentences.reduce((sum, { length }) => sum + length, 0));
  const places: number[][] = [];
  const holding: number[][] = [];
  sentences.forEach((own, at) => {
    for (const stem of own) {
      stems.add(stem);
      const position = stems.positionOf(stem);
      places[position] ??= [];
      holding[position] ??= [];
      const found = places[position];
      if (at > 0 && found.at(-1) !== at - 1) found.push(at - 1);
      found.push(at);
      holding[position].push(at);
    }
  });
  return { stems, places, sentences: holding, count: sentences.length };
}

/** Used again by every sentence, so that a pair of texts allocates little. */
let shared = new Uint16Array(80);

/** The place that holds most of some stems, the first of equals, and how many it holds; place -1 holds none. */
export function bestPlace({ stems, places, count }: SentencePlaces, wanted: Uint32Array) {
  if (shared.length < count) shared = new Uint16Array(count);
  shared.fill(0, 0, count);
  for (let index = 0; index < wanted.length; index++) {
    const position = stems.positionOf(wanted[index]!);
    if (position < 0) continue;
    const held = places[position]!;
    for (let at = 0; at < held.length; at++) shared[held[at]!]!++;
  }
  let best = 0;
  let place = -1;
  for (let at = 0; at < count; at++) {
    if (shared[at]! <= best) continue;
    best = shared[at]!;
    place = at;
  }
  return { best, place };
}
