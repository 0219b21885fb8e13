import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../scripts/browser/chromium';
import { serveSites } from '../scripts/browser/serve';
import { findBrowser } from '../scripts/steps/browsers.mjs';
import { buildGallery, openGallery } from '../test/ui/gallery/pictures';
import { BenchError, type BenchOptions } from './harness/options';
import { readingTimes } from './interface/reading-times';

export const summary =
  'size of the pages, popup usable, opening to rows with 10,000 stored, 40 rows drawn, 10,000 articles scrolled';

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
  console.log(`${what.padEnd(60)} ${value.padStart(12)}   bar ${bar}`);

function sizes(): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  line(
    'popup script, gzipped',
    kilobytes(zipped([...startingFiles(resolve(built, 'popup.js')), resolve(built, 'wake.js')])),
    '60 kB',
  );
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

interface Cost {
  /** Milliseconds the page's main thread computed: independent of what else runs on the machine. */
  computed: number;
  /** Milliseconds that passed. */
  passed: number;
}

/** What something costs the page until its frame is drawn. */
async function costOf(page: Page, act: () => Promise<unknown>): Promise<Cost> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const [before, started] = [await busy(), performance.now()];
  await act();
  const cost = { passed: performance.now() - started, computed: (await busy()) - before };
  await session.detach();
  return cost;
}

/** Reads and compares again in the popup, until the rows stand there and the frame is drawn. */
const readAgain = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    document.querySelector<HTMLElement>('.bar button')?.click();
    do await new Promise((next) => requestAnimationFrame(next));
    while (!document.querySelector('[data-state=ready]'));
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  });

async function costOfReading(page: Page): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round++) costs.push(await costOf(page, () => readAgain(page)));
  return {
    computed: median(costs.map(({ computed }) => computed)),
    passed: median(costs.map(({ passed }) => passed)),
  };
}

async function drawing(executable: string): Promise<void> {
  const gallery = await openGallery(await buildGallery(), executable);
  try {
    const none = await costOfReading(await gallery.open({ page: 'popup', state: 'no-rows' }));
    const forty = await costOfReading(await gallery.open({ page: 'popup', state: 'forty-rows' }));
    line('40 rows drawn, computing', `${(forty.computed - none.computed).toFixed(0)} ms`, '50 ms');
    line(
      '  time that passed, machine as busy as it is',
      `${(forty.passed - none.passed).toFixed(0)} ms`,
      '–',
    );
    const list = await gallery.open({ page: 'options', state: 'ten-thousand', width: 1280 });
    await list.waitForSelector('.card-link');
    const scroll = await costOf(list, () => longestPause(list));
    line(
      '10,000 articles: a step of scrolling, computing',
      `${(scroll.computed / steps).toFixed(1)} ms`,
      '100 ms',
    );
    line('  longest time between two frames', `${(await longestPause(list)).toFixed(0)} ms`, '–');
  } finally {
    await gallery.close();
  }
}

const steps = 120;

/** Scrolls through the whole list, and gives the longest time between two frames. */
const longestPause = (page: Page): Promise<number> =>
  page.evaluate(async (count: number) => {
    const list = document.querySelector('.scroller');
    if (!list) return Number.NaN;
    list.scrollTop = 0;
    let longest = 0;
    let last = performance.now();
    const step = list.scrollHeight / count;
    for (let round = 0; round < count; round++) {
      list.scrollTop += step;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      if (round > 0) longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  }, steps);

const stored = 10_000;

async function reading(): Promise<void> {
  const { started, running, searching } = await readingTimes(built, stored);
  for (const [name, times] of [
    ['background just started', started],
    ['background running', running],
  ] as const) {
    line(`${stored} stored, ${name}: opening to voices`, `${times.voices.toFixed(0)} ms`, '–');
    line('  to the first rows', `${times.rows.toFixed(0)} ms`, '1000 ms');
    line('  to the whole comparison', `${times.whole.toFixed(0)} ms`, '–');
  }
  line(
    'a word typed into their search: longest time between frames',
    `${searching.pause.toFixed(0)} ms`,
    '100 ms',
  );
  line('  from its last letter to the answer', `${searching.answered.toFixed(0)} ms`, '–');
}

export async function run(_options: BenchOptions): Promise<void> {
  if (!existsSync(resolve(built, 'popup.js'))) {
    throw new BenchError('The extension is not built: run "npm run build" first.');
  }
  const executable = findBrowser('chromium');
  if (!executable) throw new BenchError('Chromium was not found: run "npm run setup".');
  sizes();
  await popupTime();
  await reading();
  await drawing(executable);
}
