/**
 * Fits "only here" and "left out" on the labelled events and prints both on events they were not fitted on.
 *
 *   npx tsx bench/compare/fit-absence.ts ../shared/bench/claims/dev/events-gold [more files] [--write]
 *
 * The scores of an event's sentences come from alignment weights fitted on the other events: from the weights in
 * use, fitted on all of them, they would look better than they are on news nobody labelled.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../../src/compare';
import { leftOutFeatures, onlyHereFeatures, onlyHereValues } from '../../src/compare/across/absence';
import { Coverage } from '../../src/compare/across/coverage';
import { leftOutEvidence } from '../../src/compare/across/left-out-limits';
import { surroundingsOf } from '../../src/compare/across/only-here';
import alignmentWeights from '../../src/compare/align/data/weights.json';
import { featureNames } from '../../src/compare/align/features';
import { profileOf } from '../../src/compare/align/profile';
import { rarityOf } from '../../src/compare/align/rarity';
import { articleOf, readEvents } from './documents';
import { type AlignmentExample, examplesOf as alignmentExamplesOf, fitWeights } from './fit-alignment';
import { type GoldEvent, readGold, scorerRule } from './gold';
import { averagePrecision, fitLogistic, predict } from './logistic';

interface Labelled {
  event: string;
  features: number[];
  label: 0 | 1;
  weight: number;
  facts: string[];
}

type Same = (left: string, right: string) => boolean;

function examplesOf(path: string, gold: GoldEvent, same: Same): { only: Labelled[]; out: Labelled[] } {
  const isCopy = (id: string): boolean => gold.docs.find((doc) => doc.id === id)?.duplicateOf !== undefined;
  const voices = readEvents(path)[0]!
    .documents.filter(({ id }) => !isCopy(id))
    .map((document) => {
      const article = articleOf(document);
      return { voice: document.id, profile: profileOf({ article, analysis: analyse(article) }) };
    });
  const rarity = rarityOf(voices.map(({ profile }) => profile));
  const known = new Map<string, Coverage>();
  for (const a of voices) {
    for (const b of voices)
      if (a !== b) known.set(`${a.voice}|${b.voice}`, new Coverage(a.profile, b.profile, rarity));
  }
  const only: Labelled[] = [];
  const out: Labelled[] = [];
  for (const voice of voices) {
    const doc = gold.docs.find(({ id }) => id === voice.voice)!;
    const rest = voices.filter((other) => other !== voice);
    voice.profile.sentences.forEach((sentence) => {
      if (sentence.part === 'headline' || sentence.roots.length < 3) return;
      if (!doc.sentences.some(({ text }) => same(text, sentence.text))) return;
      const by = (other: string) => known.get(`${voice.voice}|${other}`)!;
      const alone = gold.onlyHere.some((each) => each.doc === doc.id && same(each.sentence, sentence.text));
      const coverage = rest.map((other) => by(other.voice));
      const values = onlyHereValues(
        sentence,
        coverage.map((voice) => voice.whole(sentence)),
        surroundingsOf(sentence, voice.profile, coverage),
      );
      const common = { event: gold.id, weight: 1 };
      only.push({
        ...common,
        features: onlyHereFeatures.map((name) => values[name]),
        label: alone ? 1 : 0,
        facts: [],
      });
      for (const subject of rest) {
        const others = rest.filter((other) => other !== subject);
        const facts = gold.omissions
          .filter(({ doc: lacking }) => lacking === subject.voice)
          .filter(({ reportedBy }) =>
            reportedBy.some((by) => by.sentences.some((text) => same(text, sentence.text))),
          )
          .map(({ fact }) => `${gold.id}|${subject.voice}|${fact}`);
        const evidence = leftOutEvidence({
          sentence,
          subject: subject.profile,
          here: by(subject.voice),
          there: others.map((other) => by(other.voice)),
          rarity,
        });
        if (!evidence) continue;
        out.push({
          ...common,
          features: leftOutFeatures.map((name) => evidence.values[name]),
          label: facts.length > 0 ? 1 : 0,
          facts,
        });
      }
    });
  }
  return { only, out };
}

const penalty = 2;

function report(name: string, examples: readonly Labelled[], facts: number | null): void {
  const scored: { score: number; label: 0 | 1; facts: string[] }[] = [];
  for (const event of new Set(examples.map((example) => example.event))) {
    const weights = fitLogistic(
      examples.filter((example) => example.event !== event),
      penalty,
    );
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

function tableOf(names: readonly string[], examples: readonly Labelled[]): Record<string, number> {
  const weights = fitLogistic(examples, penalty);
  const round = (value: number): number => Number(value.toFixed(3));
  return Object.fromEntries([...names, 'bias'].map((name, at) => [name, round(weights[at]!)]));
}

const words = process.argv.slice(2);
const files = words
  .filter((word) => !word.startsWith('--'))
  .flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.json'))
          .map((name) => join(path, name))
      : [path],
  );
const same = await scorerRule(resolve(files[0]!, files[0]!.includes('events-gold') ? '../../..' : '..'));

/** Sets the weights of the aligner, in this process alone, to those fitted without an event. */
function alignWithout(event: string, examples: readonly AlignmentExample[]): void {
  const weights = fitWeights(examples.filter((example) => example.event !== event));
  const table: Record<string, number> = alignmentWeights;
  [...featureNames, 'bias'].forEach((name, at) => {
    table[name] = weights[at]!;
  });
}

const alignment = files.flatMap((file) => alignmentExamplesOf(file, analyse, same));
const only: Labelled[] = [];
const out: Labelled[] = [];
let omissions = 0;
for (const file of files) {
  const gold = readGold(file);
  omissions += gold.omissions.length;
  if (files.length > 1) alignWithout(gold.id, alignment);
  const examples = examplesOf(file, gold, same);
  only.push(...examples.only);
  out.push(...examples.out);
}
report('only here', only, null);
report('left out', out, omissions);
if (words.includes('--write')) {
  const table = { onlyHere: tableOf(onlyHereFeatures, only), leftOut: tableOf(leftOutFeatures, out) };
  const target = resolve(import.meta.dirname, '../../src/compare/across/data/absence.json');
  writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
}
