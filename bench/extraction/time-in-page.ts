import { Readability } from '@mozilla/readability';
import { isShown } from '../../src/content/reading/visibility';
import { judgePage } from '../../src/extract/judge-page';
import { readPage } from '../../src/extract/reading';

/** The message between page and worker, which browsers send as JSON. */
let message = '';

/** What is measured beside ours: Readability as its documentation shows it. */
export function readability(): void {
  new Readability(document.cloneNode(true) as Document).parse();
}

/** What the page pays. */
export function reading(): void {
  message = JSON.stringify(readPage(document, { address: location.href, isVisible: isShown }));
}

/** What the worker pays. */
export function judging(): void {
  const read = JSON.parse(message) as ReturnType<typeof readPage>;
  if (read.ok) judgePage(read.value, { capturedAt: '2025-01-01T00:00:00.000Z' });
}
