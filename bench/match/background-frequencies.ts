/**
 * Makes src/match/data/background-frequencies.json: in how many articles of the public event benchmark a stem
 * occurs. Counts of words only; no text of any article is kept.
 *
 *   npx tsx bench/match/background-frequencies.ts ../shared/bench/events/dev
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainNumber } from '../../src/match/plain-number';
import { terms } from '../../src/text/words';
import { readRows } from './articles';

const smallest = 8;
const folder = process.argv[2] ?? '../shared/bench/events/dev';
const files = readdirSync(folder).filter((name) => /^(?:ecbplus|fnc|basil|allsides|neus)\.jsonl$/.test(name));
const counts = new Map<string, number>();
let articles = 0;
for (const file of files) {
  for (const row of readRows(join(folder, file))) {
    articles++;
    const stems = new Set(terms(plainNumber(`${row.title ?? ''}\n${row.text}`), 'en'));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
}
const kept = [...counts].filter(([, count]) => count >= smallest);
kept.sort(([left], [right]) => (left < right ? -1 : 1));
const stems = new Map<number, string[]>();
for (const [stem, count] of kept) stems.set(count, [...(stems.get(count) ?? []), stem]);
const table = {
  about:
    'Articles of general English news that use a stem. Counted by bench/match/background-frequencies.ts over the public sets ECB+, FNC-1, BASIL, AllSides and NeuS; stems in fewer articles are left out. Stems are listed under the number of articles that use them.',
  articles,
  smallest,
  stems: Object.fromEntries([...stems].map(([count, used]) => [count, used.join(' ')])),
};
writeFileSync(
  'src/match/data/background-frequencies.json',
  `${JSON.stringify(table).replaceAll(',"', ',\n"')}\n`,
);
console.log(`${kept.length} stems of ${counts.size} from ${articles} articles`);
