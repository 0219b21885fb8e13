import { joinHashes } from './hash';
import { KeySet } from './key-set';
import { cosine, damped, type HashVector, lengthOf, positions } from './vector';

/** Distinct pairs by hash, ascending, counted, with the hashes of the two terms. */
interface CountedPairs {
  keys: Uint32Array;
  counts: Float32Array;
  firsts: Uint32Array;
  seconds: Uint32Array;
}

/**
 * The neighbouring terms of a text. Of sixty candidates few share any pair with the article being read, so that pairs
 * are counted and weighed only of those that do.
 */
export class WordPairs {
  private set: KeySet | null = null;

  /** @param sequence hashes of the terms in order of the text */
  constructor(readonly sequence: Uint32Array) {}

  /** Hash of the pair that begins at a position of the sequence. */
  private at(position: number): number {
    return joinHashes(this.sequence[position]!, this.sequence[position + 1]!);
  }

  private get distinct(): KeySet {
    if (this.set) return this.set;
    const set = new KeySet(Math.max(0, this.sequence.length - 1));
    for (let at = 0; at + 1 < this.sequence.length; at++) set.add(this.at(at));
    this.set = set;
    return set;
  }

  /** How many different pairs two texts have in common. */
  sharedWith(other: WordPairs): number {
    if (other.set && !this.set) return other.sharedWith(this);
    const own = this.distinct;
    let seen: Uint8Array | null = null;
    let count = 0;
    for (let at = 0; at + 1 < other.sequence.length; at++) {
      const position = own.positionOf(other.at(at));
      if (position < 0) continue;
      seen ??= new Uint8Array(own.size);
      if (seen[position] === 0) count++;
      seen[position] = 1;
    }
    return count;
  }

  private counted(): CountedPairs {
    const order = new Float64Array(Math.max(0, this.sequence.length - 1));
    for (let at = 0; at < order.length; at++) order[at] = this.at(at) * positions + at;
    order.sort();
    const keys = new Uint32Array(order.length);
    const counts = new Float32Array(order.length);
    const firsts = new Uint32Array(order.length);
    const seconds = new Uint32Array(order.length);
    let found = 0;
    for (const packed of order) {
      const key = Math.floor(packed / positions);
      if (found > 0 && keys[found - 1] === key) {
        counts[found - 1]!++;
        continue;
      }
      const at = packed % positions;
      keys[found] = key;
      counts[found] = 1;
      firsts[found] = this.sequence[at]!;
      seconds[found++] = this.sequence[at + 1]!;
    }
    return {
      keys: keys.subarray(0, found),
      counts: counts.subarray(0, found),
      firsts: firsts.subarray(0, found),
      seconds: seconds.subarray(0, found),
    };
  }

  /** The pairs, each weighed by what its two terms weigh. */
  weighed(weigh: (term: number) => number): HashVector {
    const { keys, counts, firsts, seconds } = this.counted();
    const weights = new Float32Array(keys.length);
    for (let at = 0; at < weights.length; at++) {
      weights[at] = damped(counts[at]!) * (weigh(firsts[at]!) + weigh(seconds[at]!));
    }
    return { keys, weights, length: lengthOf(weights) };
  }
}

/** Word pairs under the weights of one store, weighed when they are first asked for. */
export class WeighedPairs {
  private vector: HashVector | null = null;

  constructor(
    private readonly pairs: WordPairs,
    private readonly weigh: (term: number) => number,
  ) {}

  /** Cosine of the two: most texts have no pair in common, and then no weight is needed. */
  cosine(other: WeighedPairs): number {
    if (this.pairs.sharedWith(other.pairs) === 0) return 0;
    return cosine(this.weights(), other.weights());
  }

  private weights(): HashVector {
    this.vector ??= this.pairs.weighed(this.weigh);
    return this.vector;
  }
}
