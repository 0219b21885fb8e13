/**
 * Fits "only here" and "left out" on the labelled events and prints both on events they were not fitted on.
 *
 *   npx tsx bench/compare/fit-absence.ts ../shared/bench/claims/dev/events-gold [more files] [--write]
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../../src/compare';
import {
  leftOutFeatures,
  leftOutValues,
  onlyHereFeatures,
  onlyHereValues,
} from '../../src/compare/across/absence';
import { Coverage } from '../../src/compare/across/coverage';
import { lackingOf, missingFrom } from '../../src/compare/across/missing';
import { profileOf } from '../../src/compare/align/profile';
import { rarityOf } from '../../src/compare/align/rarity';
import { articleOf, readEvents } from './documents';
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
      const values = onlyHereValues(
        sentence,
        voice.profile,
        rest.map((other) => by(other.voice).whole(sentence)),
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
        const missing = missingFrom(
          sentence,
          lackingOf(sentence, subject.profile, rarity),
          others.map((other) => by(other.voice)),
        );
        const left = leftOutValues(
          sentence,
          voice.profile,
          by(subject.voice).whole(sentence),
          others.map((other) => by(other.voice).whole(sentence)),
          missing,
        );
        out.push({
          ...common,
          features: leftOutFeatures.map((name) => left[name]),
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
const only: Labelled[] = [];
const out: Labelled[] = [];
let omissions = 0;
for (const file of files) {
  const gold = readGold(file);
  omissions += gold.omissions.length;
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
