/**
 * Fits "only here" and "left out" on the labelled events and prints both on events they were not fitted on: by
 * sentence, and as they are shown (each event predicted with alignment and models fitted on the others). The further
 * events, whose facts are in `data/told-facts.json`, are fitted on too; their articles lie beside the labelled ones.
 *
 *   npx tsx bench/compare/fit-absence.ts ../shared/bench/claims/dev/events-gold [more files] [--write]
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyse } from '../../src/compare';
import { leftOutFeatures, onlyHereFeatures } from '../../src/compare/across/absence';
import {
  absenceExamples,
  alignmentExamples,
  alignWithout,
  fitAbsence,
  judgeWithout,
  type Labelled,
  tableOf,
} from './absence-examples';
import { readEvents } from './documents';
import { eventFiles, readGold, scorerOf } from './gold';
import { averagePrecision, predict } from './logistic';
import { predictEvent, withLessCertain } from './predict';
import { type LabelledEvent, readToldFacts } from './told-facts';

function report(
  name: string,
  examples: readonly Labelled[],
  events: ReadonlySet<string>,
  facts: number | null,
): void {
  const scored: { score: number; label: 0 | 1; facts: string[] }[] = [];
  for (const event of events) {
    const weights = fitAbsence(examples.filter((example) => example.event !== event));
    for (const example of examples.filter((each) => each.event === event)) {
      scored.push({ score: predict(weights, example.features), label: example.label, facts: example.facts });
    }
  }
  console.log(`${name}, each event held out in turn: AP ${averagePrecision(scored).toFixed(3)}`);
  const positives = scored.filter(({ label }) => label === 1).length;
  for (const threshold of [0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8]) {
    const taken = scored.filter(({ score }) => score >= threshold);
    const right = taken.filter(({ label }) => label === 1).length;
    const found = facts ? new Set(taken.flatMap((each) => each.facts)).size / facts : right / positives;
    console.log(
      `  from ${threshold}  precision ${(right / taken.length).toFixed(3)}  recall ${found.toFixed(3)}`,
    );
  }
}

const rounded = (table: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, Number(value.toFixed(3))]));

const words = process.argv.slice(2);
const files = eventFiles(words.filter((word) => !word.startsWith('--')));
const scorer = await scorerOf(files[0]!);
const alignment = alignmentExamples(files, scorer.same);
const labelled: LabelledEvent[] = files.map((file) => ({
  event: readEvents(file)[0]!,
  gold: readGold(file),
  weight: 1,
}));
const further = readToldFacts(files[0]!);
if (further.length === 0)
  console.log('The articles of the further events do not lie beside the labelled ones.');
const examples = absenceExamples([...labelled, ...further], alignment, scorer.same);

/** How one group of events fares when each of them is held out of all that is fitted. */
function judge(group: string, events: readonly LabelledEvent[]): void {
  const ids = new Set(events.map(({ gold }) => gold.id));
  const omissions = events.reduce((sum, { gold }) => sum + gold.omissions.length, 0);
  report(`only here, ${group}`, examples.only, ids, null);
  report(`left out, ${group}`, examples.out, ids, omissions);
  const predicted = events.map(({ event, gold }) => {
    alignWithout(gold.id, alignment);
    judgeWithout(gold.id, examples);
    return { gold, prediction: predictEvent(event, { analyse }) };
  });
  const shown = predicted.map(({ gold, prediction }) => scorer.scoreOne(gold, prediction));
  const all = predicted.map(({ gold, prediction }) => scorer.scoreOne(gold, withLessCertain(prediction)));
  console.log(`as shown, ${group}, each event held out in turn`);
  for (const event of shown) console.log(`  ${event.id.padEnd(26)} ${scorer.line(event)}`);
  console.log(`  ${'shown first'.padEnd(26)} ${scorer.line(scorer.sum(shown))}`);
  console.log(`  ${'with less certain ones'.padEnd(26)} ${scorer.line(scorer.sum(all))}`);
}

judge('labelled events', labelled);
if (further.length > 0) judge('further events', further);
if (words.includes('--write')) {
  const table = {
    onlyHere: rounded(tableOf(onlyHereFeatures, fitAbsence(examples.only))),
    leftOut: rounded(tableOf(leftOutFeatures, fitAbsence(examples.out))),
  };
  const target = resolve(import.meta.dirname, '../../src/compare/across/data/absence.json');
  writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
}
