import { Readability } from '@mozilla/readability';
import { extractArticle } from '../../src/extract/index';

const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** As the content script asks: an element without a box is not seen. */
const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** Best time in ms of each reader over some rounds, in turn, so that both meet the same page and the same noise. */
export function measure(rounds: number): { readability: number; extraction: number } {
  let readability = Number.POSITIVE_INFINITY;
  let extraction = Number.POSITIVE_INFINITY;
  const options = { address: location.href, capturedAt: '2025-01-01T00:00:00.000Z', isVisible };
  for (let round = 0; round < rounds; round++) {
    const alone = time(() => new Readability(document.cloneNode(true) as Document).parse());
    const whole = time(() => extractArticle(document, options));
    readability = Math.min(readability, alone);
    extraction = Math.min(extraction, whole);
  }
  return { readability, extraction };
}
