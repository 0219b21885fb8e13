/**
 * Fits the judge of bare sentence pairs and prints it on pairs it was not fitted on (five parts, each held out
 * in turn; the scorer's own figures come from `npm run -s bench -- pairs`).
 *
 *   npx tsx bench/compare/fit-pairs.ts ../shared/bench/claims/dev/pairs [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../../src/compare';
import {
  type PairLabel,
  pairFeatureNames,
  pairLabels,
  sentencePairFeatures,
} from '../../src/compare/verdict/sentence-pair';
import { articleOf } from './documents';
import { fitLogistic } from './logistic';

interface Judged {
  file: string;
  features: number[];
  label: PairLabel;
  alsoOk: string[];
  part: number;
}

const folder = process.argv[2]!;
const parts = 5;
const penalty = 4;
const judged: Judged[] = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  lines.forEach((line, at) => {
    const { a, b, label, alsoOk } = JSON.parse(line);
    const [left, right] = [a, b].map((text: string, side) => {
      const article = articleOf({ id: `side-${side}`, title: '', text });
      return { article, analysis: analyse(article) };
    });
    const features = sentencePairFeatures(left!, right!);
    if (!features) return;
    judged.push({
      file,
      features: pairFeatureNames.map((name) => features[name]),
      label,
      alsoOk: alsoOk ?? [],
      // Events stay together, so that no sentence is on both sides.
      part:
        file === 'events.jsonl'
          ? [...JSON.parse(line).source].reduce((sum, c) => sum + c.charCodeAt(0), 0) % parts
          : at % parts,
    });
  });
}

/** News pairs count more than captions and encyclopedia sentences: the product reads news. */
const fileWeight: Record<string, number> = {
  'headline-conflicts.jsonl': 4,
  'events.jsonl': 2,
  'sick.jsonl': 0.6,
  'fever-symmetric.jsonl': 0.6,
  'msrp.jsonl': 0.7,
};

const fit = (examples: readonly Judged[]): Record<PairLabel, number[]> =>
  Object.fromEntries(
    pairLabels.map((label) => [
      label,
      fitLogistic(
        examples.map((each) => ({
          features: each.features,
          label: each.label === label ? 1 : 0,
          weight: (fileWeight[each.file] ?? 1) * (each.label === 'differ' ? 2.2 : 1),
        })),
        penalty,
      ),
    ]),
  ) as Record<PairLabel, number[]>;

const value = (weights: readonly number[], features: readonly number[]): number =>
  features.reduce((sum, feature, at) => sum + feature * weights[at]!, weights[features.length]!);

const judge = (weights: Record<PairLabel, number[]>, features: readonly number[]): PairLabel =>
  pairLabels.reduce((best, label) =>
    value(weights[label], features) > value(weights[best], features) ? label : best,
  );

const guesses = new Map<Judged, PairLabel>();
for (let part = 0; part < parts; part += 1) {
  const weights = fit(judged.filter((each) => each.part !== part));
  for (const each of judged.filter((one) => one.part === part))
    guesses.set(each, judge(weights, each.features));
}

function report(name: string, list: readonly Judged[]): void {
  const scores = pairLabels.flatMap((label) => {
    const gold = list.filter((each) => each.label === label).length;
    if (gold === 0) return [];
    const taken = list.filter(
      (each) => guesses.get(each) === label && !(each.label !== label && each.alsoOk.includes(label)),
    );
    const right = taken.filter((each) => each.label === label).length;
    const f1 = right ? (2 * right) / (taken.length + gold) : 0;
    return [{ label, f1, precision: taken.length ? right / taken.length : 0, recall: right / gold }];
  });
  const macro = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
  const cells = scores.map(
    ({ label, f1, precision, recall }) =>
      `${label} ${f1.toFixed(3)} (P ${precision.toFixed(2)} R ${recall.toFixed(2)})`,
  );
  console.log(`${name.padEnd(26)} macro F1 ${macro.toFixed(3)}  ${cells.join('  ')}`);
}
for (const file of new Set(judged.map((each) => each.file)))
  report(
    file,
    judged.filter((each) => each.file === file),
  );
report('all', judged);

if (process.argv.includes('--write')) {
  const weights = fit(judged);
  const table = Object.fromEntries(
    pairLabels.map((label) => [
      label,
      Object.fromEntries(
        [...pairFeatureNames, 'bias'].map((name, at) => [name, Number(weights[label][at]!.toFixed(3))]),
      ),
    ]),
  );
  const target = resolve(import.meta.dirname, '../../src/compare/verdict/data/sentence-pair.json');
  writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
}
