import type { Weighed, WeighedArticle } from './weighed';

const quoted = 1;
const background = 2;
const headline = 4;
const names = 8;

/** What the bounds of pairs ask of each sentence of a story, as lists side by side by column (`columns.ts`). */
export interface Traits {
  /** Weights of all words together, and of those of the neighbouring sentences. */
  sums: Float64Array;
  surroundings: Float64Array;
  positions: Float64Array;
  /** How many words it has, up to where more say no more: 0 to 1. */
  lengths: Float64Array;
  /** How much "used once" means in its article. */
  anchoring: Float64Array;
  /** Bits: quoted, background, headline, has names. */
  signs: Uint8Array;
  /** As in `UnitNumbers`. */
  kinds: Int32Array;
  distinctness: Float64Array;
  times: Uint8Array;
}

/** Words from which on a sentence is not short. */
const longEnough = 8;

/** @param offsets the first column of each article */
export function traitsOf(articles: readonly WeighedArticle[], offsets: Int32Array, count: number): Traits {
  const traits: Traits = {
    sums: new Float64Array(count),
    surroundings: new Float64Array(count),
    positions: new Float64Array(count),
    lengths: new Float64Array(count),
    anchoring: new Float64Array(count),
    signs: new Uint8Array(count),
    kinds: new Int32Array(count),
    distinctness: new Float64Array(count),
    times: new Uint8Array(count),
  };
  articles.forEach((article, place) => {
    const { sentences, anchoring } = article;
    for (let at = 0; at < sentences.length; at += 1) {
      const { unit, numbers, sum, position } = sentences[at] as Weighed;
      const column = (offsets[place] as number) + at;
      traits.sums[column] = sum;
      traits.surroundings[column] = article.surroundingsOf(at).sum;
      traits.positions[column] = position;
      traits.lengths[column] = Math.min(1, unit.roots.length / longEnough);
      traits.anchoring[column] = anchoring;
      traits.signs[column] =
        (unit.quoted ? quoted : 0) |
        (unit.background ? background : 0) |
        (unit.part === 'headline' ? headline : 0) |
        (unit.entities.length > 0 ? names : 0);
      traits.kinds[column] = numbers.kinds;
      traits.distinctness[column] = numbers.distinctness;
      traits.times[column] = numbers.times;
    }
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
