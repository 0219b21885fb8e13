import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from './driven';

/**
 * Presses the button or link whose text ends so (words for screen readers may come first); the last of them,
 * since dialogs and bars come after lists.
 */
export async function press(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('button, a')].some((node) =>
        node.textContent?.trim().endsWith(wanted),
      ),
    {},
    text,
  );
  await page.$$eval(
    'button, a',
    (nodes, wanted) =>
      (nodes.filter((node) => node.textContent?.trim().endsWith(wanted)).at(-1) as HTMLElement).click(),
    text,
  );
}

/** Opens one view of the library, `#/library`, `#/archive`, and waits for its heading. */
export async function openLibrary(browser: DrivenBrowser, route: string): Promise<Page> {
  const page = await browser.openExtensionPage(`options/index.html${route}`);
  await page.waitForSelector('h1');
  return page;
}

/** Headlines in the library's list, in their order. */
export const headlinesIn = (page: Page): Promise<string[]> =>
  page.$$eval('.card-link bdi', (links) => links.map((link) => link.textContent ?? ''));

/** Waits until the list has this many articles. */
export async function waitForArticles(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.card-link').length === wanted,
    { timeout: 15_000 },
    count,
  );
}

/** Exports the library and gives the file's text; the download itself is held back. */
export async function exportArchive(page: Page): Promise<string> {
  await page.evaluate(() => {
    URL.createObjectURL = (content) => {
      (content as Blob).text().then((text) => {
        document.documentElement.dataset.exported = text;
      });
      return 'about:blank';
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await page.$$eval('button.primary', (buttons) => (buttons[0] as HTMLElement).click());
  await page.waitForFunction(() => document.documentElement.dataset.exported, { timeout: 15_000 });
  return page.evaluate(() => document.documentElement.dataset.exported ?? '');
}
