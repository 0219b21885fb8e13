import { type Article, type ArticleId, wordsOf } from '../model/article';
import type { Comparison, Evidence } from '../model/comparison';

/**
 * The comparison with only what can be proved: every quote and mark is a range of a text at hand. Anything
 * else would be a bug of the comparison; the reader never sees it.
 */
export function proven(comparison: Comparison, articles: Record<ArticleId, Article>): Comparison {
  const stands = ({ quote, marks }: Evidence): boolean => {
    const article = articles[quote.article];
    return (
      article !== undefined &&
      wordsOf(article, quote.part, quote) !== null &&
      marks.every(({ start, end }) => start >= quote.start && end <= quote.end && start < end)
    );
  };
  return {
    ...comparison,
    rows: comparison.rows.filter(
      ({ values }) =>
        values.length > 0 && values.every(({ evidence }) => evidence.length > 0 && evidence.every(stands)),
    ),
    onlyHere: comparison.onlyHere.filter(({ evidence }) => stands(evidence)),
    leftOut: comparison.leftOut.filter(({ evidence }) => evidence.length > 0 && evidence.every(stands)),
  };
}
