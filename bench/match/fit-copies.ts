/**
 * Fits src/match/data/copy-weights.json on the public copy benchmark and prints a two-fold cross-validation by group,
 * by pairs and by the groups formed of them.
 *
 *   npx tsx bench/match/fit-copies.ts ../shared/bench/events/dev [--errors] [--weights] [--write]
 */
import { withoutDigests } from '../../src/match/copies/copy-groups';
import { copyThreshold } from '../../src/match/copies/copy-score';
import { textGroups } from '../../src/match/copies/text-groups';
import { type CopyPair, type CopyStore, naturalStore, syntheticStore } from './copy-samples';
import { fitLogistic, type LogisticModel } from './logistic';
import { writeWeights } from './weights';

interface Sample {
  values: Float64Array;
  copy: number;
  group: string;
  weight: number;
}

const penalty = 1;
/** Real pairs are few and say more than generated ones, rewrites by hand more than those by rule. */
const naturalWeight = 8;
const handWeight = 5;

const folder = process.argv[2] ?? '../shared/bench/events/dev';
const stores = { natural: naturalStore(folder), synthetic: syntheticStore(folder) };

const fold = (group: string): number => {
  let hash = 7;
  for (const letter of group) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (hash >>> 3) & 1;
};

const valuesOf = (pair: CopyPair): Float64Array => Float64Array.from(Object.values(pair.link.features));

const samplesOf = (store: CopyStore): Sample[] =>
  store.pairs.flatMap((pair) => {
    const copy = store.gold(pair.left, pair.right);
    if (copy === null) return [];
    const byHand = store.kindOf(pair.left, pair.right).includes('handrewrite');
    return {
      values: valuesOf(pair),
      copy: copy ? 1 : 0,
      group: store.groupOf(store.rows[pair.left]!),
      weight: store === stores.natural ? naturalWeight : byHand ? handWeight : 1,
    };
  });

const fit = (samples: Sample[]): LogisticModel =>
  fitLogistic(
    samples.map(({ values }) => values),
    samples.map(({ copy }) => copy),
    samples.map(() => 0),
    samples.map(({ weight }) => weight),
    penalty,
  );

const probability = (model: LogisticModel, values: Float64Array): number => {
  let sum = model.bias;
  for (let at = 0; at < values.length; at++) sum += values[at]! * model.weights[at]!;
  return 1 / (1 + Math.exp(-sum));
};

/** Pairs that end in one group, by `left * rows.length + right`. */
function grouped(store: CopyStore, probabilities: readonly number[]): Set<number> {
  const count = store.rows.length;
  const scored = store.pairs.map((pair, at) => ({ ...pair, probability: probabilities[at]! }));
  const kept = new Map(
    withoutDigests(count, scored).map((pair) => [pair.left * count + pair.right, pair.probability]),
  );
  const groups = textGroups(
    store.lengths,
    (left, right) => kept.get(Math.min(left, right) * count + Math.max(left, right)) ?? 0,
    copyThreshold,
  );
  const found = new Set<number>();
  for (const members of groups) {
    for (const left of members)
      for (const right of members) if (left < right) found.add(left * count + right);
  }
  return found;
}

/** Counts what was said against the gold; `name` prints the wrong ones by kind. */
function score(store: CopyStore, said: (left: number, right: number) => boolean, name: string | null) {
  const counts = { right: 0, wrong: 0, missed: 0 };
  const hand = { found: 0, of: 0 };
  const kinds = new Map<string, number>();
  for (let left = 0; left < store.rows.length; left++) {
    for (let right = left + 1; right < store.rows.length; right++) {
      const gold = store.gold(left, right);
      if (gold === null) continue;
      const yes = said(left, right);
      if (gold && yes) counts.right++;
      else if (gold) counts.missed++;
      else if (yes) counts.wrong++;
      const kind = store.kindOf(left, right);
      if (gold && kind.includes('handrewrite')) {
        hand.of++;
        if (yes) hand.found++;
      }
      if (gold === yes || !name) continue;
      const error = `${gold ? 'missed' : 'wrong'} ${name} ${kind}`;
      kinds.set(error, (kinds.get(error) ?? 0) + 1);
      if (store === stores.natural) console.log(error, store.rows[left]!.id, store.rows[right]!.id);
    }
  }
  const f1 = (2 * counts.right) / (2 * counts.right + counts.wrong + counts.missed);
  for (const [error, number] of [...kinds].sort((left, right) => right[1] - left[1]))
    console.log(number, error);
  return `F1 ${f1.toFixed(4)} ${JSON.stringify(counts)}${hand.of ? ` rewritten by hand ${hand.found} of ${hand.of}` : ''}`;
}

const samples = Object.values(stores).flatMap(samplesOf);
const names = Object.keys(stores.natural.pairs[0]!.link.features);
console.log(`${samples.length} pairs, ${samples.filter((sample) => sample.copy).length} copies`);
const models = [0, 1].map((held) => fit(samples.filter((sample) => fold(sample.group) !== held)));
const errors = process.argv.includes('--errors');
for (const [name, store] of Object.entries(stores)) {
  const count = store.rows.length;
  const probabilities = store.pairs.map((pair) =>
    probability(models[fold(store.groupOf(store.rows[pair.left]!))]!, valuesOf(pair)),
  );
  const likely = new Set(
    store.pairs
      .filter((_, at) => probabilities[at]! >= copyThreshold)
      .map((pair) => pair.left * count + pair.right),
  );
  console.log(
    `${name} pairs `,
    score(store, (left, right) => likely.has(left * count + right), null),
  );
  const together = grouped(store, probabilities);
  const said = (left: number, right: number) => together.has(left * count + right);
  console.log(`${name} groups`, score(store, said, errors ? name : null));
}
const whole = fit(samples);
if (process.argv.includes('--weights')) {
  names.forEach((name, at) => {
    console.log(name, whole.weights[at]!.toFixed(2), whole.standardised[at]!.toFixed(2));
  });
}
if (process.argv.includes('--write')) {
  writeWeights('src/match/data/copy-weights.json', names, whole, {
    about:
      'Logistic weights of copy detection, fitted by bench/match/fit-copies.ts on the public copy benchmark.',
    threshold: 0.5,
  });
}
