import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decideStory, MatchIndex, memoryBlobs } from '../src/match';
import type { Article } from '../src/model/article';
import { scored, scorerBeside } from './harness/scorer';
import { articleOf, readRows, storeFiles } from './match/articles';

/** Predictions in the benchmark's format; ids are those of the rows. */
interface EventPredictions {
  events: Record<string, { ranked: string[]; same: string[] }>;
}

/** Runs the product's own way over one store: index, candidates, decision. */
async function predict(articles: Map<string, Article>): Promise<EventPredictions> {
  const rowOf = new Map([...articles].map(([row, article]) => [article.id, row]));
  const byId = new Map([...articles.values()].map((article) => [article.id, article]));
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles.values());
  await index.settled();
  const statistics = await index.statistics();
  const predictions: EventPredictions = { events: {} };
  let done = 0;
  for (const [row, article] of articles) {
    const found = await index.candidates(article);
    const candidates = found.map(({ id }) => byId.get(id)!);
    const { same, later, ranked } = decideStory(article, candidates, { statistics });
    predictions.events[row] = {
      ranked: ranked.map((one) => rowOf.get(one.article)!),
      // The benchmark's events go on for weeks: what the product shows as "later in this story" belongs to them.
      same: [...same, ...later.filter((match) => match.score >= 0.5)].map(
        (match) => rowOf.get(match.article)!,
      ),
    };
    if (++done % 200 === 0) process.stderr.write(`\r${done} of ${articles.size} articles`);
  }
  process.stderr.write('\n');
  return predictions;
}

/** One line for the list of benchmarks. */
export const summary = 'same-event matching: every article of a folder or file as a query against the others';

/**
 * `npm run -s bench -- events --data PATH [--out FILE]`: every article of the JSONL files as a query against the
 * others. Prints the scorer's figures when the rows carry gold.
 */
export async function run(options: {
  data: string | null;
  out: string | null;
  rest: string[];
}): Promise<void> {
  const path = options.data ?? '../shared/bench/events/dev';
  if (!existsSync(path)) {
    console.log(`There is nothing at ${path}; name a folder or file with --data.`);
    return;
  }
  const files = storeFiles(path);
  const rows = files.flatMap(readRows);
  console.log(`${rows.length} articles from ${files.map((file) => basename(file)).join(', ')}`);
  const predictions = await predict(new Map(rows.map((row) => [row.id, articleOf(row)])));
  const out = options.out ?? join(mkdtempSync(join(tmpdir(), 'collate-events-')), 'predictions.json');
  writeFileSync(out, JSON.stringify(predictions));
  const scorer = scorerBeside(path, 'score.mjs');
  if (!scorer || !rows.some((row) => row.event)) {
    console.log(`Predictions are in ${out}; there is no gold to score them by.`);
    return;
  }
  process.stdout.write(scored(scorer, [...files, out, ...options.rest]));
}
