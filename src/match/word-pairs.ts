import { joinHashes } from './hash';
import { Incidence } from './incidence';
import { KeySet } from './key-set';
import { damped, lengthOf } from './vector';

/** Distinct pairs of an article by number, ascending, and how often each occurs. */
interface CountedPairs {
  numbers: Uint32Array;
  counts: Uint16Array;
}

interface Row {
  /** How many different pairs each other article shares. */
  shared: Uint16Array;
  /** Sums of the products of their weights. */
  products: Float64Array;
}

function counted(occurrences: Uint32Array): CountedPairs {
  occurrences.sort();
  const counts = new Uint16Array(occurrences.length);
  let found = 0;
  for (let at = 0; at < occurrences.length; at++) {
    const number = occurrences[at]!;
    if (found === 0 || occurrences[found - 1] !== number) occurrences[found++] = number;
    counts[found - 1]!++;
  }
  return { numbers: occurrences.subarray(0, found), counts: counts.subarray(0, found) };
}

/**
 * The neighbouring content words of the articles at hand, each pair weighed by what its two words weigh. Few articles
 * share any pair with another, so that only their pairs are weighed.
 */
export class WordPairs {
  private readonly pairs: CountedPairs[];
  private readonly incidence: Incidence;
  /** Hashes of the two words of each pair. */
  private readonly firsts: Uint32Array;
  private readonly seconds: Uint32Array;
  private readonly lengths: Float64Array;
  private readonly weights: (Float32Array | undefined)[] = [];
  private readonly rows: Row[] = [];

  /**
   * @param sequences hashes of each article's content words, in order of its text
   * @param rarity of a word by its hash
   */
  constructor(
    sequences: readonly Uint32Array[],
    private readonly rarity: (term: number) => number,
  ) {
    const most = sequences.reduce((sum, { length }) => sum + length, 0);
    const keys = new KeySet(most);
    const firsts = new Uint32Array(most);
    const seconds = new Uint32Array(most);
    this.pairs = sequences.map((sequence) => {
      const occurrences = new Uint32Array(Math.max(0, sequence.length - 1));
      for (let at = 0; at < occurrences.length; at++) {
        const first = sequence[at]!;
        const second = sequence[at + 1]!;
        const number = keys.place(joinHashes(first, second));
        firsts[number] = first;
        seconds[number] = second;
        occurrences[at] = number;
      }
      return counted(occurrences);
    });
    this.firsts = firsts;
    this.seconds = seconds;
    this.incidence = new Incidence(
      this.pairs.map(({ numbers }) => numbers),
      keys.size,
    );
    this.lengths = new Float64Array(sequences.length);
  }

  private weightsOf(article: number): Float32Array {
    const known = this.weights[article];
    if (known) return known;
    const { numbers, counts } = this.pairs[article]!;
    const weights = new Float32Array(numbers.length);
    for (let at = 0; at < weights.length; at++) {
      const number = numbers[at]!;
      weights[at] =
        damped(counts[at]!) * (this.rarity(this.firsts[number]!) + this.rarity(this.seconds[number]!));
    }
    this.weights[article] = weights;
    this.lengths[article] = lengthOf(weights);
    return weights;
  }

  private rowOf(article: number): Row {
    const known = this.rows[article];
    if (known) return known;
    const { starts, numbers, heads, holders, articles } = this.incidence;
    const shared = new Uint16Array(this.pairs.length);
    const products = new Float64Array(this.pairs.length);
    const start = starts[article]!;
    for (let entry = start; entry < starts[article + 1]!; entry++) {
      const end = heads[numbers[entry]! + 1]!;
      let at = heads[numbers[entry]!]!;
      if (end - at === 1) continue;
      for (; at < end; at++) {
        const other = articles[holders[at]!]!;
        if (other === article) continue;
        shared[other]!++;
        products[other]! +=
          this.weightsOf(article)[entry - start]! * this.weightsOf(other)[holders[at]! - starts[other]!]!;
      }
    }
    const row = { shared, products };
    this.rows[article] = row;
    return row;
  }

  /** How many different pairs two articles have in common. */
  shared(left: number, right: number): number {
    return this.rowOf(left).shared[right]!;
  }

  cosine(left: number, right: number): number {
    const product = this.rowOf(left).products[right]!;
    return product > 0 ? product / (this.lengths[left]! * this.lengths[right]!) : 0;
  }
}
