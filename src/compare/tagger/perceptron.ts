import {
  afterFeatures,
  beforeFeatures,
  type ClassOrStart,
  contextFeatures,
  endWord,
  outline,
  ownFeatures,
  secondAfterFeatures,
  secondEndWord,
  startWord,
} from './features';
import { type WordClass, wordClasses } from './word-classes';

/**
 * The weight table as it is checked in (made by bench/compare/fit-tagger.ts).
 * `certain`: words that have one class whatever stands around them, by class.
 * `weights`: feature, a tab, then one letter per class (a = first of `wordClasses`) with its weight.
 * `verbs`: verb form and base form.
 * `common`: further words that news writes in lower case, which no capital at the start of a sentence or in
 * a headline turns into a name.
 */
export interface TaggerTable {
  certain: Partial<Record<WordClass, string>>;
  weights: string[];
  verbs: string[];
  common: string;
}

export interface Tagger {
  /** Classes of the words of one sentence, in order. */
  classesOf(words: readonly string[]): WordClass[];
}

const parseWeights = (lines: readonly string[]): Map<string, Int16Array> => {
  const table = new Map<string, Int16Array>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    const row = new Int16Array(wordClasses.length);
    for (const entry of line.slice(tab + 1).matchAll(/([a-q])(-?\d+)/g)) {
      row[entry[1]!.charCodeAt(0) - 97] = Number(entry[2]);
    }
    table.set(line.slice(0, tab), row);
  }
  return table;
};

const classCount = wordClasses.length;

const best = (scores: Int32Array): WordClass => {
  let winner = 0;
  for (let index = 1; index < classCount; index++) {
    if (scores[index]! > scores[winner]!) winner = index;
  }
  return wordClasses[winner]!;
};

/** Sums that depend on one word alone are kept; news repeats its words. The limit bounds memory. */
const longestCache = 20_000;

class SumCache {
  private readonly sums = new Map<string, Int32Array>();

  constructor(
    private readonly weights: ReadonlyMap<string, Int16Array>,
    private readonly featuresOf: (word: string) => readonly string[],
  ) {}

  get(word: string): Int32Array {
    const known = this.sums.get(word);
    if (known) return known;
    const sum = new Int32Array(classCount);
    for (const feature of this.featuresOf(word)) addRow(sum, this.weights.get(feature));
    if (this.sums.size >= longestCache) this.sums.clear();
    this.sums.set(word, sum);
    return sum;
  }
}

const addRow = (scores: Int32Array, row: Int16Array | Int32Array | undefined): void => {
  if (row) for (let index = 0; index < classCount; index++) scores[index]! += row[index]!;
};

/** Greedy averaged perceptron over `featuresAt` (Collins 2002, "Discriminative training methods for HMMs"). */
export function createTagger(table: TaggerTable): Tagger {
  const weights = parseWeights(table.weights);
  const certain = new Map<string, WordClass>();
  for (const wordClass of wordClasses) {
    for (const word of (table.certain[wordClass] ?? '').split(' ')) if (word) certain.set(word, wordClass);
  }
  const caches = {
    own: new SumCache(weights, ownFeatures),
    before: new SumCache(weights, beforeFeatures),
    after: new SumCache(weights, afterFeatures),
    second: new SumCache(weights, secondAfterFeatures),
  };
  const scores = new Int32Array(classCount);
  return {
    classesOf(words) {
      const lower = words.map((word) => word.toLowerCase());
      const outlines = words.map(outline);
      let last: ClassOrStart = '<';
      let secondLast: ClassOrStart = '<';
      return words.map((word, position) => {
        const own = lower[position]!;
        const known = certain.get(own);
        let found = known;
        if (found === undefined || (position > 0 && /^\p{Lu}/u.test(word))) {
          scores.fill(0);
          addRow(scores, caches.own.get(own));
          addRow(scores, caches.before.get(lower[position - 1] ?? startWord));
          addRow(scores, caches.after.get(lower[position + 1] ?? endWord));
          addRow(scores, caches.second.get(lower[position + 2] ?? secondEndWord));
          for (const feature of contextFeatures(own, outlines, position, last, secondLast))
            addRow(scores, weights.get(feature));
          found = best(scores);
        }
        secondLast = last;
        last = found;
        return found;
      });
    },
  };
}
