import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractPage } from '../src/cli/articles';
import type { Article } from '../src/model/article';
import type { CollationView } from '../src/model/library-query';
import type { Result } from '../src/model/result';
import { createService } from '../src/service';
import { memoryStore } from '../src/store';
import { BenchError, type BenchOptions } from './harness/options';
import { scored, scorerBeside } from './harness/scorer';
import { documentId, readSeeds, seedFolder } from './seeds/pages';
import { checkReading, readingTable } from './seeds/reading';
import { predictionOf } from './seeds/rows';

export const summary = 'five real pages on one event, from the HTML to the score';

const clock = (): string => '2024-11-01T12:00:00.000Z';

const value = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new BenchError(`It failed: ${result.failure.code}.`);
};

const line = ({ collation, articles }: CollationView, article: Article): string => {
  const { pages, outlets, voices } = collation.counts;
  const copies = collation.voices
    .filter((voice) => voice.articles.length > 1)
    .map((voice) => voice.articles.map((id) => articles[id]?.outlet.value).join(' = '));
  const verdicts = ['agree', 'differ', 'update']
    .map((verdict) => {
      const rows = collation.comparison.rows.filter((row) => row.verdict === verdict);
      return `${verdict} ${rows.filter(({ certain }) => certain).length} of ${rows.length}`;
    })
    .join('  ');
  return `${article.outlet.value.padEnd(20)}${pages} pages, ${outlets} outlets, ${voices} voices (${copies.join('; ')})  ${verdicts}`;
};

function score(folder: string, file: string, rest: string[]): string {
  const bench = join(folder, '../bench/claims');
  const scorer = existsSync(bench) ? scorerBeside(bench, 'score-claims.mjs') : null;
  if (!scorer) return 'The scorer is not there, so nothing is scored.';
  const misses = rest.includes('--misses') ? ['--misses', '100'] : [];
  return scored(scorer, [join(bench, 'seeds-gold.json'), file, ...misses]);
}

/**
 * Reads the five seed pages, saves each, opens each against the other four, and scores what the popups show.
 * The whole way is the product's own: pages → articles → service → rows. `--given` leaves the matching out, so
 * that what it costs can be told from what comparing costs; `--certain` leaves out the rows that the popup
 * shows as less certain.
 */
export async function run({ data, out, rest }: BenchOptions): Promise<void> {
  const folder = seedFolder(data);
  if (!folder) {
    console.log('The seed pages are not there (../shared/seeds), so this benchmark was skipped.');
    return;
  }
  const seeds = readSeeds(folder);
  const service = createService({ store: memoryStore(), clock });
  const articles = seeds.map(
    (seed) => value(extractPage(join(folder, seed.file), seed.url, clock())).article,
  );
  console.log(readingTable(articles.map((article, index) => checkReading(article, seeds[index]!))));
  for (const article of articles) value(await service.saveArticle(article));
  await service.settled();
  const views: CollationView[] = [];
  for (const article of articles) {
    const others = articles.filter(({ id }) => id !== article.id);
    const collated = rest.includes('--given')
      ? service.collateGiven(article, others)
      : service.collate(article);
    views.push(value(await collated));
  }
  console.log(`\n${views.map((view, index) => line(view, articles[index]!)).join('\n')}\n`);
  const prediction = predictionOf(
    views.map(({ collation }) => collation),
    {
      articles: Object.fromEntries(articles.map((article) => [article.id, article])),
      names: new Map(articles.map((article, index) => [article.id, documentId(seeds[index]!.seed)])),
    },
    rest.includes('--certain'),
  );
  const file = out ?? join(mkdtempSync(join(tmpdir(), 'collate-seeds-')), 'seeds.json');
  writeFileSync(file, `${JSON.stringify(prediction, null, 1)}\n`);
  console.log(score(folder, file, rest));
}
