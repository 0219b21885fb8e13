/**
 * Fits src/match/data/copy-weights.json on the public copy benchmark and prints a two-fold cross-validation by group.
 *
 *   npx tsx bench/match/fit-copies.ts ../shared/bench/events/dev [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CopyFeatures, copyFeatures } from '../../src/match/copies/copy-features';
import { copyLink } from '../../src/match/copies/copy-score';
import { type CopyText, copyTextOf } from '../../src/match/copies/copy-text';
import { articleOf, type BenchRow, readRows } from './articles';
import { fitLogistic } from './logistic';

interface CopyRow extends BenchRow {
  copy_group?: string;
  copy_ignore?: string[];
  kind?: string;
}

interface Judged {
  a: string;
  b: string;
  copy: boolean | null;
  by: string;
  kind: string;
}

interface Sample {
  features: CopyFeatures;
  copy: number;
  group: string;
  set: 'natural' | 'synthetic';
  kind: string;
  ids: string;
}

const folder = process.argv[2] ?? '../shared/bench/events/dev';

const texts = (rows: CopyRow[]): Map<string, CopyText> =>
  new Map(rows.map((row) => [row.id, copyTextOf(articleOf(row))]));

function naturalSamples(): Sample[] {
  const rows = readRows(join(folder, 'copies-natural.jsonl'));
  const byId = texts(rows);
  const events = new Map(rows.map((row) => [row.id, row.event ?? row.id]));
  return readFileSync(join(folder, 'copies-natural.pairs.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Judged)
    .filter((pair) => pair.copy !== null)
    .map((pair) => ({
      features: copyFeatures(byId.get(pair.a)!, byId.get(pair.b)!),
      copy: pair.copy ? 1 : 0,
      group: events.get(pair.a)!,
      set: 'natural' as const,
      kind: `${pair.kind} ${pair.by}`,
      ids: `${pair.a} ${pair.b}`,
    }));
}

function syntheticSamples(): Sample[] {
  const rows = readRows(join(folder, 'copies-synthetic.jsonl')) as CopyRow[];
  const byId = texts(rows);
  const samples: Sample[] = [];
  rows.forEach((left, at) => {
    for (const right of rows.slice(at + 1)) {
      if (!left.copy_group || !right.copy_group) continue;
      const ignored =
        left.copy_ignore?.includes(right.copy_group) || right.copy_ignore?.includes(left.copy_group);
      const copy = left.copy_group === right.copy_group;
      const [one, other] = [byId.get(left.id)!, byId.get(right.id)!];
      if (ignored || (!copy && !copyLink(one, other))) continue;
      samples.push({
        features: copyFeatures(one, other),
        copy: copy ? 1 : 0,
        group: left.copy_group,
        set: 'synthetic',
        kind: [left.kind, right.kind].sort().join('~'),
        ids: `${left.id} ${right.id}`,
      });
    }
  });
  return samples;
}

const fold = (group: string): number => {
  let hash = 7;
  for (const letter of group) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (hash >>> 3) & 1;
};

const values = (sample: Sample): Float64Array => Float64Array.from(Object.values(sample.features));
const penalty = Number(process.env.PENALTY ?? 3);

const fit = (samples: Sample[]) =>
  fitLogistic(
    samples.map(values),
    samples.map((sample) => sample.copy),
    samples.map(() => 0),
    samples.map((sample) => (sample.set === 'natural' ? 3 : 1)),
    penalty,
  );

function probability(model: ReturnType<typeof fit>, sample: Sample): number {
  let sum = model.bias;
  values(sample).forEach((value, at) => {
    sum += value * model.weights[at]!;
  });
  return 1 / (1 + Math.exp(-sum));
}

const samples = [...naturalSamples(), ...syntheticSamples()];
const names = Object.keys(samples[0]!.features) as (keyof CopyFeatures)[];
console.log(`${samples.length} pairs, ${samples.filter((sample) => sample.copy).length} copies`);
const models = [0, 1].map((held) => fit(samples.filter((sample) => fold(sample.group) !== held)));
const predicted = samples.map((sample) => probability(models[fold(sample.group)]!, sample));
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  const figures = (['natural', 'synthetic'] as const).map((set) => {
    const counts = { right: 0, wrong: 0, missed: 0 };
    samples.forEach((sample, at) => {
      if (sample.set !== set) return;
      const said = predicted[at]! >= threshold;
      if (said && sample.copy) counts.right++;
      else if (said) counts.wrong++;
      else if (sample.copy) counts.missed++;
    });
    const f1 = (2 * counts.right) / (2 * counts.right + counts.wrong + counts.missed);
    return `${set} F1 ${f1.toFixed(4)} ${JSON.stringify(counts)}`;
  });
  console.log(threshold, figures.join('  '));
}
if (process.argv.includes('--errors')) {
  const kinds = new Map<string, number>();
  samples.forEach((sample, at) => {
    if (predicted[at]! >= 0.5 === (sample.copy === 1)) return;
    const name = `${sample.copy ? 'missed' : 'wrong'} ${sample.set} ${sample.kind}`;
    kinds.set(name, (kinds.get(name) ?? 0) + 1);
    if (sample.set === 'natural')
      console.log(name, sample.ids, predicted[at]!.toFixed(2), JSON.stringify(sample.features));
  });
  for (const [name, count] of [...kinds].sort((left, right) => right[1] - left[1])) console.log(count, name);
}
const whole = fit(samples);
names.forEach((name, at) => {
  console.log(name, whole.weights[at]!.toFixed(2), whole.standardised[at]!.toFixed(2));
});
if (process.argv.includes('--write')) {
  const file = 'src/match/data/copy-weights.json';
  const before = JSON.parse(readFileSync(file, 'utf8')) as { weights: Record<string, { reason: string }> };
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const table = {
    about:
      'Logistic weights of copy detection, fitted by bench/match/fit-copies.ts on the public copy benchmark.',
    bias: round(whole.bias),
    threshold: 0.5,
    weights: Object.fromEntries(
      names.map((name, at) => [
        name,
        { weight: round(whole.weights[at]!), reason: before.weights[name]?.reason ?? '' },
      ]),
    ),
  };
  writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
}
