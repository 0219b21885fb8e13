import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { newsstandPages, pagesToSave, pageToRead } from '../../sample/newsstand';
import { launchChromium } from '../../scripts/browser/chromium';
import { openLibrary } from '../../scripts/browser/library';
import { save, settle } from '../../scripts/browser/popup';
import { serveSites } from '../../scripts/browser/serve';
import { type SearchTimes, searchTimes } from './searching';

/** Milliseconds from the opening of the popup until something stands in it. */
export interface ReadingTimes {
  voices: number;
  rows: number;
  whole: number;
}

const rounds = 7;

/** The script that fills the library, as one piece to be run in a page of the extension. */
async function fillScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'fill-library.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [script] = 'output' in built ? built.output : [];
  return script?.type === 'chunk' ? script.code : '';
}

/** Has every popup note when voices and rows first stand in it, and when all does, since it began to open. */
const noteTimes = (popup: Page): Promise<unknown> =>
  popup.evaluateOnNewDocument(() => {
    const seen: Record<string, number> = {};
    (globalThis as unknown as { seen: Record<string, number> }).seen = seen;
    const watch = new MutationObserver(() => {
      if (document.querySelector('.coverage')) seen.voices ??= performance.now();
      if (document.querySelector('[data-row-id]')) seen.rows ??= performance.now();
      if (!document.querySelector('[data-state=ready]')) return;
      seen.whole ??= performance.now();
      watch.disconnect();
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  });

/** Opens the popup anew, and waits for all it has to say. */
async function timesOfOpening(popup: Page): Promise<ReadingTimes> {
  await popup.reload();
  await popup.waitForFunction(
    () => (globalThis as unknown as { seen: Record<string, number> }).seen.whole !== undefined,
  );
  return popup.evaluate(() => (globalThis as unknown as { seen: ReadingTimes }).seen);
}

/** What a popup asks once the comparison stands would wake the background that was just ended. */
const untilNothingIsAsked = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_000));

const median = (values: number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

const medians = (times: ReadingTimes[]): ReadingTimes => ({
  voices: median(times.map(({ voices }) => voices)),
  rows: median(times.map(({ rows }) => rows)),
  whole: median(times.map(({ whole }) => whole)),
});

/**
 * Reads the sixth report of the sample newsstand over a library that holds the other five and so many invented
 * articles, in the built extension: with a background just started each time, and with one that goes on running. And
 * searches that library.
 */
export async function readingTimes(
  extension: string,
  articles: number,
): Promise<{ started: ReadingTimes; running: ReadingTimes; searching: SearchTimes }> {
  const server = await serveSites(newsstandPages());
  const browser = await launchChromium({ extension, port: server.port });
  try {
    for (const { address } of pagesToSave) {
      const page = await browser.open(address);
      const popup = await browser.clickToolbar(page);
      await save(popup);
      await popup.close();
      await page.close();
    }
    const page = await browser.openExtensionPage('options/index.html#/settings');
    await page.evaluate(await fillScript());
    await browser.killBackground();
    await page.evaluate(
      (count) => (globalThis as unknown as { fillLibrary(count: number): Promise<void> }).fillLibrary(count),
      articles,
    );
    await page.close();
    await browser.killBackground();
    const library = await openLibrary(browser, '#/library');
    await library.waitForSelector('.card-link');
    const searching = await searchTimes(library);
    await library.close();
    const clicked = await browser.clickToolbar(await browser.open(pageToRead.address));
    await settle(clicked);
    const tabId = await clicked.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
    await clicked.close();
    // The click has permitted reading the tab; the popup's page can be opened anew as often as need be.
    const popup = await browser.openExtensionPage(`popup/index.html?tabId=${tabId}`);
    await noteTimes(popup);
    const started: ReadingTimes[] = [];
    const running: ReadingTimes[] = [];
    for (let round = 0; round < rounds; round++) {
      running.push(await timesOfOpening(popup));
      await untilNothingIsAsked();
      await browser.killBackground();
      started.push(await timesOfOpening(popup));
      await untilNothingIsAsked();
    }
    return { started: medians(started), running: medians(running), searching };
  } finally {
    await browser.close();
    await server.close();
  }
}
