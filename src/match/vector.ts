/**
 * Counts or weights by hash, keys ascending. The words stand beside their hashes, so that a match can name what was
 * shared; in a profile read back from storage there are none, and the article being read has them.
 */
export interface TermVector {
  keys: Uint32Array;
  weights: Float32Array;
  words: readonly string[];
}

/** Counts of a part of a text, headline or opening, by the places of its terms among those of the text. */
export interface PartVector {
  /** Ascending. */
  places: Uint16Array;
  counts: Float32Array;
}

/** A vector of names, each with the terms it consists of. */
export interface NameVector extends TermVector {
  /** Terms of all names one after another; 0 stands for a word that is no term. */
  parts: Uint32Array;
  /** Where each name's terms end in `parts`. */
  partEnds: Uint32Array;
}

/** Euclidean length. */
export function lengthOf(weights: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at]! * weights[at]!;
  return Math.sqrt(sum);
}

/** A key and its position fit in one number of 53 bits, so that a typed array sorts both at once. */
const positions = 2 ** 20;

/** A vector from words with their weights; `hash` names the words' space. */
export function vectorOf(weights: ReadonlyMap<string, number>, hash: (word: string) => number): TermVector {
  const words = [...weights.keys()];
  const order = Float64Array.from(words, (word, at) => hash(word) * positions + at).sort();
  const values = new Float32Array(words.length);
  const keys = new Uint32Array(words.length);
  const sorted = new Array<string>(words.length);
  order.forEach((packed, at) => {
    const word = words[packed % positions]!;
    keys[at] = Math.floor(packed / positions);
    values[at] = weights.get(word)!;
    sorted[at] = word;
  });
  return { keys, weights: values, words: sorted };
}

/** @param part counts of words that are all among those of `whole` */
export function partOf(whole: TermVector, part: ReadonlyMap<string, number>): PartVector {
  const places = Uint16Array.from(whole.words.keys()).filter((at) => part.has(whole.words[at]!));
  return { places, counts: Float32Array.from(places, (at) => part.get(whole.words[at]!)!) };
}

/** `1 + ln(count)` for the counts that occur, worked out once: the logarithm of every word of every candidate adds up. */
const dampedCounts = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count));

/** A word used twice says less than twice as much. */
export const damped = (count: number): number => dampedCounts[count] ?? 1 + Math.log(count);

/** Calls `visit` with the positions of every key the two have in common. */
function eachShared(
  left: TermVector,
  right: TermVector,
  visit: (inLeft: number, inRight: number) => void,
): void {
  let at = 0;
  for (let index = 0; index < left.keys.length; index++) {
    const key = left.keys[index]!;
    while (at < right.keys.length && right.keys[at]! < key) at++;
    if (at >= right.keys.length) return;
    if (right.keys[at] === key) visit(index, at);
  }
}

/** Cosine of the two, 0 when either is empty or they share nothing. */
export function cosine(left: TermVector, right: TermVector): number {
  let sum = 0;
  eachShared(left, right, (inLeft, inRight) => {
    sum += left.weights[inLeft]! * right.weights[inRight]!;
  });
  return sum > 0 ? sum / (lengthOf(left.weights) * lengthOf(right.weights)) : 0;
}

/** Positions of the heaviest `count` weights, ascending. Ties go to the smaller position. */
export function heaviestPositions(weights: Float32Array, count: number): number[] {
  const ascending = weights.slice().sort();
  const from = Math.max(0, weights.length - count);
  const least = ascending[from] ?? 0;
  let ties = 0;
  for (let at = from; at < ascending.length && ascending[at] === least; at++) ties++;
  const found: number[] = [];
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    if (weight > least || (weight === least && ties-- > 0)) found.push(at);
  }
  return found;
}

/** Words the two share, heaviest (by the product of weights) first. */
export function sharedWords(left: TermVector, right: TermVector, limit: number): string[] {
  const found: { word: string; weight: number }[] = [];
  eachShared(left, right, (inLeft, inRight) => {
    found.push({ word: left.words[inLeft]!, weight: left.weights[inLeft]! * right.weights[inRight]! });
  });
  found.sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1));
  return found.slice(0, limit).map((entry) => entry.word);
}
