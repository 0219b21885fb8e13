import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsstandPages, pagesToSave } from '../../sample/newsstand';
import {
  exportArchive,
  headlinesIn,
  openLibrary,
  press,
  waitForArticles,
} from '../../scripts/browser/library';
import { look, save } from '../../scripts/browser/popup';
import { kinds, openSetting, type Setting } from './harness';

const kept = pagesToSave.slice(0, 3);

describe.each(kinds)('the library in %s', (kind) => {
  let setting: Setting;
  let archive = '';
  const folder = mkdtempSync(join(tmpdir(), 'collate-library-'));

  beforeAll(async () => {
    setting = await openSetting(kind, newsstandPages());
    for (const { address } of kept) {
      const page = await setting.browser.open(address);
      const popup = await setting.browser.clickToolbar(page);
      await save(popup);
      await popup.close();
      await page.close();
    }
  }, 90_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await setting?.close();
  });

  test('lists what was saved and finds it by its words', async () => {
    const page = await openLibrary(setting.browser, '#/library');
    await waitForArticles(page, kept.length);
    await page.type('input[type="search"], .search input, input', 'grain exports');
    await waitForArticles(page, 1);
    expect(await headlinesIn(page)).toEqual(['Railway shares slide after Varnhaven derailment']);
    await page.close();
  });

  test('opens a saved copy as plain text', async () => {
    const page = await openLibrary(setting.browser, '#/library');
    await waitForArticles(page, kept.length);
    await press(page, 'Railway shares slide after Varnhaven derailment');
    await page.waitForFunction(() =>
      document.body.textContent?.includes('11 vessels were waiting at anchor'),
    );
    await page.close();
  });

  test('says that a page is saved already, and when', async () => {
    const page = await setting.browser.open(kept[0]!.address);
    const popup = await setting.browser.clickToolbar(page);
    await look(popup);
    expect(await popup.$eval('.save .saved', (node) => node.textContent)).toMatch(/^Saved .*\d/);
    await popup.close();
    await page.close();
  });

  test('deletes with a way back', async () => {
    const page = await openLibrary(setting.browser, '#/library');
    await waitForArticles(page, kept.length);
    const before = await headlinesIn(page);
    await page.$$eval('.card-row input[type="checkbox"]', (boxes) => (boxes[0] as HTMLElement).click());
    await press(page, 'Delete');
    await waitForArticles(page, kept.length - 1);
    await press(page, 'Undo');
    await waitForArticles(page, kept.length);
    expect(await headlinesIn(page)).toEqual(before);
    await page.close();
  });

  test('exports everything as one archive', async () => {
    const page = await openLibrary(setting.browser, '#/archive');
    archive = await exportArchive(page);
    expect(JSON.parse(archive).records.length).toBeGreaterThanOrEqual(kept.length);
    await page.close();
  });

  test('a fresh browser takes the archive in and sets a damaged record aside with its reason', async () => {
    const file = join(folder, 'archive.json');
    // One more line after the first: a record cut off in the middle.
    writeFileSync(file, archive.replace('"records":[\n', '"records":[\n{"kind":"article","headl,\n'));
    const fresh = await openSetting(kind, newsstandPages());
    try {
      const page = await openLibrary(fresh.browser, '#/archive');
      const input = (await page.$('input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await page.waitForFunction(() => document.querySelector('.set-aside li'), { timeout: 20_000 });
      expect(await page.$$eval('.set-aside li', (items) => items.length)).toBe(1);
      const list = await openLibrary(fresh.browser, '#/library');
      await waitForArticles(list, kept.length);
    } finally {
      await fresh.close();
    }
  });
});
