import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { launchChromium } from '../../scripts/browser/chromium';
import { serveSites } from '../../scripts/browser/serve';

/** Bytes of one row: an article with a picture inside its HTML, as reading lists export them. */
const rowBytes = 250_000;

/** JSON lines of so many bytes, every hundredth row broken. Gives the number of rows. */
function writeFile(path: string, bytes: number): { rows: number; broken: number } {
  const file = openSync(path, 'w');
  const picture = 'iVBORw0KGgo'.repeat(rowBytes / 11);
  let written = 0;
  let rows = 0;
  let broken = 0;
  while (written < bytes) {
    rows += 1;
    const content = `<p>The harbour office of Vell counted ${rows} ships on Tuesday, it said.</p><img src="data:image/png;base64,${picture}"><p>The weather was calm, and the quay was busy all week long.</p>`;
    const row = JSON.stringify({
      title: `Harbour report ${rows}`,
      url: `https://vell.example/${rows}`,
      content,
    });
    const isBroken = rows % 100 === 0;
    if (isBroken) broken += 1;
    written += writeSync(file, `${isBroken ? row.slice(0, -20) : row}\n`);
  }
  closeSync(file);
  return { rows, broken };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

/** Brings a file of so many megabytes in through the page in Chromium and watches its memory and progress. */
export async function importLargeFile(size: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'collate-large-'));
  const server = await serveSites([]);
  const browser = await launchChromium({ extension: resolve('dist/chrome'), port: server.port });
  try {
    const path = join(folder, 'reading-list.jsonl');
    const { rows, broken } = writeFile(path, size * 1_048_576);
    const page = await browser.openExtensionPage('options/index.html#/bring-in');
    const input = await page.waitForSelector('input[type=file]:not([webkitdirectory])');
    const started = Date.now();
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    const heaps: number[] = [];
    const shares: number[] = [];
    for (;;) {
      await new Promise((done) => setTimeout(done, 500));
      const state = await page.evaluate(() => ({
        done: document.querySelector('section.card > .import-report')?.textContent ?? null,
        share: document.querySelector('progress')?.value ?? null,
      }));
      if (state.share !== null) shares.push(state.share);
      heaps.push((await page.metrics()).JSHeapUsedSize ?? 0);
      if (state.done !== null) {
        const isRising = shares.every((share, index) => index === 0 || share >= shares[index - 1]!);
        return [
          `file of ${size} MB, ${rows} rows, ${broken} of them broken: ${((Date.now() - started) / 1000).toFixed(0)} s`,
          `page heap at most ${megabytes(Math.max(...heaps))} MB, progress shown ${shares.length} times, ${isRising ? 'always rising' : 'NOT rising'}`,
          state.done.slice(0, 200),
        ];
      }
      if (Date.now() - started > 900_000) throw new Error('The import did not end within 15 minutes.');
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
