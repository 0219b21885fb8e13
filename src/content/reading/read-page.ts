import {
  articleFromSelection,
  type Extraction,
  type ExtractOptions,
  extractArticle,
  feedLinks,
} from '../../extract';
import type { ArticleId } from '../../model/article';
import { identify } from '../../model/identity';
import { fail, ok, type Result } from '../../model/result';
import type { PageContent, ReaderWay } from '../protocol';
import { parsed, settled } from './settled';
import { headIsStale, withoutHeadFacts } from './stale-head';
import { isShown } from './visibility';

/** The second reader, when its own script was put into the page. */
export type SecondReader = (document: Document, options: ExtractOptions) => Result<Extraction>;

/** What of the live page the reading needs; passed in so that it can be told from outside in tests. */
export interface LivePage {
  document: Document;
  /** The present address, asked anew each time. */
  address: () => string;
  /** The address the document was loaded from; it stays when the page navigates within itself. */
  loadedAddress: string;
  selectedText: () => string;
  secondReader: () => SecondReader | undefined;
}

/** What was read last in this document, to know an old body under a new address. */
export interface LastReading {
  address: string;
  id: ArticleId;
  text: string;
}

/** Whether two addresses name one page: tracking parameters taken off by a script are no navigation. */
const samePage = (one: string, other: string): boolean => identify(one, null).id === identify(other, null).id;

function unreadable(document: Document): Result<never> | null {
  const type = document.contentType;
  if (type === 'application/pdf') return fail('page-is-pdf');
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return fail('not-an-article-page', { type });
  return null;
}

function extract(page: LivePage, way: ReaderWay, capturedAt: string): Result<Extraction> {
  const address = page.address();
  const stale = headIsStale(page.document, page.loadedAddress, address);
  // Elements of a copy have no style to ask for.
  const document = stale ? withoutHeadFacts(page.document) : page.document;
  const options: ExtractOptions = {
    address,
    capturedAt,
    how: 'page',
    ...(stale ? {} : { isVisible: isShown }),
  };
  if (way === 'selection') return articleFromSelection(document, page.selectedText(), options);
  if (way === 'readability') return extractArticle(document, options);
  const second = page.secondReader();
  return second ? second(document, options) : fail('page-not-ready');
}

/**
 * Reads the article of the live page. The address is stamped before and after: a page that changed under way
 * fails with 'page-changed', and so does one whose address is new while its body is still the old article's.
 */
export async function readLivePage(
  page: LivePage,
  way: ReaderWay,
  capturedAt: string,
  last: LastReading | null,
  signal: AbortSignal,
): Promise<Result<PageContent>> {
  const refused = unreadable(page.document);
  if (refused) return refused;
  const before = page.address();
  await parsed(page.document, signal);
  const navigated = !samePage(before, last?.address ?? page.loadedAddress);
  if (navigated) await settled(page.document, signal);
  if (signal.aborted) return fail('cancelled');
  const extraction = extract(page, way, capturedAt);
  if (page.address() !== before) return fail('page-changed');
  if (!extraction.ok) return extraction;
  const { article, removed } = extraction.value;
  if (last && way !== 'selection' && article.id !== last.id && article.text === last.text)
    return fail('page-changed');
  return ok({ article, removed, tabAddress: before, feeds: feedLinks(page.document, before) });
}
