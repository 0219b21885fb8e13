import { backgroundShare, inverseFrequencyOf, type StoreStatistics } from './frequencies';
import { Incidence, numbered } from './incidence';
import type { KeySet } from './key-set';
import type { Profile } from './profile';
import { damped, heaviestPositions, type PartVector, type TermVector } from './vector';

const keyTermCount = 15;

/** What the store at large says about a word counts as much as this many of the articles at hand. */
const priorArticles = 15;

/** Sums over the terms that two articles share, as they lie one after another for each other article of a row. */
const sumsOfPair = 8;
const byTerms = 0;
const byLocalTerms = 1;
const byLeads = 2;
const byLeadInOther = 3;
const byOtherLeadIn = 4;
const byHeadlines = 5;
const byKeysInOther = 6;
const byOtherKeysIn = 7;

/** How alike two articles are by their terms; of two values the left article's is the first. */
export interface TermLikeness {
  cosine: number;
  localCosine: number;
  leadCosine: number;
  /** Each lead against the other's whole text. */
  leadInText: readonly [number, number];
  headlineCosine: number;
  /** Share of each article's heaviest terms that the other has. */
  keyTerms: readonly [number, number];
}

/** Euclidean lengths of an article's vectors, and the whole weight of its heaviest terms. */
interface Lengths {
  whole: number;
  local: number;
  lead: number;
  headline: number;
  keys: number;
}

const ratio = (sum: number, left: number, right: number): number =>
  left > 0 && right > 0 ? sum / (left * right) : 0;

/**
 * The terms of the articles at hand under the weights of one store. Words are weighed a second time by their rarity among
 * these articles ("local"): two heavyweight fights share champion, belts and rounds; only the challenger's name, rare
 * among their reports, says which fight is meant.
 */
export class TermTable {
  readonly incidence: Incidence;
  private readonly keys: KeySet;
  private readonly frequencies: Float64Array;
  /** Weights by entry. Those of lead, headline and heaviest terms are 0 for terms that do not stand there. */
  private readonly whole: Float32Array;
  private readonly local: Float32Array;
  private readonly leads: Float32Array;
  private readonly headlines: Float32Array;
  private readonly heaviest: Float32Array;
  private readonly lengths: Lengths[];
  private readonly rows: Float64Array[] = [];

  constructor(
    private readonly profiles: readonly Profile[],
    private readonly statistics: StoreStatistics,
  ) {
    const { keys, numbers } = numbered(profiles.map(({ terms }) => terms.keys));
    this.keys = keys;
    this.incidence = new Incidence(numbers, keys.size);
    const factors = new Float64Array(keys.size);
    this.frequencies = new Float64Array(keys.size);
    this.weighKeys(factors);
    const entries = this.incidence.numbers.length;
    this.whole = new Float32Array(entries);
    this.local = new Float32Array(entries);
    this.leads = new Float32Array(entries);
    this.headlines = new Float32Array(entries);
    this.heaviest = new Float32Array(entries);
    this.lengths = profiles.map((_, article) => this.weighArticle(article, factors));
  }

  /** Inverse frequency in the store, and the factor by which a term weighs more the rarer it is at hand. */
  private weighKeys(factors: Float64Array): void {
    const { statistics, frequencies } = this;
    const { keys, size } = this.keys;
    const { heads } = this.incidence;
    const stored = Math.max(1, statistics.articles);
    const articles = this.profiles.length;
    for (let number = 0; number < size; number++) {
      const key = keys[number]!;
      const background = backgroundShare(key);
      const salient = statistics.salientIn(key);
      frequencies[number] = inverseFrequencyOf(background, salient, statistics.articles);
      const share = Math.max(background, salient / stored);
      const found = heads[number + 1]! - heads[number]! + priorArticles * share;
      factors[number] = Math.max(0, -Math.log(Math.min(1, found / (articles + priorArticles))));
    }
  }

  private weighArticle(article: number, factors: Float64Array): Lengths {
    const { frequencies, whole, local, heaviest } = this;
    const { starts, numbers } = this.incidence;
    const { terms, lead, headline } = this.profiles[article]!;
    const counts = terms.weights;
    const start = starts[article]!;
    let squares = 0;
    let localSquares = 0;
    for (let at = 0; at < counts.length; at++) {
      const number = numbers[start + at]!;
      const weight = Math.fround(damped(counts[at]!) * frequencies[number]!);
      const localWeight = Math.fround(weight * factors[number]!);
      whole[start + at] = weight;
      local[start + at] = localWeight;
      squares += weight * weight;
      localSquares += localWeight * localWeight;
    }
    let keys = 0;
    for (const at of heaviestPositions(this.of(article, whole), keyTermCount)) {
      heaviest[start + at] = whole[start + at]!;
      keys += whole[start + at]!;
    }
    return {
      whole: Math.sqrt(squares),
      local: Math.sqrt(localSquares),
      lead: this.weighPart(start, lead, this.leads),
      headline: this.weighPart(start, headline, this.headlines),
      keys,
    };
  }

  /** The length of the part's vector. */
  private weighPart(start: number, { places, counts }: PartVector, into: Float32Array): number {
    const { numbers } = this.incidence;
    let squares = 0;
    for (let at = 0; at < places.length; at++) {
      const entry = start + places[at]!;
      const weight = Math.fround(damped(counts[at]!) * this.frequencies[numbers[entry]!]!);
      into[entry] = weight;
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }

  private of(article: number, weights: Float32Array): Float32Array {
    const { starts } = this.incidence;
    return weights.subarray(starts[article], starts[article + 1]);
  }

  /** Number of a term, -1 when none of the articles has it. */
  numberOf(key: number): number {
    return this.keys.positionOf(key);
  }

  /** Inverse frequency of a term in the store, whether or not an article at hand has it. */
  frequencyOf(key: number): number {
    const number = this.numberOf(key);
    if (number >= 0) return this.frequencies[number]!;
    const { articles } = this.statistics;
    return inverseFrequencyOf(backgroundShare(key), this.statistics.salientIn(key), articles);
  }

  /** The sums of one article with every other. */
  private rowOf(article: number): Float64Array {
    const known = this.rows[article];
    if (known) return known;
    const { starts, numbers, heads, holders, articles } = this.incidence;
    const { whole, local, leads, headlines, heaviest } = this;
    const row = new Float64Array(sumsOfPair * this.profiles.length);
    for (let entry = starts[article]!; entry < starts[article + 1]!; entry++) {
      const number = numbers[entry]!;
      const end = heads[number + 1]!;
      let at = heads[number]!;
      // Most terms stand in no other article.
      if (end - at === 1) continue;
      const weight = whole[entry]!;
      const localWeight = local[entry]!;
      const lead = leads[entry]!;
      const headline = headlines[entry]!;
      const heavy = heaviest[entry]!;
      for (; at < end; at++) {
        const other = holders[at]!;
        const to = sumsOfPair * articles[other]!;
        const otherWeight = whole[other]!;
        const otherLead = leads[other]!;
        row[to + byTerms]! += weight * otherWeight;
        row[to + byLocalTerms]! += localWeight * local[other]!;
        row[to + byKeysInOther]! += heavy;
        row[to + byOtherKeysIn]! += heaviest[other]!;
        row[to + byOtherLeadIn]! += weight * otherLead;
        if (lead === 0) continue;
        row[to + byLeadInOther]! += lead * otherWeight;
        row[to + byLeads]! += lead * otherLead;
        row[to + byHeadlines]! += headline * headlines[other]!;
      }
    }
    this.rows[article] = row;
    return row;
  }

  /** Cosine of two articles' terms. */
  cosine(left: number, right: number): number {
    const sum = this.rowOf(left)[sumsOfPair * right + byTerms]!;
    return ratio(sum, this.lengths[left]!.whole, this.lengths[right]!.whole);
  }

  likeness(left: number, right: number): TermLikeness {
    const row = this.rowOf(left);
    const at = sumsOfPair * right;
    const one = this.lengths[left]!;
    const other = this.lengths[right]!;
    return {
      cosine: ratio(row[at + byTerms]!, one.whole, other.whole),
      localCosine: ratio(row[at + byLocalTerms]!, one.local, other.local),
      leadCosine: ratio(row[at + byLeads]!, one.lead, other.lead),
      leadInText: [
        ratio(row[at + byLeadInOther]!, one.lead, other.whole),
        ratio(row[at + byOtherLeadIn]!, other.lead, one.whole),
      ],
      headlineCosine: ratio(row[at + byHeadlines]!, one.headline, other.headline),
      keyTerms: [
        ratio(row[at + byKeysInOther]!, one.keys, 1),
        ratio(row[at + byOtherKeysIn]!, other.keys, 1),
      ],
    };
  }

  /** The heaviest terms of an article, or those of its lead, with their words where the article has been read. */
  vectorOf(article: number, part: 'heaviest' | 'leads'): TermVector {
    const weights = this.of(article, this[part]);
    const { keys, words } = this.profiles[article]!.terms;
    const there = Array.from(weights.keys()).filter((at) => weights[at]! > 0);
    return {
      keys: Uint32Array.from(there, (at) => keys[at]!),
      weights: Float32Array.from(there, (at) => weights[at]!),
      words: words.length > 0 ? there.map((at) => words[at]!) : [],
    };
  }
}
