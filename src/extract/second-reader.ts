import type { Result } from '../model/result';
import type { ExtractOptions } from './index';
import { type Extraction, judgePage } from './judge-page';
import { readWithSecondReader } from './reading/second-reader';

/**
 * Extracts the article with Defuddle in place of Readability: for pages whose first result is implausible. The
 * cleaning and the metadata are the same. Fails as `extractArticle` does.
 */
export function extractWithSecondReader(document: Document, options: ExtractOptions): Result<Extraction> {
  const reading = readWithSecondReader(document, options);
  return reading.ok ? judgePage(reading.value, { ...options, reader: 'defuddle' }) : reading;
}
