import { existsSync, readFileSync } from 'node:fs';
import { analyse } from '../../src/compare/claims';
import { benchArticle } from './bench-article';

const wordsPerArticle = 1000;

/** Texts of about 1,000 words, joined from neighbouring articles of a file of the event data. */
function texts(path: string): string[] {
  const found: string[] = [];
  let current: string[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    for (const paragraph of String(JSON.parse(line).text).split(/\n+/)) {
      current.push(paragraph);
      if (current.join(' ').split(/\s+/).length < wordsPerArticle) continue;
      found.push(current.join('\n\n'));
      current = [];
    }
    if (found.length >= 60) break;
  }
  return found;
}

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** Prints how long the claims of a 1,000-word article and of a 200,000-word text take. */
export function printAnalysisTime(path = '../shared/bench/events/dev/ecbplus.jsonl'): void {
  if (!existsSync(path)) {
    console.log(`No texts at ${path}: speed is not measured.`);
    return;
  }
  const articles = texts(path).map((text) => benchArticle(text, { day: '2013-07-03' }));
  for (const article of articles.slice(0, 20)) analyse(article);
  const wall: number[] = [];
  const cpu = process.cpuUsage();
  for (const article of articles) {
    const start = performance.now();
    analyse(article);
    wall.push(performance.now() - start);
  }
  const used = process.cpuUsage(cpu).user / 1000 / articles.length;
  console.log(
    `claims of ${wordsPerArticle} words (${articles.length} texts, warm): median ${quantile(wall, 0.5).toFixed(1)} ms, p95 ${quantile(wall, 0.95).toFixed(1)} ms, CPU ${used.toFixed(1)} ms each`,
  );
  const long = benchArticle(
    articles
      .map(({ text }) => text)
      .join('\n\n')
      .repeat(4),
    { day: '2013-07-03' },
  );
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const analysis = analyse(long);
  const grown = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(
    `a text of ${long.wordCount} words: ${(performance.now() - start).toFixed(0)} ms, read up to character ${analysis.analysedUntil}, ${analysis.claims.length} claims, heap +${grown.toFixed(0)} MB before collection`,
  );
}
