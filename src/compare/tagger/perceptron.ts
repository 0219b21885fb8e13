import { featuresAt } from './features';
import { type WordClass, wordClasses } from './word-classes';

/**
 * The weight table as it is checked in (made by bench/compare/fit-tagger.ts).
 * `certain`: words that have one class whatever stands around them, by class.
 * `weights`: feature, a tab, then one letter per class (a = first of `wordClasses`) with its weight.
 * `lemmas`: verb form and base form that no rule derives.
 */
export interface TaggerTable {
  certain: Partial<Record<WordClass, string>>;
  weights: string[];
  verbs: string[];
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

const best = (scores: Float64Array): WordClass => {
  let winner = 0;
  for (let index = 1; index < scores.length; index++) {
    if (scores[index]! > scores[winner]!) winner = index;
  }
  return wordClasses[winner]!;
};

/** Greedy averaged perceptron over `featuresAt` (Collins 2002, "Discriminative training methods for HMMs"). */
export function createTagger(table: TaggerTable): Tagger {
  const weights = parseWeights(table.weights);
  const certain = new Map<string, WordClass>();
  for (const wordClass of wordClasses) {
    for (const word of (table.certain[wordClass] ?? '').split(' ')) if (word) certain.set(word, wordClass);
  }
  const scores = new Float64Array(wordClasses.length);
  const decide = (features: readonly string[]): WordClass => {
    scores.fill(0);
    for (const feature of features) {
      const row = weights.get(feature);
      if (row) for (let index = 0; index < scores.length; index++) scores[index]! += row[index]!;
    }
    return best(scores);
  };
  return {
    classesOf(words) {
      const lower = words.map((word) => word.toLowerCase());
      let last: WordClass | '<' = '<';
      let secondLast: WordClass | '<' = '<';
      return words.map((word, position) => {
        const known = certain.get(lower[position]!);
        const capitalInside = position > 0 && /^\p{Lu}/u.test(word);
        const found: WordClass =
          known && !capitalInside ? known : decide(featuresAt(words, lower, position, [last, secondLast]));
        secondLast = last;
        last = found;
        return found;
      });
    },
  };
}
