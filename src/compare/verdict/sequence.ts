import type { Article } from '../../model/article';
import type { Quantity } from '../../model/claim';
import type { PairContext } from './rows';

/** When an article was published, to the minute when the source says so. */
export const publishedAt = (article: Article): string | null =>
  article.published?.value.instant ?? article.published?.value.day ?? null;

/** Which article is later, or null when it cannot be told: a day against an instant of that day says nothing. */
export function laterArticle(a: Article, b: Article): 'a' | 'b' | null {
  const left = publishedAt(a);
  const right = publishedAt(b);
  if (left === null || right === null) return null;
  const precision = Math.min(left.length, right.length);
  const x = left.slice(0, precision);
  const y = right.slice(0, precision);
  if (x === y) return null;
  return x > y ? 'a' : 'b';
}

/** Days between the publication of two articles, 0 when one has no date. */
export function daysApart(a: Article, b: Article): number {
  const left = a.published?.value.day;
  const right = b.published?.value.day;
  return left && right ? Math.abs(Date.parse(left) - Date.parse(right)) / 86_400_000 : 0;
}

/**
 * Whether one of two different values is the later state of a quantity that only grows (tolls, troops sent):
 * the later report has more. Null when it is a conflict or the order is not known.
 */
export function isLater(
  context: PairContext,
  a: Quantity,
  b: Quantity,
  growsOnly: boolean,
): 'a' | 'b' | null {
  const later = laterArticle(context.a.article, context.b.article);
  if (later === null || !growsOnly) return null;
  const larger = a.low > b.low ? 'a' : 'b';
  return larger === later ? later : null;
}
