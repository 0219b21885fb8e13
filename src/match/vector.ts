import { joinHashes } from './hash';

/** Counts or weights by hash, keys ascending. */
export interface HashVector {
  keys: Uint32Array;
  weights: Float32Array;
  /** Euclidean length of `weights`. */
  length: number;
}

/** A vector of terms. The words stand beside their hashes, so that a match can name what was shared. */
export interface TermVector extends HashVector {
  words: string[];
}

/** A vector of neighbouring terms, with the hashes of the two. */
export interface PairVector extends HashVector {
  firsts: Uint32Array;
  seconds: Uint32Array;
}

const lengthOf = (weights: Float32Array): number => {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum);
};

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
  return { keys, weights: values, words: sorted, length: lengthOf(values) };
}

/** Neighbours in a sequence of term hashes, counted. */
export function pairVectorOf(terms: ArrayLike<number>, limit: number): PairVector {
  const places = new Map<number, number>();
  const found: number[] = [];
  const firsts: number[] = [];
  const counts: number[] = [];
  for (let at = 0; at + 1 < terms.length && at < limit; at++) {
    const key = joinHashes(terms[at]!, terms[at + 1]!);
    const place = places.get(key);
    if (place !== undefined) {
      counts[place]!++;
      continue;
    }
    places.set(key, found.length);
    firsts.push(at);
    found.push(key);
    counts.push(1);
  }
  const order = Float64Array.from(found, (key, at) => key * positions + at).sort();
  const at = Uint32Array.from(order, (packed) => packed % positions);
  const weights = Float32Array.from(at, (place) => counts[place]!);
  return {
    keys: Uint32Array.from(at, (place) => found[place]!),
    weights,
    firsts: Uint32Array.from(at, (place) => terms[firsts[place]!]!),
    seconds: Uint32Array.from(at, (place) => terms[firsts[place]! + 1]!),
    length: lengthOf(weights),
  };
}

/** The same pairs, each weighed by what its two terms weigh. */
export function reweighedPairs(vector: PairVector, weigh: (term: number) => number): HashVector {
  const weights = vector.weights.map(
    (count, at) => (1 + Math.log(count)) * (weigh(vector.firsts[at]!) + weigh(vector.seconds[at]!)),
  );
  return { keys: vector.keys, weights, length: lengthOf(weights) };
}

/** The same keys with other weights. */
export function reweighed(
  vector: TermVector,
  weigh: (count: number, key: number, word: string) => number,
): TermVector {
  const weights = vector.weights.map((count, at) => weigh(count, vector.keys[at]!, vector.words[at]!));
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

export function dot(left: HashVector, right: HashVector): number {
  let sum = 0;
  eachShared(left, right, (inLeft, inRight) => {
    sum += left.weights[inLeft]! * right.weights[inRight]!;
  });
  return sum;
}

/** Cosine of the two, 0 when either is empty. */
export const cosine = (left: HashVector, right: HashVector): number =>
  left.length && right.length ? dot(left, right) / (left.length * right.length) : 0;

/** Positions of the heaviest `count` weights, ascending. Ties go to the smaller position. */
export function heaviestPositions(weights: Float32Array, count: number): number[] {
  const least = weights.slice().sort()[weights.length - count] ?? Number.NEGATIVE_INFINITY;
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
    words: order.map((at) => vector.words[at]!),
    length: lengthOf(weights),
  };
}

/** Share of `part`'s weight whose keys occur in `whole`. */
export function coverage(part: HashVector, whole: HashVector): number {
  let total = 0;
  for (const weight of part.weights) total += weight;
  let found = 0;
  eachShared(part, whole, (inPart) => {
    found += part.weights[inPart]!;
  });
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
