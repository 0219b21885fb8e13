/**
 * Fits the weights of src/match/data/event-weights.json on the public event benchmark and prints the figures of a
 * two-fold cross-validation by event.
 *
 *   npx tsx bench/match/fit-events.ts ../shared/bench/events/dev [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decideAmong } from '../../src/match/decide';
import { readRows, storeFiles } from './articles';
import { evaluate } from './event-figures';
import { fitLogistic, type LogisticModel } from './logistic';
import { type PairTable, pairTable } from './pair-table';

const folder = process.argv[2] ?? '../shared/bench/events/dev';
const datePrior = 1;

const fold = (event: string): number => {
  let hash = 7;
  for (const letter of event) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (hash >>> 3) & 1;
};

const prior = (gap: number | null): number => (gap === null ? 0 : -datePrior * Math.log1p(gap / 7));

function isAmbiguous(table: PairTable, left: number, right: number): boolean {
  const one = table.rows[left]!;
  const other = table.rows[right]!;
  return Boolean(one.ambig?.includes(other.event ?? '') || other.ambig?.includes(one.event ?? ''));
}

/** Fits on the pairs of which both articles' events pass `take`. */
function fit(table: PairTable, take: (event: string) => boolean, penalty: number): LogisticModel {
  const chosen = table.pairs
    .map((_, at) => at)
    .filter((at) => {
      const { left, right } = table.pairs[at]!;
      return (
        take(table.rows[left]!.event!) && take(table.rows[right]!.event!) && !isAmbiguous(table, left, right)
      );
    });
  return fitLogistic(
    chosen.map((at) => table.features[at]!),
    chosen.map((at) => {
      const { left, right } = table.pairs[at]!;
      return table.rows[left]!.event === table.rows[right]!.event ? 1 : 0;
    }),
    chosen.map((at) => prior(table.pairs[at]!.gap)),
    chosen.map(() => 1),
    penalty,
  );
}

function score(table: PairTable, model: LogisticModel): Float64Array {
  return Float64Array.from(table.pairs, ({ gap }, at) => {
    let sum = model.bias + prior(gap);
    table.features[at]!.forEach((value, column) => {
      sum += value * model.weights[column]!;
    });
    return 1 / (1 + Math.exp(-sum));
  });
}

const pairKey = (table: PairTable, left: number, right: number): number =>
  Math.min(left, right) * table.rows.length + Math.max(left, right);

const files = storeFiles(folder);
const rows = files.flatMap(readRows);
console.log(files.map((file) => basename(file)).join(' '), rows.length);
const table = await pairTable(rows);
console.log(`${table.pairs.length} pairs, ${table.names.length} features`);
const place = new Map(table.pairs.map(({ left, right }, at) => [pairKey(table, left, right), at]));
const penalty = 10;
const models = [0, 1].map((held) => fit(table, (event) => fold(event) !== held, penalty));
const probabilities = models.map((model) => score(table, model));
for (const threshold of [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
  const decisions = table.candidates.map((candidates, at) => {
    const values = probabilities[fold(rows[at]!.event!)]!;
    const between = (left: number, right: number): number => {
      const pair = place.get(pairKey(table, left, right));
      return pair === undefined ? 0 : values[pair]!;
    };
    const decided = decideAmong(
      candidates.map((other) => between(at, other)),
      (left, right) => between(candidates[left]!, candidates[right]!),
      threshold,
    );
    return {
      same: decided.same.map((one) => candidates[one]!),
      ranked: decided.ranked.map((one) => candidates[one]!),
    };
  });
  console.log(threshold, JSON.stringify(evaluate(rows, decisions)));
}
if (process.argv.includes('--weights')) {
  const whole = fit(table, () => true, penalty);
  const order = table.names.map((_, at) => at);
  order.sort((left, right) => Math.abs(whole.standardised[right]!) - Math.abs(whole.standardised[left]!));
  for (const at of order)
    console.log(table.names[at], whole.weights[at]!.toFixed(2), whole.standardised[at]!.toFixed(2));
}
if (process.argv.includes('--write')) {
  const file = 'src/match/data/event-weights.json';
  const before = JSON.parse(readFileSync(file, 'utf8')) as { weights: Record<string, { reason: string }> };
  const whole = fit(table, () => true, penalty);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const written = {
    about:
      'Logistic weights of "the same event", fitted by bench/match/fit-events.ts on the public event benchmark. Sum = bias + weights * features - datePrior * ln(1 + days between publication / 7).',
    bias: round(whole.bias),
    datePrior,
    storyThreshold: 0.55,
    weights: Object.fromEntries(
      table.names.map((name, at) => [
        name,
        { weight: round(whole.weights[at]!), reason: before.weights[name]?.reason ?? '' },
      ]),
    ),
  };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
}
