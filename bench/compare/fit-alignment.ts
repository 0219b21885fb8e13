/**
 * Fits the weights of the aligner on hand-labelled events and prints how it does on events it was not fitted on.
 *
 *   npx tsx bench/compare/fit-alignment.ts ../shared/bench/claims/dev/events-gold [more files] [--write]
 *
 * An example is a pair of sentences of two documents; it is positive when the gold names a fact both state
 * (agreeing or not), left out when they are merely related. Seen through the best pair of their clauses as well, as
 * in multiple-instance learning, pairs came out worse on events held out: average precision .780 against .800.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../../src/compare';
import { alignSentences } from '../../src/compare/align/align';
import { featureNames } from '../../src/compare/align/features';
import { type AnalysedArticle, profileOf } from '../../src/compare/align/profile';
import { rarityOf } from '../../src/compare/align/rarity';
import type { Article } from '../../src/model/article';
import type { Analysis } from '../../src/model/claim';
import { articleOf, readEvents } from './documents';
import { type GoldEvent, readGold, scorerRule } from './gold';
import { averagePrecision, type Example, fitLogistic, predict } from './logistic';

export interface AlignmentExample extends Example {
  event: string;
  texts: [string, string];
}

function labelOf(
  gold: GoldEvent,
  docA: string,
  docB: string,
  a: string,
  b: string,
  same: (left: string, right: string) => boolean,
): 0 | 1 | null {
  const any = (list: string[], text: string): boolean => list.some((each) => same(each, text));
  let related = false;
  for (const pair of gold.pairs) {
    const hit =
      pair.docA === docA && pair.docB === docB
        ? any(pair.sentencesA, a) && any(pair.sentencesB, b)
        : pair.docA === docB && pair.docB === docA && any(pair.sentencesA, b) && any(pair.sentencesB, a);
    if (hit && pair.verdict !== 'related') return 1;
    if (hit) related = true;
  }
  return related ? null : 0;
}

export function examplesOf(
  path: string,
  analyse: (article: Article) => Analysis,
  same: (left: string, right: string) => boolean,
): AlignmentExample[] {
  const gold = readGold(path);
  const [event] = readEvents(path);
  const kept = event!.documents.filter(({ id }) => !gold.docs.find((doc) => doc.id === id)?.duplicateOf);
  const articles: AnalysedArticle[] = kept.map((document) => {
    const article = articleOf(document);
    return { article, analysis: analyse(article) };
  });
  const profiles = articles.map(profileOf);
  const rarity = rarityOf(profiles);
  const examples: AlignmentExample[] = [];
  for (let left = 0; left < kept.length; left += 1) {
    for (let right = left + 1; right < kept.length; right += 1) {
      const docA = gold.docs.find((doc) => doc.id === kept[left]!.id)!;
      const docB = gold.docs.find((doc) => doc.id === kept[right]!.id)!;
      if (docA.voice === docB.voice) continue;
      for (const pair of alignSentences(profiles[left]!, profiles[right]!, rarity)) {
        const known = (doc: typeof docA, text: string): boolean =>
          doc.sentences.some((sentence) => same(sentence.text, text));
        if (!known(docA, pair.a.text) || !known(docB, pair.b.text)) continue;
        const label = labelOf(gold, docA.id, docB.id, pair.a.text, pair.b.text, same);
        if (label === null) continue;
        examples.push({
          event: gold.id,
          features: featureNames.map((name) => pair.features[name]),
          label,
          weight: 1,
          texts: [pair.a.text, pair.b.text],
        });
      }
    }
  }
  return examples;
}

const penalty = 1;

export const fitWeights = (examples: readonly AlignmentExample[]): number[] => fitLogistic(examples, penalty);

export async function fitAlignment(paths: string[], analyse: (article: Article) => Analysis, write: boolean) {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.json'))
          .map((name) => join(path, name))
      : [path],
  );
  const folder = resolve(files[0]!, files[0]!.includes('events-gold') ? '../../..' : '..');
  const same = await scorerRule(folder);
  const all = files.flatMap((file) => examplesOf(file, analyse, same));
  const events = [...new Set(all.map(({ event }) => event))];
  const scored: { score: number; label: 0 | 1; event: string; texts: [string, string] }[] = [];
  for (const event of events) {
    const weights = fitWeights(all.filter((example) => example.event !== event));
    const held = all
      .filter((example) => example.event === event)
      .map((example) => ({ ...example, score: predict(weights, example.features) }));
    scored.push(...held);
    const positives = held.filter(({ label }) => label === 1).length;
    console.log(`${event.padEnd(28)} AP ${averagePrecision(held).toFixed(3)}  ${positives}/${held.length}`);
  }
  console.log(`all, each event held out in turn: AP ${averagePrecision(scored).toFixed(3)}`);
  const positives = scored.filter(({ label }) => label === 1).length;
  for (const threshold of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const taken = scored.filter(({ score }) => score >= threshold);
    const right = taken.filter(({ label }) => label === 1).length;
    console.log(
      `  from ${threshold}  precision ${(right / taken.length).toFixed(3)}  recall ${(right / positives).toFixed(3)}  rows ${taken.length}`,
    );
  }
  const weights = fitWeights(all);
  const table: Record<string, number> = {};
  featureNames.forEach((name, at) => {
    table[name] = Number(weights[at]!.toFixed(3));
  });
  table.bias = Number(weights[featureNames.length]!.toFixed(3));
  console.log(JSON.stringify(table));
  if (write) {
    const target = resolve(import.meta.dirname, '../../src/compare/align/data/weights.json');
    writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
  }
  return scored;
}

if (process.argv[1] === import.meta.filename) {
  const words = process.argv.slice(2);
  const paths = words.filter((word) => !word.startsWith('--'));
  await fitAlignment(paths, analyse, words.includes('--write'));
}
