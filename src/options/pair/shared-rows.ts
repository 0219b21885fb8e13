import type { ArticleId } from '../../model/article';
import { type Telling, withoutRepeats } from '../../model/repeats';
import type { ProvenRow } from '../../ui/proof';

/**
 * Rows that quote both of two articles: what links a sentence on the left with one on the right. Rows that only a third
 * article tells apart are one row here.
 */
export function sharedRows(rows: readonly ProvenRow[], left: ArticleId, right: ArticleId): ProvenRow[] {
  const between = ({ row, values }: ProvenRow): Telling => ({
    ...row,
    values: values.map(({ value, quotes }) => ({
      value,
      evidence: quotes
        .filter(({ article }) => article.id === left || article.id === right)
        .map(({ evidence }) => evidence),
    })),
  });
  const shared = rows.filter(({ row, values }) => {
    const quoted = new Set(values.flatMap(({ quotes }) => quotes.map(({ article }) => article.id)));
    return row.certain && quoted.has(left) && quoted.has(right);
  });
  return withoutRepeats(shared, between);
}
