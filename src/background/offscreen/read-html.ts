import { type Extraction, extractArticle } from '../../extract';
import { betterOf, isImplausible } from '../../extract/implausible';
import { extractWithSecondReader } from '../../extract/second-reader';
import type { CaptureMethod } from '../../model/article';
import type { Result } from '../../model/result';

/** Where HTML came from. */
export interface HtmlSource {
  address: string;
  capturedAt: string;
  how: CaptureMethod;
}

/**
 * Reads the article of fetched or imported HTML. The document is inert: nothing in it is loaded or run. Needs a
 * DOM, so in Chrome only the offscreen page may call it.
 */
export function readHtml(html: string, { address, capturedAt, how }: HtmlSource): Result<Extraction> {
  const parse = (): Document => new DOMParser().parseFromString(html, 'text/html');
  const first = extractArticle(parse(), { address, capturedAt, how });
  if (!isImplausible(first)) return first;
  return betterOf(first, extractWithSecondReader(parse(), { address, capturedAt, how }));
}
