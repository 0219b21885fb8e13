import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesToSave, pageToRead } from '../../sample/newsstand';
import { until } from '../../scripts/browser/driven';
import { openLibrary } from '../../scripts/browser/library';
import { save } from '../../scripts/browser/popup';
import { ask, type CoverageSetting, cards, feedPage, openCoverage, rss } from './outlets';
import { feedAddress, headlineOf, hostOf, itemsOf, noise, outletAnswers, siteOf } from './sample-outlets';

const observer = pagesToSave.find(({ file }) => file.startsWith('coastal-observer'))!;

const badge = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getBadgeText(of: object): Promise<string> } };
    };
    return chrome.action.getBadgeText({});
  });

describe('coverage that arrives by itself in chromium', () => {
  let setting: CoverageSetting;
  let page: Page;

  beforeAll(async () => {
    setting = await openCoverage('chromium', [pageToRead, observer].map(siteOf), {
      ...outletAnswers([pageToRead, observer]),
      [`${hostOf(observer)}/feed.xml`]: () => rss(feedPage(observer.outlet, itemsOf(observer).slice(0, 3))),
    });
    page = await openLibrary(setting.browser, '#/library');
  });
  afterAll(() => setting?.close());

  test('is told by the badge and the library when it differs from what was read, never otherwise', async () => {
    const home = new URL('/', observer.address).href;
    await ask(page, 'coverage.follow', {
      feeds: [
        {
          ...{ address: feedAddress(observer), title: observer.outlet, home, owner: null, language: 'en' },
          ...{ origin: 'page', textRule: 'when-matching' },
        },
      ],
    });
    await until('the headlines', async () => (await cards(page)).length === noise.length, 30);
    const report = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(report);
    await save(popup);
    await popup.close();
    expect(await badge(page)).toBe('');

    setting.outlets.answers[`${hostOf(observer)}/feed.xml`] = () =>
      rss(feedPage(observer.outlet, itemsOf(observer)));
    await ask(page, 'coverage.ask', { keys: null });
    const news = await until(
      'the news',
      async () => {
        const told = await ask(page, 'coverage.news', { seen: false });
        return told.differs > 0 && told;
      },
      60,
    );
    expect(news.voices).toBe(1);
    expect(await badge(page)).toBe('+1');
    const library = await openLibrary(setting.browser, '#/library');
    await library.waitForSelector('.news');
    const line = await library.$eval('.news', (words) => words.textContent ?? '');
    expect(line).toMatch(/1 new voice/);
    expect(line).toMatch(new RegExp(`; ${news.differs} (?:thing|figure)s? now`));
    await library.$eval('.news button', (button) => (button as HTMLElement).click());
    await until('the badge to go', async () => (await badge(library)) === '');
    expect((await ask(page, 'coverage.news', { seen: false })).voices).toBe(0);
  }, 120_000);

  test('is cleared away when it is old, unless something hangs on it', async () => {
    const byHeadline = new Map((await cards(page)).map((card) => [card.headline, card]));
    await ask(page, 'article.annotate', { id: byHeadline.get(noise[0]!)!.id, note: 'ask the miller' });
    await page.evaluate(async () => {
      const opening = indexedDB.open('collate');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const database = opening.result;
      const transaction = database.transaction(['cards', 'coverage'], 'readwrite');
      const lines = transaction.objectStore('cards');
      const all = lines.getAll();
      all.onsuccess = () => {
        for (const record of all.result)
          lines.put({ ...record, card: { ...record.card, savedAt: '2025-01-02T08:00:00.000Z' } });
      };
      transaction.objectStore('coverage').delete(['meta', 'cleared']);
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
    });
    await setting.browser.killBackground();
    await ask(page, 'coverage.ask', { keys: null });
    const left = await until(
      'the clearing',
      async () => {
        const names = (await cards(page)).map(({ headline }) => headline).sort();
        return names.length < 5 && names;
      },
      60,
    );
    expect(left).toEqual([noise[0]!, headlineOf(observer), headlineOf(pageToRead)].sort());
  }, 90_000);
});
