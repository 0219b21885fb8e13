import type { Weighed } from './weighed';

const quoted = 1;
const background = 2;
const headline = 4;
const names = 8;

/** What the bounds of pairs ask of each sentence of an article, as lists side by side: it is asked for every pair. */
export interface Traits {
  /** Weights of all words together, and of those of the neighbouring sentences. */
  sums: Float64Array;
  surroundings: Float64Array;
  positions: Float64Array;
  /** How many words it has, up to where more say no more: 0 to 1. */
  lengths: Float64Array;
  /** Bits: quoted, background, headline, has names. */
  signs: Uint8Array;
  /** As in `UnitNumbers`. */
  kinds: Int32Array;
  distinctness: Float64Array;
  times: Uint8Array;
}

/** Words from which on a sentence is not short. */
const longEnough = 8;

export function traitsOf(sentences: readonly Weighed[]): Traits {
  const count = sentences.length;
  const traits: Traits = {
    sums: new Float64Array(count),
    surroundings: new Float64Array(count),
    positions: new Float64Array(count),
    lengths: new Float64Array(count),
    signs: new Uint8Array(count),
    kinds: new Int32Array(count),
    distinctness: new Float64Array(count),
    times: new Uint8Array(count),
  };
  sentences.forEach(({ unit, numbers, sum, position, article }, at) => {
    traits.sums[at] = sum;
    traits.surroundings[at] = article.surroundingsOf(at).sum;
    traits.positions[at] = position;
    traits.lengths[at] = Math.min(1, unit.roots.length / longEnough);
    traits.signs[at] =
      (unit.quoted ? quoted : 0) |
      (unit.background ? background : 0) |
      (unit.part === 'headline' ? headline : 0) |
      (unit.entities.length > 0 ? names : 0);
    traits.kinds[at] = numbers.kinds;
    traits.distinctness[at] = numbers.distinctness;
    traits.times[at] = numbers.times;
  });
  return traits;
}

/** What the sorts of two sentences add. */
export interface SignWeights {
  quoteMix: number;
  backgroundMix: number;
  headline: number;
  /** The most that names of both can add. */
  names: number;
}

/** The say of the signs of two sentences, for all that they can be: at 16 times those of one plus those of the other. */
export function signTable(weights: SignWeights): Float64Array {
  const table = new Float64Array(256);
  for (let here = 0; here < 16; here += 1) {
    for (let there = 0; there < 16; there += 1) {
      table[here * 16 + there] =
        (((here ^ there) & quoted) !== 0 ? weights.quoteMix : 0) +
        (((here ^ there) & background) !== 0 ? weights.backgroundMix : 0) +
        (((here | there) & headline) !== 0 ? weights.headline : 0) +
        ((here & there & names) !== 0 ? weights.names : 0);
    }
  }
  return table;
}
