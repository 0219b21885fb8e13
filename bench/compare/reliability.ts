/**
 * Prints how often rows were right, by verdict, kind and strength of their evidence: the figures of
 * src/compare/verdict/data/reliability.json and of the table in docs/claims.md.
 *
 *   npm run -s bench -- claims --data GOLD --out PREDICTIONS
 *   npx tsx bench/compare/reliability.ts GOLD PREDICTIONS
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type GoldPair, readGold, scorerRule } from './gold';
import type { Prediction } from './predict';

const [goldFolder, predictionFolder] = process.argv.slice(2);
if (!goldFolder || !predictionFolder) throw new Error('reliability.ts GOLD PREDICTIONS');
const same = await scorerRule(resolve(goldFolder, '../..'));
const strengths = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
const counts = new Map<string, { right: number; all: number }[]>();
for (const name of readdirSync(goldFolder)) {
  const gold = readGold(join(goldFolder, name));
  const prediction = JSON.parse(readFileSync(join(predictionFolder, name), 'utf8')) as Prediction;
  for (const row of prediction.rows) {
    const any = (list: string[], text: string): boolean => list.some((each) => same(each, text));
    const matches = ({ docA, docB, sentencesA, sentencesB }: GoldPair): boolean =>
      (docA === row.docA &&
        docB === row.docB &&
        any(sentencesA, row.sentenceA) &&
        any(sentencesB, row.sentenceB)) ||
      (docA === row.docB &&
        docB === row.docA &&
        any(sentencesA, row.sentenceB) &&
        any(sentencesB, row.sentenceA));
    const pairs = gold.pairs.filter(matches);
    const isRight = pairs.some(({ verdict }) => verdict === row.verdict);
    if (!isRight && pairs.some(({ alsoOk }) => alsoOk?.includes(row.verdict))) continue;
    const key = `${row.verdict} ${row.kind}`;
    const bins = counts.get(key) ?? strengths.map(() => ({ right: 0, all: 0 }));
    counts.set(key, bins);
    const bin = bins[strengths.findLastIndex((from) => row.strength >= from)]!;
    bin.all += 1;
    if (isRight) bin.right += 1;
  }
}
for (const [key, bins] of [...counts].sort()) {
  const cells = bins.flatMap(({ right, all }, at) => (all ? [`from ${strengths[at]}: ${right}/${all}`] : []));
  console.log(`${key.padEnd(20)} ${cells.join('  ')}`);
}
