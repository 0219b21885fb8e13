import { type Article, type ArticleId, wordsOf } from '../model/article';
import type { Evidence, LeftOut, OnlyHere, Row } from '../model/comparison';

/**
 * Keeps of a comparison only what can be proved: every quote and mark is a range of a text at hand. Anything else would
 * be a bug of the comparison; the reader never sees it.
 */
export function proofFrom(articles: Record<ArticleId, Article>) {
  const stands = ({ quote, marks }: Evidence): boolean => {
    const article = articles[quote.article];
    return (
      article !== undefined &&
      wordsOf(article, quote.part, quote) !== null &&
      marks.every(({ start, end }) => start >= quote.start && end <= quote.end && start < end)
    );
  };
  const allStand = (evidence: Evidence[]): boolean => evidence.length > 0 && evidence.every(stands);
  return {
    rows: (rows: Row[]) =>
      rows.filter(({ values }) => values.length > 0 && values.every(({ evidence }) => allStand(evidence))),
    onlyHere: (items: OnlyHere[]) => items.filter(({ evidence }) => stands(evidence)),
    leftOut: (items: LeftOut[]) => items.filter(({ evidence }) => allStand(evidence)),
  };
}
