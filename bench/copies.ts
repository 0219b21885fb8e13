import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collapseVoices, decideStory, MatchIndex, memoryBlobs } from '../src/match';
import type { Article } from '../src/model/article';
import { scored, scorerBeside } from './harness/scorer';
import { articleOf, readRows, storeFiles } from './match/articles';
import { reuseFigures } from './match/reuse-figures';

/** Copies among one file's articles, found as the product finds them: candidates, story, voices. */
async function predict(articles: Map<string, Article>): Promise<{ copies: [string, string][] }> {
  const rowOf = new Map([...articles].map(([row, article]) => [article.id, row]));
  const byId = new Map([...articles.values()].map((article) => [article.id, article]));
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles.values());
  await index.settled();
  const statistics = await index.statistics();
  const found = new Map<string, [string, string]>();
  let done = 0;
  for (const article of articles.values()) {
    const candidates = (await index.candidates(article)).map(({ id }) => byId.get(id)!);
    const decision = decideStory(article, candidates, { statistics });
    const same = [...decision.same, ...decision.later].map((match) => byId.get(match.article)!);
    const others = decision.elsewhere.map((id) => byId.get(id)!);
    const [own] = collapseVoices([article, ...same], undefined, others);
    for (const id of own?.articles ?? []) {
      if (id === article.id) continue;
      const pair = [rowOf.get(article.id)!, rowOf.get(id)!].sort() as [string, string];
      found.set(pair.join(' '), pair);
    }
    if (++done % 100 === 0) process.stderr.write(`\r${done} of ${articles.size} articles`);
  }
  process.stderr.write('\n');
  return { copies: [...found.values()] };
}

/** One line for the list of benchmarks. */
export const summary = 'copies of one text: FILE.jsonl, with FILE.pairs.jsonl beside it if pairs were judged';

/**
 * `npm run -s bench -- copies --data FILE.jsonl [--out FILE]`: which articles of the file carry one text. A
 * `FILE.pairs.jsonl` beside it is taken for the judged pairs.
 */
export async function run(options: {
  data: string | null;
  out: string | null;
  rest: string[];
}): Promise<void> {
  const path = options.data ?? '../shared/bench/events/dev/copies-synthetic.jsonl';
  if (!existsSync(path)) {
    console.log(`There is nothing at ${path}; name a file with --data.`);
    return;
  }
  const [file] = storeFiles(path);
  if (!file) throw new Error(`There is no JSONL file at ${path}.`);
  const rows = readRows(file);
  const articles = new Map(rows.map((row) => [row.id, articleOf(row)]));
  const predictions = await predict(articles);
  const out = options.out ?? join(mkdtempSync(join(tmpdir(), 'collate-copies-')), 'predictions.json');
  writeFileSync(out, JSON.stringify(predictions));
  console.log(`${rows.length} articles, ${predictions.copies.length} pairs of copies`);
  const scorer = scorerBeside(file, 'score.mjs');
  const pairs = file.replace(/\.jsonl$/, '.pairs.jsonl');
  const gold = existsSync(pairs) ? ['--pairs', pairs] : [];
  if (!scorer || (gold.length === 0 && !rows.some((row) => 'copy_group' in row))) {
    console.log(`Predictions are in ${out}; there is no gold to score them by.`);
    return;
  }
  process.stdout.write(scored(scorer, [file, out, ...gold, ...options.rest]));
  if (gold.length > 0) console.log(reuseFigures(articles, pairs));
}
