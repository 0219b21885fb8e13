import { Chains } from './chains';
import type { Lexicon } from './lexicon';
import type { UnitNumbers } from './numbers';

/** Where the words of an article stand: entries by root and by concept, in text order. */
export interface Standings {
  byRoot: Chains;
  /** Of each entry by root: the sentence, in how many sentences of the article the root stands, and its case. */
  sentence: Int32Array;
  uses: Int32Array;
  capital: Uint8Array;
  byConcept: Chains;
  /** Of each entry by concept: the sentence and the root that has the concept. */
  conceptSentence: Int32Array;
  conceptRoot: Int32Array;
}

/** @param sentences the words of each sentence, as numbers of the lexicon */
export function standingsOf(sentences: readonly UnitNumbers[], lexicon: Lexicon): Standings {
  const length = sentences.reduce((sum, { roots }) => sum + roots.length, 0);
  const keys = new Int32Array(length);
  const sentence = new Int32Array(length);
  const uses = new Int32Array(length);
  const capital = new Uint8Array(length);
  const concepts: number[] = [];
  const conceptSentence: number[] = [];
  const conceptRoot: number[] = [];
  let entry = 0;
  for (let at = 0; at < sentences.length; at += 1) {
    const numbers = sentences[at] as UnitNumbers;
    keys.set(numbers.roots, entry);
    uses.set(numbers.uses, entry);
    capital.set(numbers.capitals, entry);
    sentence.fill(at, entry, entry + numbers.roots.length);
    entry += numbers.roots.length;
    for (let place = 0; place < numbers.roots.length; place += 1) {
      const root = numbers.roots[place] as number;
      for (const concept of lexicon.conceptsOf(root)) {
        concepts.push(concept);
        conceptSentence.push(at);
        conceptRoot.push(root);
      }
    }
  }
  return {
    byRoot: new Chains(keys, lexicon.size),
    sentence,
    uses,
    capital,
    byConcept: new Chains(Int32Array.from(concepts), lexicon.conceptCount),
    conceptSentence: Int32Array.from(conceptSentence),
    conceptRoot: Int32Array.from(conceptRoot),
  };
}
