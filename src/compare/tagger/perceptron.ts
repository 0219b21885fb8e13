import { keptByWord } from '../../text/kept-by-word';
import {
  afterFeatures,
  beforeFeatures,
  type ClassOrStart,
  endWord,
  outline,
  ownFeatures,
  secondAfterFeatures,
  secondEndWord,
  shapeFeatures,
  startWord,
  wordAfterClassFeature,
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

const firstLetter = 'a'.charCodeAt(0);

/** The weights of one line from `at` on. Without a pattern: the whole table is read before the first row is shown. */
function readRow(line: string, at: number): Int16Array {
  const row = new Int16Array(wordClasses.length);
  for (let start = at; start < line.length; ) {
    let end = start + 1;
    while (end < line.length && line.charCodeAt(end) < firstLetter) end++;
    row[line.charCodeAt(start) - firstLetter] = Number(line.slice(start + 1, end));
    start = end;
  }
  return row;
}

const parseWeights = (lines: readonly string[]): Map<string, Int16Array> => {
  const table = new Map<string, Int16Array>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    table.set(line.slice(0, tab), readRow(line, tab + 1));
  }
  return table;
};

const classCount = wordClasses.length;

const best = (scores: Int32Array): number => {
  let winner = 0;
  for (let index = 1; index < classCount; index++) {
    if (scores[index]! > scores[winner]!) winner = index;
  }
  return winner;
};

type Weights = ReadonlyMap<string, Int16Array>;

const addRow = (scores: Int32Array, row: Int16Array | Int32Array | undefined): void => {
  if (row) for (let index = 0; index < classCount; index++) scores[index]! += row[index]!;
};

function sumOf(features: readonly string[], weights: Weights): Int32Array {
  const sum = new Int32Array(classCount);
  for (const feature of features) addRow(sum, weights.get(feature));
  return sum;
}

/** The classes by number, and after them what stands before a sentence. */
const classNames: readonly ClassOrStart[] = [...wordClasses, '<'];
const start = wordClasses.length;

/** What surroundings add that are no words: outlines, and the classes of the two words before. */
class ShapeSums {
  private readonly sums = new Map<number, Int32Array>();
  private readonly outlines: string[] = [];

  constructor(private readonly weights: Weights) {}

  /** A number for an outline. */
  readonly numberOf = keptByWord((word: string): number => {
    const shape = outline(word);
    if (!this.outlines.includes(shape)) this.outlines.push(shape);
    return this.outlines.indexOf(shape) + 1;
  });

  /** `shape` and `next` are numbers of outlines, 0 beyond the end; `last` and `secondLast` of classes. */
  get(shape: number, next: number, isFirst: boolean, last: number, secondLast: number): Int32Array {
    const count = classNames.length;
    const key = (((shape * 16 + next) * 2 + (isFirst ? 1 : 0)) * count + last) * count + secondLast;
    const known = this.sums.get(key);
    if (known) return known;
    const name = (number: number): string => this.outlines[number - 1] ?? '.';
    const classes = [classNames[last] as ClassOrStart, classNames[secondLast] as ClassOrStart] as const;
    const sum = sumOf(shapeFeatures(name(shape), name(next), isFirst, ...classes), this.weights);
    this.sums.set(key, sum);
    return sum;
  }
}

/** Greedy averaged perceptron over `featuresAt` (Collins 2002, "Discriminative training methods for HMMs"). */
export function createTagger(table: TaggerTable): Tagger {
  const weights = parseWeights(table.weights);
  const certain = new Map<string, number>();
  wordClasses.forEach((wordClass, number) => {
    for (const word of (table.certain[wordClass] ?? '').split(' ')) if (word) certain.set(word, number);
  });
  const own = keptByWord((word) => sumOf(ownFeatures(word), weights));
  const before = keptByWord((word) => sumOf(beforeFeatures(word), weights));
  const after = keptByWord((word) => sumOf(afterFeatures(word), weights));
  const secondAfter = keptByWord((word) => sumOf(secondAfterFeatures(word), weights));
  /** Rows of a word by the class before it. */
  const afterClass = keptByWord((word) =>
    classNames.map((last) => weights.get(wordAfterClassFeature(word, last))),
  );
  const shapes = new ShapeSums(weights);
  const scores = new Int32Array(classCount);
  return {
    classesOf(words) {
      const lower = words.map((word) => word.toLowerCase());
      const outlines = words.map(shapes.numberOf);
      let last: number = start;
      let secondLast: number = start;
      return words.map((word, position) => {
        const mine = lower[position]!;
        const known = certain.get(mine);
        let found = known;
        if (found === undefined || (position > 0 && /^\p{Lu}/u.test(word))) {
          scores.fill(0);
          addRow(scores, own(mine));
          addRow(scores, before(lower[position - 1] ?? startWord));
          addRow(scores, after(lower[position + 1] ?? endWord));
          addRow(scores, secondAfter(lower[position + 2] ?? secondEndWord));
          addRow(scores, afterClass(mine)[last]);
          const shape = outlines[position]!;
          addRow(scores, shapes.get(shape, outlines[position + 1] ?? 0, position === 0, last, secondLast));
          found = best(scores);
        }
        secondLast = last;
        last = found;
        return wordClasses[found]!;
      });
    },
  };
}
