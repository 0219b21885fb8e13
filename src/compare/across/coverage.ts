import { type Alignment, alignmentOf, type SentencePair } from '../align/align';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { conceptsOf } from '../align/vocabulary';
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
  /** The same for its names and for its numbers; 1 when it has none. */
  names: number;
  numbers: number;
}

export type Shares = Pick<SentenceCoverage, 'words' | 'names' | 'numbers'>;

function wordShare(sentence: Unit, other: Profile, rarity: Rarity): number {
  const { concepts } = contentsOf(other);
  let found = 0;
  let total = 0;
  for (const root of sentence.roots) {
    const weight = rarity.weight(root);
    total += weight;
    if (other.frequency.has(root)) found += weight;
    else if (conceptsOf(root).some((concept) => concepts.has(concept))) found += weight * 0.6;
  }
  return total > 0 ? found / total : 1;
}

function shareOf<Item>(items: readonly Item[], isFound: (item: Item) => boolean): number {
  if (items.length === 0) return 1;
  return items.filter(isFound).length / items.length;
}

/** How much of a sentence's words, names and numbers stands anywhere in another article. */
export function sharesIn(sentence: Unit, other: Profile, rarity: Rarity): Shares {
  const contents = contentsOf(other);
  const names = sentence.entities.filter(({ kind }) => kind !== 'nationality');
  const numbers = sentence.quantities.filter(({ kind }) => kind !== 'ordinal');
  return {
    words: wordShare(sentence, other, rarity),
    names: shareOf(names, (name) => contents.hasName(name)),
    numbers: shareOf(numbers, (number) => contents.hasNumberOfLike(number)),
  };
}

/**
 * Coverage of one article's sentences by another, each part of it worked out when it is first asked for: shares of
 * words cost little, the alignment of the two articles more, the rows between them most.
 */
export class Coverage {
  private readonly shares = new Map<Unit, Shares>();
  private readonly alignment: Alignment;

  constructor(
    private readonly article: Profile,
    private readonly other: Profile,
    private readonly rarity: Rarity,
  ) {
    this.alignment = alignmentOf(article, other, rarity);
  }

  /** Whether the root stands anywhere in the other article. */
  hasRoot(root: string): boolean {
    return this.other.frequency.has(root);
  }

  sharesOf(sentence: Unit): Shares {
    const known = this.shares.get(sentence);
    if (known) return known;
    const made = sharesIn(sentence, this.other, this.rarity);
    this.shares.set(sentence, made);
    return made;
  }

  /** Sentences of the other article that share enough with the sentence to be compared, by place. */
  partnersOf({ sentence }: Unit): readonly number[] {
    return this.alignment.partnersOf(sentence);
  }

  partner(place: number): Unit {
    return this.other.sentences[place] as Unit;
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
    const weights = sentence.roots.map((root) => this.rarity.weight(root));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let most = 0;
    for (const place of this.partnersOf(sentence)) {
      const { rootSet } = this.partner(place);
      let shared = 0;
      sentence.roots.forEach((root, at) => {
        if (rootSet.has(root)) shared += weights[at] ?? 0;
      });
      most = Math.max(most, shared);
    }
    return total > 0 ? most / total : 0;
  }

  /** Names of the sentence that the other article has not. */
  newNames(sentence: Unit): Unit['entities'] {
    const contents = contentsOf(this.other);
    return sentence.entities.filter((name) => name.kind !== 'nationality' && !contents.hasName(name));
  }

  typedOf({ sentence }: Unit): number {
    return typedConfidences(this.article, this.other, this.rarity).get(sentence) ?? 0;
  }

  whole(sentence: Unit): SentenceCoverage {
    return { score: this.scoreOf(sentence), typed: this.typedOf(sentence), ...this.sharesOf(sentence) };
  }
}

const leastRanked = 2;

/** Most sentences have a firm counterpart, or none; scores from here on are looked for first. */
const firstLook = 0.5;

/**
 * Best scores of a sentence in each of several articles, of which only the two highest are asked for: where an
 * article's score cannot be among them it is given as 0.
 */
export function highestScores(sentence: Unit, articles: readonly Coverage[]): number[] {
  const scores = articles.map((each) => each.scoreOf(sentence, firstLook));
  if (scores.filter((score) => score > 0).length >= leastRanked) return scores;
  let [first, second] = [Math.max(0, ...scores), 0];
  articles.forEach((each, at) => {
    if (scores[at] !== 0) return;
    const score = each.scoreOf(sentence, second);
    scores[at] = score;
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  });
  return scores;
}
