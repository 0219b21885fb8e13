import { Readability } from '@mozilla/readability';
import { isShown } from '../../src/content/reading/visibility';
import { judgePage } from '../../src/extract/judge-page';
import { readPage } from '../../src/extract/reading';

/** Milliseconds of each part. `extraction` is all of ours: reading, handing over, judging. */
export interface Times {
  readability: number;
  reading: number;
  judging: number;
  extraction: number;
}

const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const readability = (): number => time(() => new Readability(document.cloneNode(true) as Document).parse());

/** What the page pays, then what the worker pays, with the message between them, which browsers send as JSON. */
function extraction(): Omit<Times, 'readability'> {
  let message = '';
  const reading = time(() => {
    message = JSON.stringify(readPage(document, { address: location.href, isVisible: isShown }));
  });
  const judging = time(() => {
    const read = JSON.parse(message) as ReturnType<typeof readPage>;
    if (read.ok) judgePage(read.value, { capturedAt: '2025-01-01T00:00:00.000Z' });
  });
  return { reading, judging, extraction: reading + judging };
}

/** One run of one of the two, when the script has just been put into the page and nothing is compiled. */
export const measureFirst = (which: 'readability' | 'extraction'): Partial<Times> =>
  which === 'readability' ? { readability: readability() } : extraction();

/** The best of several rounds. The readers take turns, so that both meet the same page and the same noise. */
export function measureBest(rounds: number): Times {
  const best: Times = { readability: 1e9, reading: 1e9, judging: 1e9, extraction: 1e9 };
  for (let round = 0; round < rounds; round++) {
    const times: Times = { readability: readability(), ...extraction() };
    for (const name of Object.keys(best) as (keyof Times)[]) best[name] = Math.min(best[name], times[name]);
  }
  return best;
}
