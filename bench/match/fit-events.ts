/**
 * Fits src/match/data/event-weights.json (pairs) and group-weights.json (joins) on the public event benchmark and
 * prints a two-fold cross-validation by topic.
 *
 *   npx tsx bench/match/fit-events.ts ../shared/bench/events/dev [--weights] [--errors] [--write]
 */
import { basename, join } from 'node:path';
import { agglomerate, type PossibleJoin } from '../../src/match/agglomerate';
import { decideAmong, type Grouping } from '../../src/match/decide';
import { type GroupFeatures, noEvidence, type PairEvidence } from '../../src/match/group-link';
import { readRows, storeFiles } from './articles';
import { printErrors } from './event-errors';
import { type EventDecision, evaluate } from './event-figures';
import { fitLogistic, type LogisticModel } from './logistic';
import { type PairTable, pairOf, pairTable, type TablePair } from './pair-table';
import { oneMonth, smallStore, thinned, topicOf, withTwins } from './practice-stores';
import { writeWeights } from './weights';

const folder = process.argv[2] ?? '../shared/bench/events/dev';
const datePrior = 1;
const pairPenalty = 100;
/**
 * The store of running stories: 1,364 short reports of three outlets each, undated, the same stories coming back for
 * years. It teaches pairs what tells one step of a story from the next. Its pairs count for less, as part of its events
 * are steps that a reader would call one; joins are not fitted on it, as all its events have three reports.
 */
const runningStories = 'neus.jsonl';
const runningShare = 0.3;
const groupPenalty = 3;
/** At which joins are made; the figures are printed for its neighbours too. */
const joinThreshold = 0.55;
const thresholds = [0.5, joinThreshold, 0.6];

const fold = (event: string): number => {
  let hash = 7;
  for (const letter of topicOf(event)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (hash >>> 3) & 1;
};

const prior = (gap: number | null): number => (gap === null ? 0 : -datePrior * Math.log1p(gap / 7));
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

function probability(model: LogisticModel, pair: TablePair): number {
  let sum = model.bias + prior(pair.gap);
  for (let at = 0; at < model.weights.length; at++) sum += pair.values[at]! * model.weights[at]!;
  return logistic(sum);
}

function isAmbiguous({ rows }: PairTable, { left, right }: { left: number; right: number }): boolean {
  const [one, other] = [rows[left]!, rows[right]!];
  return Boolean(one.ambig?.includes(other.event ?? '') || other.ambig?.includes(one.event ?? ''));
}

const isMate = ({ rows }: PairTable, { left, right }: { left: number; right: number }): boolean =>
  rows[left]!.event === rows[right]!.event;

/** Events with more reports than this do not teach in proportion to their many pairs. */
const largeEvent = 6;

/** Weight of each pair of a table: less where one of its articles is of an event with many reports. */
function pairWeights({ rows }: PairTable): (pair: TablePair) => number {
  const reports = new Map<string, number>();
  for (const { event } of rows) reports.set(event!, (reports.get(event!) ?? 0) + 1);
  const reportsOf = (at: number) => reports.get(rows[at]!.event!)!;
  return ({ left, right }) =>
    Math.min(1, Math.sqrt(largeEvent / Math.max(reportsOf(left), reportsOf(right))));
}

/** Fits pair weights on the pairs of which both articles' events pass `take`; those of `running` count for less. */
function fitPairs(tables: readonly PairTable[], take: (event: string) => boolean): LogisticModel {
  const samples = [...tables, running].flatMap((table) => {
    const share = table === running ? runningShare : 1;
    const weight = pairWeights(table);
    return table.pairs
      .filter((pair) => take(table.rows[pair.left]!.event!) && take(table.rows[pair.right]!.event!))
      .filter((pair) => !isAmbiguous(table, pair))
      .map((pair) => ({ pair, label: isMate(table, pair) ? 1 : 0, weight: share * weight(pair) }));
  });
  return fitLogistic(
    samples.map(({ pair }) => pair.values),
    samples.map(({ label }) => label),
    samples.map(({ pair }) => prior(pair.gap)),
    samples.map(({ weight }) => weight),
    pairPenalty,
  );
}

const evidenceOf = (pair: TablePair | undefined, model: LogisticModel): PairEvidence =>
  pair
    ? {
        probability: probability(model, pair),
        cosine: pair.features.cosine,
        localCosine: pair.features.localCosine,
        gapDays: pair.gap,
      }
    : noEvidence;

function decide(table: PairTable, at: number, model: LogisticModel, grouping: Grouping): EventDecision {
  const candidates = table.candidates[at]!;
  const between = (left: number, right: number) => evidenceOf(pairOf(table, left, right), model);
  const decided = decideAmong(
    candidates.map((other) => between(at, other)),
    (left, right) => between(candidates[left]!, candidates[right]!),
    grouping,
  );
  return {
    same: decided.same.map((one) => candidates[one]!),
    ranked: decided.ranked.map((one) => candidates[one]!),
  };
}

const joinValues = (features: GroupFeatures): Float64Array => Float64Array.from(Object.values(features));

interface JoinSample {
  values: Float64Array;
  label: number;
}

/** The joins met while stories of the training topics are formed, with whether they were right. */
function joinSamples(
  tables: readonly PairTable[],
  take: (event: string) => boolean,
  pairs: LogisticModel,
  judge: (features: GroupFeatures) => number,
): JoinSample[] {
  const samples: JoinSample[] = [];
  for (const table of tables) {
    table.rows.forEach((row, at) => {
      if (!take(row.event!)) return;
      const candidates = table.candidates[at]!;
      decide(table, at, pairs, (count, evidence) => {
        // The pool of `decideAmong` is in order of probability; the same order tells which articles joined.
        const order = candidates.map((other) => ({
          other,
          p: evidenceOf(pairOf(table, at, other), pairs).probability,
        }));
        order.sort((left, right) => right.p - left.p);
        const members = [at, ...order.map(({ other }) => other)];
        const watch = (join: PossibleJoin) => {
          let same = 0;
          for (const one of join.left.members) {
            for (const other of join.right.members) {
              const pair = { left: members[one]!, right: members[other]! };
              if (isMate(table, pair)) same++;
              else if (isAmbiguous(table, pair)) same += 0.5;
            }
          }
          const share = same / (join.left.members.length * join.right.members.length);
          if (share > 0.4 && share < 0.6) return;
          samples.push({ values: joinValues(join.features), label: share > 0.5 ? 1 : 0 });
        };
        return agglomerate(count, evidence, { threshold: 0.12, judge, watch });
      });
    });
  }
  return samples;
}

const judgeOf =
  (model: LogisticModel) =>
  (features: GroupFeatures): number =>
    logistic(joinValues(features).reduce((sum, value, at) => sum + value * model.weights[at]!, model.bias));

function fitJoins(tables: readonly PairTable[], take: (event: string) => boolean, pairs: LogisticModel) {
  let judge = (features: GroupFeatures) => logistic(features.meanProbability);
  let model: LogisticModel | null = null;
  for (let round = 0; round < 2; round++) {
    const samples = joinSamples(tables, take, pairs, judge);
    model = fitLogistic(
      samples.map(({ values }) => values),
      samples.map(({ label }) => label),
      samples.map(() => 0),
      samples.map(() => 1),
      groupPenalty,
    );
    judge = judgeOf(model);
  }
  return model!;
}

const files = storeFiles(folder);
const rows = files.flatMap(readRows);
console.log(files.map((file) => basename(file)).join(' '), rows.length);
const main = await pairTable(rows);
const running = await pairTable(readRows(join(folder, runningStories)));
const lone = await pairTable(oneMonth(thinned(rows, 5), 6));
const thin = await pairTable(thinned(rows, 25));
const twins = await pairTable(oneMonth(withTwins(thinned(rows, 35), 0.5, 36), 37));
const small: PairTable[] = [];
for (let number = 0; number < 30; number++) {
  const plain = smallStore(rows, 4 + number * 2, 100 + number);
  const store = number % 6 === 0 ? withTwins(plain, 0.5, number) : plain;
  small.push(await pairTable(number % 2 === 0 ? store : oneMonth(store, 200 + number)));
}
const tables = [main, lone, thin, twins, ...small];
console.log(`${tables.map((table) => table.pairs.length).join(' ')} pairs`);

const everything = () => true;
const wanted = process.argv.includes('--weights') || process.argv.includes('--write');
const pairModel = wanted ? fitPairs(tables, everything) : null;
const joinModel = pairModel ? fitJoins(tables, everything, pairModel) : null;
const pairNames = Object.keys(main.pairs[0]!.features);
const joinNames = Object.keys(groupNames());
if (pairModel && joinModel && process.argv.includes('--weights')) {
  for (const [names, model] of [
    [pairNames, pairModel],
    [joinNames, joinModel],
  ] as const) {
    const order = names.map((_, at) => at);
    order.sort((left, right) => Math.abs(model.standardised[right]!) - Math.abs(model.standardised[left]!));
    for (const at of order)
      console.log(names[at], model.weights[at]!.toFixed(2), model.standardised[at]!.toFixed(2));
    console.log();
  }
}
if (pairModel && joinModel && process.argv.includes('--write')) {
  writeWeights('src/match/data/event-weights.json', pairNames, pairModel, {
    about:
      'Logistic weights of "two articles tell one event", fitted by bench/match/fit-events.ts on the public event benchmark. Sum = bias + weights * features - datePrior * ln(1 + days between publication / 7).',
    datePrior,
    storyThreshold: 0.5,
  });
  writeWeights('src/match/data/group-weights.json', joinNames, joinModel, {
    about:
      'Logistic weights of "two groups of articles are one story", fitted by bench/match/fit-events.ts on the joins met while stories were formed.',
    threshold: joinThreshold,
  });
}

const models = [0, 1].map((held) => {
  const take = (event: string) => fold(event) !== held;
  const pairs = fitPairs(tables, take);
  return { pairs, joins: judgeOf(fitJoins(tables, take, pairs)) };
});

const held = (table: PairTable, threshold: number): EventDecision[] =>
  table.rows.map((row, at) => {
    const { pairs, joins } = models[fold(row.event!)]!;
    return decide(table, at, pairs, (count, evidence) =>
      agglomerate(count, evidence, { threshold, judge: joins }),
    );
  });

for (const threshold of thresholds) {
  for (const [name, table] of Object.entries({ main, lone, thin, twins })) {
    console.log(`${threshold} ${name}`, JSON.stringify(evaluate(table.rows, held(table, threshold))));
  }
  const figures = small.slice(5).map((table) => evaluate(table.rows, held(table, threshold)));
  const mean = (name: 'f1' | 'queryF1' | 'falseAlarm') =>
    (figures.reduce((sum, one) => sum + (one[name] || 0), 0) / figures.length).toFixed(3);
  console.log(`${threshold} small ${mean('f1')} ${mean('queryF1')} alarms ${mean('falseAlarm')}`);
}
console.log('running stories', JSON.stringify(evaluate(running.rows, held(running, joinThreshold))));
if (process.argv.includes('--errors')) printErrors(rows, held(main, joinThreshold));

function groupNames(): GroupFeatures {
  let found: GroupFeatures | null = null;
  agglomerate(2, () => noEvidence, { threshold: 2, watch: ({ features }) => (found = features) });
  return found!;
}
