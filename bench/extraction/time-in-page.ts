import { Readability } from '@mozilla/readability';
import { extractArticle } from '../../src/extract/index';

const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** As the content script asks: an element without a box is not seen. */
const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

export interface Times {
  readability: number;
  extraction: number;
}

/**
 * Times in ms of each reader: the first round, when the script has just been put into the page and nothing is
 * compiled, and the best of all rounds. The readers take turns, so that both meet the same page and the same noise.
 */
export function measure(rounds: number): { first: Times; best: Times } {
  const all: Times[] = [];
  const options = { address: location.href, capturedAt: '2025-01-01T00:00:00.000Z', isVisible };
  for (let round = 0; round < rounds; round++) {
    const readability = time(() => new Readability(document.cloneNode(true) as Document).parse());
    const extraction = time(() => extractArticle(document, options));
    all.push({ readability, extraction });
  }
  const least = (name: keyof Times): number => Math.min(...all.map((times) => times[name]));
  const first = all[0] ?? { readability: 0, extraction: 0 };
  return { first, best: { readability: least('readability'), extraction: least('extraction') } };
}
