import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../scripts/browser/chromium';
import { serveSites } from '../scripts/browser/serve';
import { findBrowser } from '../scripts/steps/browsers.mjs';
import { buildGallery, openGallery } from '../test/ui/gallery/pictures';
import { BenchError, type BenchOptions } from './harness/options';

export const summary =
  'size of the pages, time until the popup can be used, 40 rows drawn, 10,000 articles scrolled';

const built = resolve(import.meta.dirname, '../dist/chrome');
const rounds = 15;

/** Files a script cannot start without: itself and what it imports statically, transitively. */
function startingFiles(entry: string, known = new Set<string>()): Set<string> {
  if (known.has(entry)) return known;
  known.add(entry);
  const source = readFileSync(entry, 'utf8');
  for (const match of source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
    startingFiles(resolve(dirname(entry), match[1] ?? ''), known);
  }
  return known;
}

/** As `startingFiles`, with everything that is loaded later too. */
function allFiles(entry: string, known = new Set<string>()): Set<string> {
  for (const file of startingFiles(entry)) {
    if (known.has(file)) continue;
    known.add(file);
    for (const match of readFileSync(file, 'utf8').matchAll(/import\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
      allFiles(resolve(dirname(file), match[1] ?? ''), known);
    }
  }
  return known;
}

const zipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const line = (what: string, value: string, bar: string): void =>
  console.log(`${what.padEnd(52)} ${value.padStart(12)}   bar ${bar}`);

function sizes(): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  line('popup script, gzipped', kilobytes(zipped(startingFiles(resolve(built, 'popup.js')))), '60 kB');
  line(
    'options script at start, gzipped',
    kilobytes(zipped(startingFiles(resolve(built, 'options.js')))),
    '120 kB',
  );
  line(
    'options with every page and language, gzipped',
    kilobytes(zipped(allFiles(resolve(built, 'options.js')))),
    '–',
  );
}

/** Notes when the popup's buttons first stand in the document. */
const noteFirstDraw = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[data-state] button')) return;
      watch.disconnect();
      (globalThis as { drawn?: number }).drawn = performance.now();
    });
    watch.observe(document, { childList: true, subtree: true });
  });

async function popupTime(): Promise<void> {
  const server = await serveSites([]);
  const browser = await launchChromium({ extension: built, port: server.port });
  try {
    const page = await browser.openExtensionPage('popup/index.html');
    await noteFirstDraw(page);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.reload();
      await page.waitForFunction(() => (globalThis as { drawn?: number }).drawn !== undefined);
      times.push(await page.evaluate(() => (globalThis as { drawn?: number }).drawn ?? Number.NaN));
    }
    line(`popup can be used after (median of ${rounds})`, `${median(times).toFixed(0)} ms`, '150 ms');
    line('  slowest of them', `${Math.max(...times).toFixed(0)} ms`, '–');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** From the comparison's arrival to the frame that shows its rows. */
const noteRows = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    let arrived = 0;
    const watch = new MutationObserver(() => {
      const state = document.querySelector<HTMLElement>('[data-state]')?.dataset['state'];
      if (state === 'comparing') arrived ||= performance.now();
      if (state !== 'ready') return;
      watch.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          (globalThis as { rowsDrawn?: number }).rowsDrawn = performance.now() - arrived;
        }),
      );
    });
    watch.observe(document, { childList: true, subtree: true, attributes: true });
  });

async function drawing(executable: string): Promise<void> {
  const gallery = await openGallery(await buildGallery(), executable);
  try {
    const page = await gallery.open({ page: 'popup', state: 'forty-rows' });
    await noteRows(page);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.reload();
      await page.waitForFunction(() => (globalThis as { rowsDrawn?: number }).rowsDrawn !== undefined);
      times.push(await page.evaluate(() => (globalThis as { rowsDrawn?: number }).rowsDrawn ?? Number.NaN));
    }
    line(`40 rows drawn (median of ${rounds})`, `${median(times).toFixed(0)} ms`, '50 ms');
    const list = await gallery.open({ page: 'options', state: 'ten-thousand', width: 1280 });
    line('10,000 articles scrolled, longest pause', `${(await longestPause(list)).toFixed(0)} ms`, '100 ms');
  } finally {
    await gallery.close();
  }
}

/** Scrolls through the whole list, and gives the longest time between two frames. */
const longestPause = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const list = document.querySelector('.scroller');
    if (!list) return Number.NaN;
    let longest = 0;
    let last = performance.now();
    const step = list.scrollHeight / 120;
    for (let round = 0; round < 120; round++) {
      list.scrollTop += step;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      if (round > 0) longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });

export async function run(_options: BenchOptions): Promise<void> {
  if (!existsSync(resolve(built, 'popup.js'))) {
    throw new BenchError('The extension is not built: run "npm run build" first.');
  }
  const executable = findBrowser('chromium');
  if (!executable) throw new BenchError('Chromium was not found: run "npm run setup".');
  sizes();
  await popupTime();
  await drawing(executable);
}
