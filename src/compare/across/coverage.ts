import { type Alignment, alignmentOf, type SentencePair } from '../align/align';
import type { BoundRow } from '../align/bounds';
import { leastEvidence } from '../align/guesses';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { type Weighed, type WeighedArticle, weighedArticle } from '../align/weighed';
import { kept } from '../kept';
import { typedConfidences } from '../verdict/compare-pair';
import { contentsOf } from './contents';

/** How well one sentence is covered by one other article. */
export interface SentenceCoverage {
  /** Best alignment score with any sentence of the article. */
  score: number;
  /** Best confidence of a typed row (figure, time, quotation) on the sentence. */
  typed: number;
  /** Share of the sentence's words, by rarity, that stand anywhere in the article. */
  words: number;
  /** The same for its names; 1 when it has none. */
  names: number;
}

/** How much of a sentence's words stands anywhere in another article. */
export function wordShare({ numbers: { roots }, sum }: Weighed, other: WeighedArticle): number {
  const { weights } = other.rarity;
  let found = 0;
  for (let at = 0; at < roots.length; at += 1) {
    const root = roots[at] as number;
    if (other.hasRoot(root)) found += weights[root] as number;
    else if (other.hasSynonym(root)) found += (weights[root] as number) * 0.6;
  }
  return sum > 0 ? found / sum : 1;
}

const properNames = kept(({ entities }: Unit) => entities.filter(({ kind }) => kind !== 'nationality'));

/**
 * Coverage of one article's sentences by another, each part of it worked out when it is first asked for: shares of
 * words cost little, the alignment of the two articles more, the rows between them most.
 */
export class Coverage {
  private readonly alignment: Alignment;
  private readonly here: WeighedArticle;
  readonly there: WeighedArticle;
  private readonly sums: Float64Array;

  constructor(
    private readonly article: Profile,
    private readonly other: Profile,
    private readonly rarity: Rarity,
  ) {
    this.alignment = alignmentOf(article, other, rarity);
    this.here = weighedArticle(article, rarity);
    this.there = weighedArticle(other, rarity);
    this.sums = new Float64Array(other.sentences.length);
  }

  /** Weight of those of some words, as numbers of the lexicon, that stand anywhere in the other article. */
  weightThere(roots: readonly number[]): number {
    let sum = 0;
    for (const root of roots) if (this.there.hasRoot(root)) sum += this.rarity.weights[root] as number;
    return sum;
  }

  /** The same for each sentence of the other article by itself. Valid until it is asked again. */
  weigh(roots: readonly number[]): Float64Array {
    this.sums.fill(0);
    this.there.weigh(roots, this.sums);
    return this.sums;
  }

  wordShare(sentence: Unit): number {
    return wordShare(this.weighed(sentence), this.there);
  }

  /** Share of the sentence's names that stand anywhere in the other article; 1 when it has none. */
  nameShare(sentence: Unit): number {
    const names = properNames(sentence);
    if (names.length === 0) return 1;
    const contents = contentsOf(this.other);
    let found = 0;
    for (const name of names) if (contents.hasName(name)) found += 1;
    return found / names.length;
  }

  /** What the sentence can have in common with each sentence of the other article. */
  boundsOf({ sentence }: Unit): BoundRow {
    return this.alignment.boundsOf(sentence);
  }

  weighed({ sentence }: Unit): Weighed {
    return this.here.sentences[sentence] as Weighed;
  }

  partner(place: number): Weighed {
    return this.there.sentences[place] as Weighed;
  }

  /** The pair of the sentence with one of the other article's if its score is at least `least`. */
  pair({ sentence }: Unit, place: number, least: number): SentencePair | null {
    return this.alignment.pair(sentence, place, least);
  }

  /** Best alignment score of the sentence if it is at least `least`, otherwise 0. */
  scoreOf({ sentence }: Unit, least = 0): number {
    return this.alignment.bestScore(sentence, least);
  }

  /** Share of the sentence's words, by rarity, in that one sentence of the other article that has most of them. */
  localShare(sentence: Unit): number {
    const { sum } = this.weighed(sentence);
    return sum > 0 ? this.boundsOf(sentence).mostShared / sum : 0;
  }

  /** Names of the sentence that the other article has not. */
  newNames(sentence: Unit): Unit['entities'] {
    const contents = contentsOf(this.other);
    return properNames(sentence).filter((name) => !contents.hasName(name));
  }

  typedOf({ sentence }: Unit): number {
    return typedConfidences(this.article, this.other, this.rarity).get(sentence) ?? 0;
  }

  whole(sentence: Unit): SentenceCoverage {
    return {
      score: this.scoreOf(sentence),
      typed: this.typedOf(sentence),
      words: this.wordShare(sentence),
      names: this.nameShare(sentence),
    };
  }
}

/** The two highest of the best scores of a sentence in each of several articles. */
export function highestScores(sentence: Unit, articles: readonly Coverage[]): [number, number] {
  let first = 0;
  let second = 0;
  // An article that promises more is asked before the others: where it keeps that, they need not be asked.
  const promises = articles
    .map((article) => ({ article, promise: highestOf(article.boundsOf(sentence).most) }))
    .sort((left, right) => right.promise - left.promise);
  for (const { article, promise } of promises) {
    if (promise < leastEvidence(second)) break;
    const score = article.scoreOf(sentence, second);
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return [first, second];
}

function highestOf(values: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    if ((values[at] as number) > highest) highest = values[at] as number;
  }
  return highest;
}
