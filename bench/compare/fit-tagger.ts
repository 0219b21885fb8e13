/**
 * Fits the English part-of-speech table: an averaged perceptron that learns the classes wink-nlp gives to
 * news text (`npx tsx bench/compare/fit-tagger.ts --data ../shared/bench/events/dev [--features 6000]`).
 * The teacher is used here only; the product carries the table. No text enters the table, only weights of
 * words, endings and their neighbours. Held-out agreement is printed and kept in docs/claims-slots.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItemSentence, type ItemToken, type ItsFunction } from 'wink-nlp';
import { tokenise } from '../../src/compare/claims/tokens';
import { englishAbbreviations } from '../../src/compare/languages/english/abbreviations';
import { featuresAt } from '../../src/compare/tagger/features';
import { createTagger, type TaggerTable } from '../../src/compare/tagger/perceptron';
import { type WordClass, wordClasses } from '../../src/compare/tagger/word-classes';
import { foldTypography } from '../../src/text/typography';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/events/dev' },
    out: { type: 'string', default: 'src/compare/tagger/data/english.json' },
    features: { type: 'string', default: '6000' },
    words: { type: 'string', default: '450000' },
    passes: { type: 'string', default: '6' },
  },
});

interface Example {
  words: string[];
  classes: WordClass[];
  lemmas: string[];
}

const nlp = winkNlp(model, ['sbd', 'pos']);

const teach = (text: string): Example[] => {
  const examples: Example[] = [];
  for (const paragraph of foldTypography(text).split('\n')) {
    const document = nlp.readDoc(paragraph);
    document.sentences().each((sentence: ItemSentence) => {
      const written = sentence.out();
      if (written.length < 15 || written.length > 600) return;
      const teacher: { start: number; end: number; wordClass: string; lemma: string }[] = [];
      let at = 0;
      sentence.tokens().each((token: ItemToken) => {
        const start = written.indexOf(token.out(), at);
        if (start < 0) return;
        at = start + token.out().length;
        teacher.push({
          start,
          end: at,
          wordClass: token.out(nlp.its.pos),
          lemma: token.out(nlp.its.lemma as unknown as ItsFunction<string>),
        });
      });
      const tokens = tokenise(written, 0, englishAbbreviations);
      const example: Example = { words: [], classes: [], lemmas: [] };
      for (const token of tokens) {
        // Hyphenated words are several tokens to the teacher: the last part that is a word decides.
        const covering = teacher.filter((word) => word.start < token.end && word.end > token.start);
        const decisive =
          covering.filter((word) => /[\p{L}\d]/u.test(written.slice(word.start, word.end))).at(-1) ??
          covering[0];
        const exact = covering.length === 1 && decisive?.start === token.start && decisive.end === token.end;
        const wordClass = wordClasses.find((known) => known === decisive?.wordClass) ?? 'X';
        example.words.push(token.text);
        example.classes.push(wordClass);
        example.lemmas.push(exact ? (decisive?.lemma ?? '') : '');
      }
      examples.push(example);
    });
  }
  return examples;
};

const readExamples = (folder: string, wordLimit: number): Example[] => {
  const examples: Example[] = [];
  const seen = new Set<string>();
  let count = 0;
  const files = ['ecbplus', 'fnc', 'basil', 'allsides', 'neus'].map((name) => join(folder, `${name}.jsonl`));
  for (const file of files.filter(existsSync)) {
    let fromFile = 0;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (!line.trim() || count > wordLimit || fromFile > wordLimit / 3) continue;
      const text: unknown = JSON.parse(line).text;
      if (typeof text !== 'string' || seen.has(text.slice(0, 80))) continue;
      seen.add(text.slice(0, 80));
      for (const example of teach(text)) {
        examples.push(example);
        count += example.words.length;
        fromFile += example.words.length;
      }
    }
  }
  return examples;
};

/** Words the teacher gives one class in at least 99.5 % of 8 or more uses. */
const certainWords = (examples: Example[]): Partial<Record<WordClass, string>> => {
  const counts = new Map<string, Map<WordClass, number>>();
  for (const { words, classes } of examples) {
    words.forEach((word, index) => {
      if (index > 0 && /^\p{Lu}/u.test(word)) return;
      const byClass = counts.get(word.toLowerCase()) ?? new Map<WordClass, number>();
      byClass.set(classes[index]!, (byClass.get(classes[index]!) ?? 0) + 1);
      counts.set(word.toLowerCase(), byClass);
    });
  }
  const lists = new Map<WordClass, string[]>();
  for (const [word, byClass] of counts) {
    const total = [...byClass.values()].reduce((sum, value) => sum + value, 0);
    const [wordClass, most] = [...byClass].sort((left, right) => right[1] - left[1])[0]!;
    if (total >= 8 && most / total >= 0.995 && !/^\d/.test(word)) {
      lists.set(wordClass, [...(lists.get(wordClass) ?? []), word]);
    }
  }
  return Object.fromEntries(
    [...lists]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, words]) => [key, words.sort().join(' ')]),
  );
};

const learn = (examples: Example[], certain: Partial<Record<WordClass, string>>, passes: number) => {
  const known = new Set(Object.values(certain).flatMap((words) => words.split(' ')));
  const weights = new Map<string, Float64Array>();
  const totals = new Map<string, Float64Array>();
  const stamps = new Map<string, Float64Array>();
  const rowOf = (table: Map<string, Float64Array>, key: string): Float64Array => {
    const row = table.get(key) ?? new Float64Array(wordClasses.length);
    table.set(key, row);
    return row;
  };
  let step = 0;
  const update = (feature: string, index: number, change: number) => {
    const row = rowOf(weights, feature);
    const stamp = rowOf(stamps, feature);
    rowOf(totals, feature)[index]! += (step - stamp[index]!) * row[index]!;
    stamp[index] = step;
    row[index]! += change;
  };
  // A fixed linear congruential generator: the same data gives the same table.
  let seed = 20240601;
  const random = () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
  for (let pass = 0; pass < passes; pass++) {
    let errors = 0;
    let decisions = 0;
    for (let index = examples.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [examples[index], examples[other]] = [examples[other]!, examples[index]!];
    }
    for (const { words, classes } of examples) {
      const lower = words.map((word) => word.toLowerCase());
      let last: WordClass | '<' = '<';
      let secondLast: WordClass | '<' = '<';
      words.forEach((word, position) => {
        const truth = wordClasses.indexOf(classes[position]!);
        let guess = truth;
        if (!known.has(lower[position]!) || (position > 0 && /^\p{Lu}/u.test(word))) {
          step++;
          decisions++;
          const features = featuresAt(words, position, [last, secondLast]);
          const scores = new Float64Array(wordClasses.length);
          for (const feature of features) {
            const row = weights.get(feature);
            if (row) for (let k = 0; k < scores.length; k++) scores[k]! += row[k]!;
          }
          guess = scores.indexOf(Math.max(...scores));
          if (guess !== truth) {
            errors++;
            for (const feature of features) {
              update(feature, truth, 1);
              update(feature, guess, -1);
            }
          }
        }
        secondLast = last;
        last = wordClasses[guess]!;
      });
    }
    console.log(
      `pass ${pass + 1}: ${((100 * errors) / decisions).toFixed(2)} % wrong, ${weights.size} features`,
    );
  }
  for (const [feature, row] of weights) {
    const stamp = rowOf(stamps, feature);
    const total = rowOf(totals, feature);
    for (let k = 0; k < row.length; k++) total[k]! += (step - stamp[k]!) * row[k]!;
    totals.set(
      feature,
      total.map((value) => value / step),
    );
  }
  return totals;
};

const toTable = (
  averaged: Map<string, Float64Array>,
  certain: Partial<Record<WordClass, string>>,
  verbs: string[],
  common: string,
  limit: number,
): TaggerTable => {
  const strength = (row: Float64Array): number => Math.max(...row.map(Math.abs));
  const kept = [...averaged].sort((left, right) => strength(right[1]) - strength(left[1])).slice(0, limit);
  const largest = strength(kept[0]![1]);
  const scale = 127 / Math.min(largest, 12);
  const lines = kept
    .map(([feature, row]) => {
      const cells = [...row]
        .map((value, k) => [String.fromCharCode(97 + k), Math.round(value * scale)] as const)
        .filter(([, value]) => Math.abs(value) > 1)
        .map(([letter, value]) => `${letter}${value}`);
      return `${feature}\t${cells.join('')}`;
    })
    .sort();
  return { certain, weights: lines, verbs, common };
};

/** Words written in lower case at least five times that stand in no other list. */
const commonWords = (
  examples: Example[],
  certain: Partial<Record<WordClass, string>>,
  verbs: string[],
): string => {
  const known = new Set([
    ...Object.values(certain).flatMap((words) => words.split(' ')),
    ...verbs.flatMap((line) => line.split(' ')),
  ]);
  const counts = new Map<string, number>();
  for (const { words } of examples) {
    for (const word of words)
      if (/^[a-z]{3,}$/.test(word) && !known.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= 5).map(([word]) => word);
  const all = new Set(frequent);
  // A plural needs no entry of its own.
  return frequent
    .filter((word) => !(word.endsWith('s') && all.has(word.slice(0, -1))))
    .sort()
    .join(' ');
};

/** Verb forms with the teacher's base form, for forms the suffix rules cannot undo on their own. */
const verbForms = (examples: Example[]): string[] => {
  const forms = new Map<string, Map<string, number>>();
  for (const { words, classes, lemmas } of examples) {
    words.forEach((word, index) => {
      const lower = word.toLowerCase();
      if (classes[index] !== 'VERB' || !lemmas[index] || !/^[a-z]+$/.test(lower)) return;
      const bases = forms.get(lower) ?? new Map<string, number>();
      bases.set(lemmas[index]!, (bases.get(lemmas[index]!) ?? 0) + 1);
      forms.set(lower, bases);
    });
  }
  const lines: string[] = [];
  for (const [form, bases] of forms) {
    const [base, count] = [...bases].sort((left, right) => right[1] - left[1])[0]!;
    if (base !== form && count >= 2 && /^[a-z]+$/.test(base)) lines.push(`${form} ${base}`);
  }
  return lines.sort();
};

const agreement = (table: TaggerTable, examples: Example[]): number => {
  const tagger = createTagger(table);
  let right = 0;
  let all = 0;
  for (const { words, classes } of examples) {
    tagger.classesOf(words).forEach((found, index) => {
      all++;
      if (found === classes[index]) right++;
    });
  }
  return right / all;
};

const examples = readExamples(options.data, Number(options.words));
const held = examples.filter((_, index) => index % 20 === 7);
const training = examples.filter((_, index) => index % 20 !== 7);
console.log(`${training.length} sentences to learn from, ${held.length} held out`);
const certain = certainWords(training);
const averaged = learn(training, certain, Number(options.passes));
const verbs = verbForms(training);
const table = toTable(
  averaged,
  certain,
  verbs,
  commonWords(training, certain, verbs),
  Number(options.features),
);
writeFileSync(options.out, `${JSON.stringify(table, null, 0).replaceAll('","', '",\n"')}\n`);
console.log(
  `agreement with the teacher on held-out sentences: ${(100 * agreement(table, held)).toFixed(2)} %`,
);
