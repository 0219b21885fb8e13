import type { SentencePair } from '../align/align';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { headSimilarity, relateQuantities } from '../align/values';
import { conceptsOf } from '../align/vocabulary';
import type { PairRow } from '../verdict/rows';
import { pairScore } from '../verdict/statement-rows';

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

interface Vocabulary {
  concepts: Set<string>;
}

const vocabularies = new WeakMap<Profile, Vocabulary>();

function vocabularyOf(profile: Profile): Vocabulary {
  const known = vocabularies.get(profile);
  if (known) return known;
  const made = { concepts: new Set([...profile.frequency.keys()].flatMap((root) => conceptsOf(root))) };
  vocabularies.set(profile, made);
  return made;
}

function wordShare(sentence: Unit, other: Profile, rarity: Rarity): number {
  const { concepts } = vocabularyOf(other);
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

function nameShare(sentence: Unit, other: Profile): number {
  const names = sentence.entities.filter(({ kind }) => kind !== 'nationality');
  if (names.length === 0) return 1;
  const isFound = (entity: (typeof names)[number]): boolean =>
    other.sentences.some(({ entities }) => entities.some((each) => isSameEntity(entity, each)));
  return names.filter(isFound).length / names.length;
}

function numberShare(sentence: Unit, other: Profile): number {
  const numbers = sentence.quantities.filter(({ kind }) => kind !== 'ordinal');
  if (numbers.length === 0) return 1;
  const isFound = (quantity: (typeof numbers)[number]): boolean =>
    other.sentences.some(({ quantities }) =>
      quantities.some(
        (each) =>
          ['equal', 'compatible'].includes(relateQuantities(quantity, each)) &&
          (quantity.kind !== 'count' || headSimilarity(quantity, each) > 0),
      ),
    );
  return numbers.filter(isFound).length / numbers.length;
}

/** Coverage of each sentence of one article by another. `pairs` and `rows` are of these two, the article first. */
export function coverageBySentence(
  article: Profile,
  other: Profile,
  pairs: readonly SentencePair[],
  rows: readonly PairRow[],
  rarity: Rarity,
): SentenceCoverage[] {
  const coverage = article.sentences.map((sentence) => ({
    score: 0,
    typed: 0,
    words: wordShare(sentence, other, rarity),
    names: nameShare(sentence, other),
    numbers: numberShare(sentence, other),
  }));
  for (const pair of pairs) {
    const at = coverage[pair.a.sentence];
    if (at) at.score = Math.max(at.score, pairScore(pair));
  }
  for (const row of rows) {
    const at = coverage[row.a.sentence];
    if (at && row.kind !== 'statement') at.typed = Math.max(at.typed, row.confidence);
  }
  return coverage;
}
