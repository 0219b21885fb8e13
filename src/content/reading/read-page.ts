import { feedLinks } from '../../extract/feeds';
import { type PageSnapshot, type ReadOptions, readAround, readPage } from '../../extract/reading';
import { identify } from '../../model/identity';
import { fail, ok, type Result } from '../../model/result';
import type { PageContent, ReaderWay } from '../protocol';
import { parsed, settled } from './settled';
import { headIsStale, withoutHeadFacts } from './stale-head';
import { isShown } from './visibility';

/** The second reader, when its own script was put into the page. */
export type SecondReader = (document: Document, options: ReadOptions) => Result<PageSnapshot>;

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
  /** What the page's article would be known by. */
  id: string;
  /** The words that were taken for the article's. */
  words: string;
}

const wordsOf = ({ blocks, found }: PageSnapshot): string =>
  found.map((index) => blocks[index]?.text ?? '').join('\n');

const idOf = ({ address, declared }: PageSnapshot): string => identify(address, declared.canonical).id;

export const lastReading = ({ page, tabAddress }: PageContent): LastReading => ({
  address: tabAddress,
  id: idOf(page),
  words: wordsOf(page),
});

/** Whether the body is still the one read last, under the address of another article. */
function isOldBody(page: PageSnapshot, last: LastReading): boolean {
  return last.words !== '' && idOf(page) !== last.id && wordsOf(page) === last.words;
}

/** Whether two addresses name one page: tracking parameters taken off by a script are no navigation. */
const samePage = (one: string, other: string): boolean => identify(one, null).id === identify(other, null).id;

function unreadable(document: Document): Result<never> | null {
  const type = document.contentType;
  if (type === 'application/pdf') return fail('page-is-pdf');
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return fail('not-an-article-page', { type });
  return null;
}

function read(page: LivePage, way: ReaderWay, selectedText: string): Result<PageSnapshot> {
  const address = page.address();
  const stale = headIsStale(page.document, page.loadedAddress, address);
  // Elements of a copy have no style to ask for.
  const document = stale ? withoutHeadFacts(page.document) : page.document;
  const options: ReadOptions = { address, ...(stale ? {} : { isVisible: isShown }) };
  if (way === 'selection') return readAround(document, selectedText, options);
  if (way === 'readability') return readPage(document, options);
  const second = page.secondReader();
  return second ? second(document, options) : fail('page-not-ready');
}

/**
 * Reads the live page for its article. The address is stamped before and after: a page that changed under way
 * fails with 'page-changed', and so does one whose address is new while its body is still the old article's.
 */
export async function readLivePage(
  page: LivePage,
  way: ReaderWay,
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
  const selectedText = way === 'selection' ? page.selectedText() : '';
  const snapshot = read(page, way, selectedText);
  if (page.address() !== before) return fail('page-changed');
  if (!snapshot.ok) return snapshot;
  if (last && way !== 'selection' && isOldBody(snapshot.value, last)) return fail('page-changed');
  const feeds = feedLinks(page.document, before);
  const loading = page.document.readyState === 'loading';
  return ok({ page: snapshot.value, way, selectedText, tabAddress: before, feeds, loading });
}
