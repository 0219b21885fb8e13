import type { Article, CutReason } from '../model/article';
import type { Result } from '../model/result';

/** Reasons that say the page has more text than the reader found. A paywall or a further page is none of them. */
const missed: CutReason[] = ['shorter-than-declared'];

/**
 * Whether a first result calls for the second reader: nothing was found, or next to nothing, or far less than the
 * page itself declares. What stands behind a paywall no reader finds.
 */
export function isImplausible(first: Result<{ article: Article }>): boolean {
  if (!first.ok) return first.failure.code === 'no-article' || first.failure.code === 'text-too-short';
  const { state, reasons } = first.value.article.completeness;
  if (reasons.includes('paywall-notice')) return false;
  return state === 'headline-only' || reasons.some((reason) => missed.includes(reason));
}

/** By how much the second reader's text must be longer to be taken instead of a first one. */
const leastGain = 1.3;

/** The second reader's result where it found an article and the first did not, or clearly more of it. */
export function betterOf<Value extends { article: Article }>(
  first: Result<Value>,
  second: Result<Value>,
): Result<Value> {
  if (!second.ok) return first;
  if (!first.ok) return second;
  const longer = second.value.article.wordCount >= leastGain * first.value.article.wordCount;
  return longer && !isImplausible(second) ? second : first;
}
