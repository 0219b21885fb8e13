import { type Alignment, alignmentOf, type SentencePair } from '../align/align';
import type { BoundRow } from '../align/bounds';
import { leastEvidence } from '../align/guesses';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { type Weighed, type WeighedArticle, weighedArticle } from '../align/weighed';
import { typedConfidences } from '../verdict/compare-pair';
import { highestTellingScore, lowestTellingScore } from './absence';
import { contentsOf, isFigure } from './contents';

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

/**
 * Coverage of one article's sentences by another, each part of it worked out when it is first asked for: shares of
 * words cost little, the alignment of the two articles more, the rows between them most.
 */
export class Coverage {
  readonly alignment: Alignment;
  private readonly here: WeighedArticle;
  readonly there: WeighedArticle;

  constructor(
    private readonly article: Profile,
    private readonly other: Profile,
    private readonly rarity: Rarity,
  ) {
    this.alignment = alignmentOf(article, other, rarity);
    this.here = weighedArticle(article, rarity);
    this.there = weighedArticle(other, rarity);
  }

  wordShare(sentence: Unit): number {
    return wordShare(this.weighed(sentence), this.there);
  }

  /** Share of the sentence's names that stand anywhere in the other article; 1 when it has none. */
  nameShare(sentence: Unit): number {
    return contentsOf(this.other).shareOfNames(this.weighed(sentence));
  }

  /** What the sentence can have in common with all sentences of all other articles of the story. */
  boundsOf({ sentence }: Unit): BoundRow {
    return this.alignment.boundsOf(sentence);
  }

  weighed({ sentence }: Unit): Weighed {
    return this.here.sentences[sentence] as Weighed;
  }

  /** The sentence of the other article that an entry of a row of bounds stands for. */
  partner(row: BoundRow, entry: number): Weighed {
    return this.there.sentences[this.alignment.placeOf(row, entry)] as Weighed;
  }

  /** The pair of the sentence with a partner of the other article if its score is at least `least`. */
  pair({ sentence }: Unit, row: BoundRow, entry: number, least: number): SentencePair | null {
    return this.alignment.pairAt(sentence, row, entry, least);
  }

  /** The most the evidence for a pair of the sentence can be; minus infinity when it has no partner. */
  highestBound(row: BoundRow): number {
    const end = this.alignment.lastEntry(row);
    let highest = Number.NEGATIVE_INFINITY;
    for (let entry = this.alignment.firstEntry(row); entry < end; entry += 1) {
      if ((row.most[entry] as number) > highest) highest = row.most[entry] as number;
    }
    return highest;
  }

  /** Best alignment score of the sentence if it is at least `least`, otherwise 0. */
  scoreOf({ sentence }: Unit, least = 0): number {
    return this.alignment.bestScore(sentence, least);
  }

  /** Share of the sentence's words, by rarity, in that one sentence of the other article that has most of them. */
  localShare(sentence: Unit): number {
    const { sum } = this.weighed(sentence);
    return sum > 0 ? this.alignment.mostShared(sentence.sentence) / sum : 0;
  }

  /** Names of the sentence that the other article has not. */
  newNames(sentence: Unit): Unit['entities'] {
    return contentsOf(this.other).newNames(this.weighed(sentence));
  }

  /** Numbers of the sentence that count nothing like it in the other article. */
  newNumbers({ quantities }: Unit): Unit['quantities'] {
    const contents = contentsOf(this.other);
    return quantities.filter((each) => isFigure(each) && !contents.hasNumberOfLike(each));
  }

  /** Best confidence of a typed row (figure, time, quotation) on the sentence. */
  typedOf({ sentence }: Unit): number {
    return typedConfidences(this.article, this.other, this.rarity).get(sentence) ?? 0;
  }
}

/** How far the articles still to be asked can go, in a list used again for each sentence. */
let promises = new Float64Array(32);

/** Works out how far each article can go with a sentence. */
function readPromises(sentence: Unit, articles: readonly Coverage[]): void {
  if (promises.length < articles.length) promises = new Float64Array(articles.length * 2);
  for (let at = 0; at < articles.length; at += 1) {
    const article = articles[at] as Coverage;
    promises[at] = article.highestBound(article.boundsOf(sentence));
  }
}

/** The place of the most promising of so many articles if it promises `least` evidence, or -1; none is given twice. */
function takePromise(count: number, least: number): number {
  const place = placeOfHighest(promises, count);
  if (place < 0 || (promises[place] as number) < least) return -1;
  promises[place] = Number.NEGATIVE_INFINITY;
  return place;
}

/** Whether a sentence has a score of at least `least` in any of several articles of one story. */
export function haveScore(sentence: Unit, articles: readonly Coverage[], least: number): boolean {
  readPromises(sentence, articles);
  const enough = leastEvidence(least);
  for (let at = takePromise(articles.length, enough); at >= 0; at = takePromise(articles.length, enough)) {
    if ((articles[at] as Coverage).scoreOf(sentence, least) >= least) return true;
  }
  return false;
}

/**
 * The two highest of the best scores of a sentence in each of several articles of one story. Below the lowest telling
 * score all are 0, and from the highest on all are the same.
 */
export function highestScores(sentence: Unit, articles: readonly Coverage[]): [number, number] {
  readPromises(sentence, articles);
  let first = 0;
  let second = 0;
  // An article that promises more is asked before the others: where it keeps that, they need not be asked.
  while (second < highestTellingScore) {
    const least = Math.max(second, lowestTellingScore);
    const at = takePromise(articles.length, leastEvidence(least));
    if (at < 0) break;
    const score = (articles[at] as Coverage).scoreOf(sentence, least);
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return [first, second];
}

/** The place of the highest of the first values, or -1 when all are minus infinity. */
function placeOfHighest(values: Float64Array, count: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  let place = -1;
  for (let at = 0; at < count; at += 1) {
    if ((values[at] as number) <= highest) continue;
    highest = values[at] as number;
    place = at;
  }
  return place;
}
