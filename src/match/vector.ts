/**
 * Counts or weights by term hash, keys ascending. The words stand beside their hashes, so that a match can
 * name what was shared.
 */
export interface TermVector {
  keys: Uint32Array;
  weights: Float32Array;
  words: string[];
  /** Euclidean length of `weights`. */
  length: number;
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

export function dot(left: TermVector, right: TermVector): number {
  let sum = 0;
  eachShared(left, right, (inLeft, inRight) => {
    sum += left.weights[inLeft]! * right.weights[inRight]!;
  });
  return sum;
}

/** Cosine of the two, 0 when either is empty. */
export const cosine = (left: TermVector, right: TermVector): number =>
  left.length && right.length ? dot(left, right) / (left.length * right.length) : 0;

/** The heaviest `count` entries, keys ascending again. Ties go to the smaller key. */
export function heaviest(vector: TermVector, count: number): TermVector {
  if (vector.keys.length <= count) return vector;
  const order = [...vector.keys.keys()]
    .sort((left, right) => vector.weights[right]! - vector.weights[left]! || left - right)
    .slice(0, count)
    .sort((left, right) => left - right);
  const weights = Float32Array.from(order, (at) => vector.weights[at]!);
  return {
    keys: Uint32Array.from(order, (at) => vector.keys[at]!),
    weights,
    words: order.map((at) => vector.words[at]!),
    length: lengthOf(weights),
  };
}

/** Share of `part`'s weight whose keys occur in `whole`. */
export function coverage(part: TermVector, whole: TermVector): number {
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
