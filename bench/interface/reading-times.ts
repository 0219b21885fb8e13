import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { newsstandPages, pagesToSave, pageToRead } from '../../sample/newsstand';
import { launchChromium } from '../../scripts/browser/chromium';
import { save, settle } from '../../scripts/browser/popup';
import { serveSites } from '../../scripts/browser/serve';

/** Milliseconds from the reader's click until something stands in the popup. */
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

/** Clicks "Read again" and notes when voices and rows first stand in the popup, and when all does. */
async function timesOfReading(popup: Page): Promise<ReadingTimes> {
  await popup.evaluate(() => {
    const kept = globalThis as unknown as { seen: Record<string, number>; begun: number };
    kept.seen = {};
    const watch = new MutationObserver(() => {
      const passed = performance.now() - kept.begun;
      const state = document.querySelector<HTMLElement>('[data-state]')?.dataset.state;
      if (state === 'reading') kept.seen.reading ??= passed;
      if (!kept.seen.reading || state === 'reading') return;
      if (document.querySelector('.coverage')) kept.seen.voices ??= passed;
      if (document.querySelector('[data-row-id]')) kept.seen.rows ??= passed;
      if (state !== 'ready') return;
      kept.seen.whole ??= passed;
      watch.disconnect();
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    kept.begun = performance.now();
    document.querySelector<HTMLElement>('.bar button')?.click();
  });
  await popup.waitForFunction(() => {
    const { seen } = globalThis as unknown as { seen: Record<string, number> };
    return seen.whole !== undefined;
  });
  return popup.evaluate(() => (globalThis as unknown as { seen: ReadingTimes }).seen);
}

const median = (values: number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

const medians = (times: ReadingTimes[]): ReadingTimes => ({
  voices: median(times.map(({ voices }) => voices)),
  rows: median(times.map(({ rows }) => rows)),
  whole: median(times.map(({ whole }) => whole)),
});

/**
 * Reads the sixth report of the sample newsstand over a library that holds the other five and so many invented
 * articles, in the built extension: with a background just started each time, and with one that goes on running.
 */
export async function readingTimes(
  extension: string,
  articles: number,
): Promise<{ started: ReadingTimes; running: ReadingTimes }> {
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
    const popup = await browser.clickToolbar(await browser.open(pageToRead.address));
    await settle(popup);
    const started: ReadingTimes[] = [];
    const running: ReadingTimes[] = [];
    for (let round = 0; round < rounds; round++) {
      running.push(await timesOfReading(popup));
      await browser.killBackground();
      started.push(await timesOfReading(popup));
    }
    return { started: medians(started), running: medians(running) };
  } finally {
    await browser.close();
    await server.close();
  }
}
