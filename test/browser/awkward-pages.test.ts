import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browser/driven';
import { look, save } from '../../scripts/browser/popup';
import { documentOf, kinds, openSetting, type Setting } from './harness';
import { awkward, awkwardPages } from './pages';

describe.each(kinds)('pages that are not simply an article, in %s', (kind) => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await openSetting(kind, awkwardPages);
  });
  afterAll(() => setting?.close());

  const popupOn = async (address: string) => {
    const page = await setting.browser.open(address);
    const popup = await setting.browser.clickToolbar(page);
    return { page, popup, shown: await look(popup) };
  };

  test('the next story of a single-page site is read anew, never with the old text', async () => {
    const { page, popup, shown } = await popupOn(awkward.spa);
    expect(shown.headline).toBe('Council votes for new swimming hall');
    await save(popup);
    await popup.close();
    await page.evaluate(() => dispatchEvent(new Event('show-next')));
    expect(page.url()).toBe(awkward.next);
    const second = await setting.browser.clickToolbar(page);
    const after = await look(second);
    expect(after.headline).toBe('Old harbour crane to be moved');
    expect(await second.$('.save button.primary'), 'it is another article and not saved yet').not.toBeNull();
    await save(second);
    await second.close();
    await page.close();
  });

  test('a page that changes under way is refused with the reason and a way to try again', async () => {
    const page = await setting.browser.open(awkward.restless);
    await page.evaluate(() => dispatchEvent(new Event('run')));
    const popup = await setting.browser.clickToolbar(page);
    const shown = await look(popup);
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The page changed while it was being read.');
    expect(shown.failure).toContain('Try again');
    await popup.close();
    await page.close();
  });

  test('a PDF is said to be one', async () => {
    const { page, popup, shown } = await popupOn(awkward.pdf);
    expect(shown.state).toBe('failed');
    expect(shown.failure).toMatch(/PDF|does not let extensions read/);
    await popup.close();
    await page.close();
  });

  test.runIf(kind === 'chromium')('a page of the browser is said to be out of reach', async () => {
    const { page, popup, shown } = await popupOn('chrome://version/');
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The browser does not let extensions read this page.');
    await popup.close();
    await page.close();
  });

  test.each([
    ['a front page', awkward.front],
    ['a page without text', awkward.empty],
  ])('%s is said to be no article, with the selection as a way out', async (_, address) => {
    const { page, popup, shown } = await popupOn(address);
    expect(shown.state).toBe('failed');
    expect(shown.failure).toMatch(/article|too little text/i);
    expect(shown.failure).toMatch(/selected text/i);
    await popup.close();
    await page.close();
  });

  test('a selection can be read where the page as a whole cannot', async () => {
    const { page, popup } = await popupOn(awkward.spa);
    await popup.close();
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('article') as Element);
    });
    const again = await setting.browser.clickToolbar(page);
    expect((await look(again)).state).toBe('ready');
    await again.close();
    await page.close();
  });

  test('the other reader can be asked for, and is remembered for the site until the first one is', async () => {
    const { page, popup } = await popupOn(awkward.spa);
    const offered = (tab: Page): Promise<string> =>
      tab.$eval('.provenance button.link', (button) => button.textContent ?? '');
    /** Presses the button and waits until the page has been read by the other one. */
    const change = async (tab: Page): Promise<string> => {
      const before = await offered(tab);
      await tab.$eval('.provenance', (details) => details.setAttribute('open', ''));
      await tab.click('.provenance button.link');
      return until('the other reader to be named', async () => {
        const now = await offered(tab);
        return now === before ? null : now;
      });
    };
    expect(await offered(popup)).toBe('Read this site with the second reader');
    expect(await change(popup)).toBe('Read this site with the first reader again');
    expect((await look(popup)).headline).toBe('Council votes for new swimming hall');
    await popup.close();
    const again = await setting.browser.clickToolbar(page);
    expect((await look(again)).state).toBe('ready');
    expect(await change(again), 'the choice was remembered').toBe('Read this site with the second reader');
    await again.close();
    await page.close();
  });

  test('reading leaves the document byte for byte as it was', async () => {
    const page = await setting.browser.open(awkward.spa);
    const before = await documentOf(page);
    const popup = await setting.browser.clickToolbar(page);
    await look(popup);
    expect(await documentOf(page)).toBe(before);
    await popup.close();
    await page.close();
  });
});
