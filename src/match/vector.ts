import { LargestValues } from './largest-values';

/** Counts or weights by hash, keys ascending. */
export interface HashVector {
  keys: Uint32Array;
  weights: Float32Array;
  /** Euclidean length of `weights`. */
  length: number;
}

/**
 * A vector of terms. The words stand beside their hashes, so that a match can name what was shared; in a profile read
 * back from storage there are none, and the article being read has them.
 */
export interface TermVector extends HashVector {
  words: readonly string[];
}

/** A vector of names, each with the terms it consists of. */
export interface NameVector extends TermVector {
  /** Terms of all names one after another; 0 stands for a word that is no term. */
  parts: Uint32Array;
  /** Where each name's terms end in `parts`. */
  partEnds: Uint32Array;
}

export const lengthOf = (weights: Float32Array): number => {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum);
};

/** A key and its position fit in one number of 53 bits, so that a typed array sorts both at once. */
export const positions = 2 ** 20;

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
  return { keys, weights: values, words: sorted, length: lengthOf(values) };
}

/** `1 + ln(count)` for the counts that occur, worked out once: the logarithm of every word of every candidate adds up. */
const dampedCounts = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count));

/** A word used twice says less than twice as much. */
export const damped = (count: number): number => dampedCounts[count] ?? 1 + Math.log(count);

/** The same keys with other weights. */
export function reweighed(
  vector: TermVector,
  weigh: (count: number, key: number, at: number) => number,
): TermVector {
  const weights = new Float32Array(vector.weights.length);
  for (let at = 0; at < weights.length; at++) weights[at] = weigh(vector.weights[at]!, vector.keys[at]!, at);
  return { keys: vector.keys, weights, words: vector.words, length: lengthOf(weights) };
}

/** Calls `visit` with the positions of every key the two have in common. */
function eachShared(
  left: HashVector,
  right: HashVector,
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

/** Sum of the products of what the two share. The walk of `eachShared`, written out: a score takes sixteen of them. */
export function dot(left: HashVector, right: HashVector): number {
  const { keys, weights } = left;
  const { keys: others, weights: otherWeights } = right;
  let sum = 0;
  let at = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    while (at < others.length && others[at]! < key) at++;
    if (at === others.length) break;
    if (others[at] === key) sum += weights[index]! * otherWeights[at]!;
  }
  return sum;
}

/** Cosine of the two, 0 when either is empty. */
export const cosine = (left: HashVector, right: HashVector): number =>
  left.length && right.length ? dot(left, right) / (left.length * right.length) : 0;

/** Positions of the heaviest `count` weights, ascending. Ties go to the smaller position. */
export function heaviestPositions(weights: Float32Array, count: number): number[] {
  const largest = new LargestValues(count);
  for (let at = 0; at < weights.length; at++) largest.take(weights[at]!);
  const least = largest.bound;
  const found: number[] = [];
  for (let at = 0; at < weights.length; at++) if (weights[at]! >= least) found.push(at);
  return found
    .sort((left, right) => weights[right]! - weights[left]! || left - right)
    .slice(0, count)
    .sort((left, right) => left - right);
}

/** The heaviest `count` entries, keys ascending again. Ties go to the smaller key. */
export function heaviest(vector: TermVector, count: number): TermVector {
  if (vector.keys.length <= count) return vector;
  const order = heaviestPositions(vector.weights, count);
  const weights = Float32Array.from(order, (at) => vector.weights[at]!);
  return {
    keys: Uint32Array.from(order, (at) => vector.keys[at]!),
    weights,
    words: vector.words.length > 0 ? order.map((at) => vector.words[at]!) : [],
    length: lengthOf(weights),
  };
}

/** Share of `part`'s weight whose keys occur in `whole`. */
export function coverage(part: HashVector, whole: HashVector): number {
  const { keys, weights } = part;
  let total = 0;
  let found = 0;
  let at = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    total += weights[index]!;
    while (at < whole.keys.length && whole.keys[at]! < key) at++;
    if (whole.keys[at] === key) found += weights[index]!;
  }
  return total > 0 ? found / total : 0;
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
