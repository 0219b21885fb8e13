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

/** The place that holds most of some stems, the first of equals, and how many it holds; place -1 holds none. */
export function bestPlace({ stems, places, count }: SentencePlaces, wanted: Uint32Array) {
  const shared = new Uint16Array(count);
  for (const stem of wanted) {
    const position = stems.positionOf(stem);
    if (position >= 0) for (const place of places[position]!) shared[place]!++;
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
