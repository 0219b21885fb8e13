import { readFileSync } from 'node:fs';
import { CopyText } from '../../src/match/copies/copy-text';
import { readingOf, sharedRuns } from '../../src/match/copies/shared-passages';
import type { Article } from '../../src/model/article';

interface JudgedPair {
  a: string;
  b: string;
  /** Null where the two have passages in common and neither is a copy of the other. */
  copy: boolean | null;
  by: string;
}

/**
 * In how many judged pairs of two voices shared passages are found: in all that were judged to have some, and in few of
 * those called independent (of which a part, read and not copies, has some all the same).
 */
export function reuseFigures(articles: ReadonlyMap<string, Article>, pairsFile: string): string {
  const counts = new Map<string, { found: number; of: number }>();
  const readings = new Map(
    [...articles].map(([row, article]) => [row, readingOf(article, new CopyText(article))] as const),
  );
  for (const line of readFileSync(pairsFile, 'utf8').split('\n').filter(Boolean)) {
    const { a, b, copy, by } = JSON.parse(line) as JudgedPair;
    const [left, right] = [readings.get(a), readings.get(b)];
    if (copy || !left || !right) continue;
    const kind = copy === null ? 'in part the same' : `independent (${by})`;
    const count = counts.get(kind) ?? { found: 0, of: 0 };
    counts.set(kind, count);
    count.of++;
    if (sharedRuns(left, right).length > 0) count.found++;
  }
  const lines = [...counts].sort().map(([kind, { found, of }]) => `  ${kind}: ${found} of ${of}`);
  return ['== pairs of two voices with shared passages', ...lines].join('\n');
}
