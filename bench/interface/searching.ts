import type { Page } from 'puppeteer-core';

export interface SearchTimes {
  /** Longest time between two frames while somebody types, in milliseconds. */
  pause: number;
  /** From the last letter to the answer in the list. */
  answered: number;
}

/** Types the first word of the first headline into the library's search, a letter at a time. */
export async function searchTimes(library: Page): Promise<SearchTimes> {
  const word = await library.$eval('.card-link', (link) => link.textContent?.trim().split(/\s/)[0] ?? '');
  const total = await library.$eval('.library [role=status]', (status) => status.textContent ?? '');
  await library.evaluate(() => {
    const watched = {
      longest: 0,
      last: performance.now(),
      running: true,
      look(now: number) {
        watched.longest = Math.max(watched.longest, now - watched.last);
        watched.last = now;
        if (watched.running) requestAnimationFrame(watched.look);
      },
    };
    (globalThis as { watched?: typeof watched }).watched = watched;
    requestAnimationFrame(watched.look);
  });
  await library.type('#search', word, { delay: 90 });
  const typed = performance.now();
  await library.waitForFunction(
    (before) => document.querySelector('.library [role=status]')?.textContent !== before,
    {},
    total,
  );
  const answered = performance.now() - typed;
  const pause = await library.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: { longest: number; running: boolean } };
    watched.running = false;
    return watched.longest;
  });
  return { pause, answered };
}
