import { castOf, type Player } from './cast';
import { Incidence, numbered } from './incidence';
import type { KeySet } from './key-set';
import type { Profile } from './profile';
import type { TermTable } from './term-table';
import { damped, heaviestPositions, lengthOf, type NameVector, type TermVector } from './vector';

const keyNameCount = 8;

/** A name that is a general word ("The Hill", "Post") still names something. */
export const leastRarity = 0.3;

/** What names two articles share; of two values the left article's is the first. */
export interface NameLikeness {
  cosine: number;
  /** Share of each article's foremost names that the other has. */
  keyNames: readonly [number, number];
  /** The same of the names in headline and opening. */
  leadNames: readonly [number, number];
  /** Weight of the foremost of each article's cast that the other does not mention at all. */
  strangers: readonly [number, number];
}

const sumsOfPair = 5;
const byNames = 0;
const byKeysInOther = 1;
const byOtherKeysIn = 2;
const byLeadsInOther = 3;
const byOtherLeadsIn = 4;

interface Row {
  sums: Float64Array;
  /** For each other article which of the cast it mentions, a bit each. */
  mentioned: Uint8Array;
}

/** Keys of two ascending lists, each once, ascending. */
function united(left: Uint32Array, right: Uint32Array): Uint32Array {
  const both = new Uint32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  both.sort();
  let kept = 0;
  for (let at = 0; at < both.length; at++)
    if (kept === 0 || both[at] !== both[kept - 1]) both[kept++] = both[at]!;
  return both.slice(0, kept);
}

const sumOf = (weights: Float32Array): number => {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at]!;
  return sum;
};

const share = (found: number, total: number): number => (total > 0 ? found / total : 0);

/** The names of the articles at hand: a name weighs what its words weigh. */
export class NameTable {
  private readonly keys: KeySet;
  private readonly incidence: Incidence;
  /** Weights by entry, 0 where a name stands only in the opening, is none of the foremost, or stands not in the opening. */
  private readonly names: Float32Array;
  private readonly foremost: Float32Array;
  private readonly leads: Float32Array;
  private readonly lengths: Float64Array;
  private readonly casts: (readonly Player[])[];
  private readonly rows: Row[] = [];

  constructor(
    private readonly profiles: readonly Profile[],
    private readonly terms: TermTable,
  ) {
    const lists = profiles.map(({ names, leadNames }) => united(names.keys, leadNames.keys));
    const { keys, numbers } = numbered(lists);
    this.keys = keys;
    this.incidence = new Incidence(numbers, keys.size);
    const entries = this.incidence.numbers.length;
    this.names = new Float32Array(entries);
    this.foremost = new Float32Array(entries);
    this.leads = new Float32Array(entries);
    profiles.forEach(({ names, leadNames }, article) => {
      this.weigh(lists[article]!, names, this.of(article, this.names));
      this.weigh(lists[article]!, leadNames, this.of(article, this.leads));
      const weights = this.of(article, this.names);
      const foremost = this.of(article, this.foremost);
      for (const at of heaviestPositions(weights, keyNameCount)) foremost[at] = weights[at]!;
    });
    this.lengths = Float64Array.from(profiles, (_, article) => lengthOf(this.of(article, this.names)));
    this.casts = profiles.map(({ names, leadNames }) => castOf(names, leadNames));
  }

  private of(article: number, weights: Float32Array): Float32Array {
    const { starts } = this.incidence;
    return weights.subarray(starts[article], starts[article + 1]);
  }

  /** @param list keys of an article's entries, which hold those of `vector` */
  private weigh(list: Uint32Array, vector: NameVector, into: Float32Array): void {
    let place = 0;
    let part = 0;
    for (let at = 0; at < vector.keys.length; at++) {
      let total = 0;
      for (; part < vector.partEnds[at]!; part++) {
        const term = vector.parts[part]!;
        total += term === 0 ? leastRarity : Math.max(leastRarity, this.terms.frequencyOf(term));
      }
      while (list[place] !== vector.keys[at]) place++;
      into[place] = damped(vector.weights[at]!) * total;
    }
  }

  private rowOf(article: number): Row {
    const known = this.rows[article];
    if (known) return known;
    const row = { sums: this.sumsOf(article), mentioned: this.mentionsOf(article) };
    this.rows[article] = row;
    return row;
  }

  private sumsOf(article: number): Float64Array {
    const { starts, numbers, heads, holders, articles } = this.incidence;
    const sums = new Float64Array(sumsOfPair * this.profiles.length);
    for (let entry = starts[article]!; entry < starts[article + 1]!; entry++) {
      const number = numbers[entry]!;
      const end = heads[number + 1]!;
      let at = heads[number]!;
      if (end - at === 1) continue;
      const weight = this.names[entry]!;
      for (; at < end; at++) {
        const other = holders[at]!;
        const to = sumsOfPair * articles[other]!;
        const otherWeight = this.names[other]!;
        sums[to + byNames]! += weight * otherWeight;
        if (otherWeight > 0) {
          sums[to + byKeysInOther]! += this.foremost[entry]!;
          sums[to + byLeadsInOther]! += this.leads[entry]!;
        }
        if (weight > 0) {
          sums[to + byOtherKeysIn]! += this.foremost[other]!;
          sums[to + byOtherLeadsIn]! += this.leads[other]!;
        }
      }
    }
    return sums;
  }

  /** Which of an article's cast the others mention, as a name or as a word of their text. */
  private mentionsOf(article: number): Uint8Array {
    const mentioned = new Uint8Array(this.profiles.length);
    const mark = (
      { articles, heads, holders }: Incidence,
      number: number,
      bit: number,
      isThere: (entry: number) => boolean,
    ) => {
      if (number < 0) return;
      for (let at = heads[number]!; at < heads[number + 1]!; at++) {
        const entry = holders[at]!;
        if (isThere(entry)) mentioned[articles[entry]!]! |= bit;
      }
    };
    this.casts[article]!.forEach(({ name, term }, position) => {
      mark(this.incidence, this.keys.positionOf(name), 1 << position, (entry) => this.names[entry]! > 0);
      mark(this.terms.incidence, this.terms.numberOf(term), 1 << position, () => true);
    });
    return mentioned;
  }

  /** Weight of the foremost of an article's cast that another does not mention at all; 0 when it has all of them. */
  private missingFrom(article: number, other: number): number {
    const mentioned = this.rowOf(article).mentioned[other]!;
    const missing = this.casts[article]!.find((_, position) => (mentioned & (1 << position)) === 0);
    return missing?.weight ?? 0;
  }

  likeness(left: number, right: number): NameLikeness {
    const { sums } = this.rowOf(left);
    const at = sumsOfPair * right;
    const lengths = this.lengths[left]! * this.lengths[right]!;
    const foremost = [left, right].map((article) => sumOf(this.of(article, this.foremost)));
    const leads = [left, right].map((article) => sumOf(this.of(article, this.leads)));
    return {
      cosine: share(sums[at + byNames]!, lengths),
      keyNames: [
        share(sums[at + byKeysInOther]!, foremost[0]!),
        share(sums[at + byOtherKeysIn]!, foremost[1]!),
      ],
      leadNames: [share(sums[at + byLeadsInOther]!, leads[0]!), share(sums[at + byOtherLeadsIn]!, leads[1]!)],
      strangers: [this.missingFrom(left, right), this.missingFrom(right, left)],
    };
  }

  /** The names of an article, with their words where the article has been read. */
  vectorOf(article: number): TermVector {
    const { keys, words } = this.profiles[article]!.names;
    return { keys, weights: this.of(article, this.names).filter((weight) => weight > 0), words };
  }
}
