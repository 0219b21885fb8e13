import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/steps/browsers.mjs';
import type { PageMark } from '../../src/messages/page-calls';

const source = resolve(import.meta.dirname, '../../src/content/highlight/index.ts');

const article = `<!doctype html><html><head><title>Dam</title></head><body><article><h1>Dam fails</h1>
<p>At least 14 people were killed. About <b>2,300</b> people left.</p><p>Schools reopen on Monday.</p></article></body></html>`;

const mark = (id: string, kind: PageMark['kind'], exact: string, before = '', after = ''): PageMark => ({
  id,
  kind,
  exact,
  before,
  after,
  others: [{ outlet: 'Ostin Herald', words: 'Some 3,100 people left.' }],
});

const toll = mark('toll', 'update', 'At least 14 people were killed.', '', ' About');
const moved = mark('moved', 'differ', 'About 2,300 people left.', 'killed. ', '');
const schools = mark('schools', 'only-here', 'Schools reopen on Monday.');
const gone = mark('gone', 'agree', 'About 2,400 people left.', 'killed. ', '');

let browser: Browser;
let page: Page;
let script: string;

/** Calls the highlighter that stands in the page. */
const act = (words: string): Promise<unknown> =>
  page.evaluate(`(() => { const h = window.highlighter; return ${words}; })()`);

const shown = () =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name.replace('collate-extension-', ''),
        [...ranges].map((range) => (range as Range).toString()),
      ]),
    ),
  );

const card = () => page.evaluate(() => getComputedStyle(document.documentElement, '::after').content);

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: source, formats: ['iife'], name: 'marks' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The page script was not built.');
  script = output.output[0].code;
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium was not found: run "npm run setup".');
  browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
}, 120_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage();
  await page.setContent(article);
  await page.evaluate(`${script}; window.alive = true; window.stop = new AbortController();
    window.highlighter = marks.createHighlighter({ document, signal: window.stop.signal, isAlive: () => window.alive });`);
});

describe('marks in a real page', () => {
  it('are drawn by kind, and what is not there is named', async () => {
    expect(await act(`h.apply(${JSON.stringify([toll, moved, schools, gone])})`)).toEqual({
      found: 3,
      missing: ['gone'],
    });
    expect(await shown()).toEqual({
      update: ['At least 14 people were killed.'],
      differ: ['About 2,300 people left.'],
      'only-here': ['Schools reopen on Monday.'],
      agree: [],
    });
  });

  it('leave the page’s DOM as it was, the card too', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await act(`h.apply(${JSON.stringify([toll, moved])})`);
    await act(`h.show(${JSON.stringify(moved)})`);
    await page.waitForFunction(() =>
      getComputedStyle(document.documentElement, '::after').content.includes('Ostin'),
    );
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('are walked with Alt+N and Alt+P in the order of the page, each with its card', async () => {
    await act(`h.apply(${JSON.stringify([schools, moved, toll])})`);
    const current = async () => (await shown()).current?.[0];
    const press = async (key: 'KeyN' | 'KeyP') => {
      await page.keyboard.down('Alt');
      await page.keyboard.press(key);
      await page.keyboard.up('Alt');
      return current();
    };
    expect(await press('KeyN')).toBe('At least 14 people were killed.');
    expect(await press('KeyN')).toBe('About 2,300 people left.');
    expect(await press('KeyN')).toBe('Schools reopen on Monday.');
    expect(await press('KeyP')).toBe('About 2,300 people left.');
    await page.waitForFunction(() =>
      getComputedStyle(document.documentElement, '::after').content.includes('Differ'),
    );
    expect(await card()).toContain('Some 3,100 people left.');
  });

  it('are walked from beside the page too, and say whether all are there', async () => {
    expect(await act('h.step(0)')).toEqual({ all: false });
    await act(`h.show(${JSON.stringify(moved)})`);
    expect(await act('h.step(0)')).toEqual({ all: false });
    await act(`h.apply(${JSON.stringify([schools, moved, toll])})`);
    expect(await act('h.step(1)')).toEqual({ all: true });
    expect((await shown()).current).toEqual(['At least 14 people were killed.']);
    await act('h.step(-1)');
    expect((await shown()).current).toEqual(['Schools reopen on Monday.']);
    await act('h.step(0)');
    expect((await shown()).current).toEqual(['Schools reopen on Monday.']);
    await page.keyboard.press('Escape');
    expect(await act('h.step(0)')).toEqual({ all: false });
  });

  it('a sentence of several rows is one stop, with one card', async () => {
    const agreed = { ...moved, id: 'moved-too', kind: 'agree' };
    await act(`h.apply(${JSON.stringify([agreed, moved, toll])})`);
    const stops: unknown[] = [];
    for (let step = 0; step < 3; step++) {
      await act('h.step(1)');
      stops.push((await shown()).current?.[0]);
    }
    expect(stops).toEqual([toll.exact, moved.exact, toll.exact]);
    expect((await shown()).agree, 'it is drawn once, as what differs').toEqual([]);
  });

  it.each([
    ['Escape', () => page.keyboard.press('Escape')],
    ['the end of the script', () => act('window.stop.abort()')],
    ['the end of the extension', () => act('(window.alive = false)')],
  ])('go with %s', async (_, end) => {
    await act(`h.apply(${JSON.stringify([toll, moved])})`);
    await end();
    await page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
  });

  it('say when a sentence is no longer there', async () => {
    await act(`h.apply(${JSON.stringify([moved])})`);
    await page.evaluate(() => {
      document.querySelector('b')!.textContent = '2,500';
    });
    expect(await act(`h.show(${JSON.stringify(moved)})`)).toEqual({ found: false });
    expect((await shown()).differ).toEqual([]);
  });

  it('keep the page’s own style sheets', async () => {
    await page.evaluate(() => {
      document.adoptedStyleSheets = [new CSSStyleSheet()];
    });
    await act(`h.apply(${JSON.stringify([toll])})`);
    await act('h.clear()');
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });
});
