import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { launchChromium } from '../../scripts/browser/chromium';
import { serveSites } from '../../scripts/browser/serve';

const places = ['Vell', 'Marlow', 'Corvina', 'Harrow', 'Quay', 'Lindt', 'Osten', 'Brack', 'Tiel', 'Norrin'];
const actors = [
  'harbour office',
  'council',
  'ferry company',
  'hospital',
  'ministry',
  'court',
  'union',
  'school board',
];
const acts = ['said', 'announced', 'denied', 'confirmed', 'reported', 'warned'];
const things = [
  'a closure',
  'new fares',
  'the inquiry',
  'flood damage',
  'a strike',
  'the rebuilding',
  'a sale',
  'the budget',
];

/** A number sequence that is the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Fictional articles of about 400 words as JSON lines. */
function writeArticles(path: string, count: number): void {
  const next = sequence(7);
  const pick = (words: string[]) => words[next(words.length)]!;
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const place = pick(places);
    const sentences = Array.from({ length: 24 }, () => {
      const figure = 2 + next(900);
      return `The ${pick(actors)} of ${pick(places)} ${pick(acts)} on ${1 + next(28)} March that ${figure} people in ${place} were affected by ${pick(things)}.`;
    });
    const paragraphs = Array.from({ length: 8 }, (_, at) => sentences.slice(at * 3, at * 3 + 3).join(' '));
    lines.push(
      JSON.stringify({
        headline: `${place}: ${pick(actors)} ${pick(acts)} ${pick(things)} (${index})`,
        text: paragraphs.join('\n\n'),
        address: `https://outlet-${index % 40}.example/${index}`,
        outlet: `Outlet ${index % 40}`,
        published: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`,
        language: 'en',
      }),
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** The same rows put into a bare IndexedDB store in batches of fifty: what the browser itself costs. */
const rawWrite = (page: Page, count: number): Promise<number> =>
  page.evaluate(async (rows) => {
    const open = indexedDB.open('bench-raw', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('articles', { keyPath: 'id' });
    const database = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    const text =
      'The harbour office of Vell said on 3 March that 214 people were affected by the inquiry. '.repeat(24);
    const started = performance.now();
    for (let at = 0; at < rows; at += 50) {
      const transaction = database.transaction('articles', 'readwrite');
      const store = transaction.objectStore('articles');
      for (let index = at; index < Math.min(at + 50, rows); index++)
        store.put({ id: `a${index}`, headline: `Report ${index}`, text });
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
    }
    const taken = performance.now() - started;
    database.close();
    indexedDB.deleteDatabase('bench-raw');
    return taken;
  }, count);

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);

/** Brings a file of articles in through the page in Chromium, as a reader would, and times it beside raw writes. */
export async function importArticles(count: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'collate-import-'));
  const server = await serveSites([]);
  const browser = await launchChromium({ extension: resolve('dist/chrome'), port: server.port });
  try {
    const path = join(folder, 'articles.jsonl');
    writeArticles(path, count);
    const page = await browser.openExtensionPage('options/index.html#/bring-in');
    const raw = await rawWrite(page, count);
    const input = (await page.waitForSelector(
      'input[type=file]:not([webkitdirectory])',
    )) as ElementHandle<HTMLInputElement>;
    const started = Date.now();
    await input.uploadFile(path);
    const heaps: number[] = [];
    let shown = 0;
    for (;;) {
      await new Promise((done) => setTimeout(done, 500));
      const state = await page.evaluate(() => ({
        done: document.querySelector('section.card > .import-report') !== null,
        progress: document.querySelector('progress')?.value ?? null,
        failure: document.querySelector('.notice.problem')?.textContent ?? null,
      }));
      if (state.failure) throw new Error(state.failure);
      if (state.progress !== null) shown += 1;
      heaps.push((await page.metrics()).JSHeapUsedSize ?? 0);
      if (state.done || Date.now() - started > 600_000) break;
    }
    const taken = Date.now() - started;
    const report = await page.$eval('section.card > .import-report p', (line) => line.textContent);
    const middle = heaps.slice(Math.floor(heaps.length / 4));
    return [
      `import of ${count} articles (${megabytes(statSync(path).size)} MB) ${(taken / 1000).toFixed(1)} s: ${report}`,
      `raw IndexedDB write of as many ${(raw / 1000).toFixed(1)} s, ratio ${(taken / raw).toFixed(1)}`,
      `page heap ${megabytes(Math.min(...middle))} to ${megabytes(Math.max(...middle))} MB, progress shown ${shown} times`,
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
