/**
 * Fits "only here" and "left out" on the labelled events and prints both on events they were not fitted on: by
 * sentence, and as they are shown (each event predicted with alignment and models fitted on the others).
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
import { predictEvent } from './predict';

function report(name: string, examples: readonly Labelled[], facts: number | null): void {
  const scored: { score: number; label: 0 | 1; facts: string[] }[] = [];
  for (const event of new Set(examples.map((example) => example.event))) {
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
const { only, out } = absenceExamples(files, alignment, scorer.same);
const omissions = files.reduce((sum, file) => sum + readGold(file).omissions.length, 0);
report('only here', only, null);
report('left out', out, omissions);
if (files.length > 1) {
  const shown = files.map((file) => {
    const gold = readGold(file);
    alignWithout(gold.id, alignment);
    judgeWithout(gold.id, { only, out });
    return scorer.scoreOne(gold, predictEvent(readEvents(file)[0]!, { analyse }));
  });
  console.log('as shown, each event held out in turn');
  for (const event of shown) console.log(`  ${event.id.padEnd(26)} ${scorer.line(event)}`);
  console.log(`  ${'all'.padEnd(26)} ${scorer.line(scorer.sum(shown))}`);
}
if (words.includes('--write')) {
  const table = {
    onlyHere: rounded(tableOf(onlyHereFeatures, fitAbsence(only))),
    leftOut: rounded(tableOf(leftOutFeatures, fitAbsence(out))),
  };
  const target = resolve(import.meta.dirname, '../../src/compare/across/data/absence.json');
  writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
}
