import { alignmentOf } from '../align/align';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { conceptsOf } from '../align/vocabulary';
import type { PairRow } from '../verdict/rows';
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

export type Shares = Pick<SentenceCoverage, 'words' | 'names' | 'numbers'>;

/** How much of a sentence's words, names and numbers stands anywhere in another article. */
export function sharesOf(sentence: Unit, other: Profile, rarity: Rarity): Shares {
  const contents = contentsOf(other);
  const names = sentence.entities.filter(({ kind }) => kind !== 'nationality');
  const numbers = sentence.quantities.filter(({ kind }) => kind !== 'ordinal');
  return {
    words: wordShare(sentence, other, rarity),
    names: shareOf(names, (name) => contents.hasName(name)),
    numbers: shareOf(numbers, (number) => contents.hasNumberOfLike(number)),
  };
}

/** Coverage of each sentence of one article by another. `rows` are of these two, the article first. */
export function coverageBySentence(
  article: Profile,
  other: Profile,
  rows: readonly PairRow[],
  rarity: Rarity,
): SentenceCoverage[] {
  const alignment = alignmentOf(article, other, rarity);
  const coverage = article.sentences.map((sentence, at) => ({
    score: alignment.bestScore(at),
    typed: 0,
    ...sharesOf(sentence, other, rarity),
  }));
  for (const row of rows) {
    const at = coverage[row.a.sentence];
    if (at && row.kind !== 'statement') at.typed = Math.max(at.typed, row.confidence);
  }
  return coverage;
}
