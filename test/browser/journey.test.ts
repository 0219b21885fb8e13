import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsstandPages, pagesToSave, pageToRead } from '../../sample/newsstand';
import { look, openRow, type ShownPopup, save } from '../../scripts/browser/popup';
import { documentOf, foreignRequests, kinds, openSetting, type Setting } from './harness';

const hosts = [pageToRead, ...pagesToSave].map(({ address }) => new URL(address).hostname);

describe.each(kinds)('a reader with the sample newsstand in %s', (kind) => {
  let setting: Setting;
  let shown: ShownPopup;

  beforeAll(async () => {
    setting = await openSetting(kind, newsstandPages());
  });
  afterAll(() => setting?.close());

  test('reads and saves five reports, and each popup says what was read', async () => {
    for (const { address, outlet } of pagesToSave) {
      const page = await setting.browser.open(address);
      const popup = await setting.browser.clickToolbar(page);
      await save(popup);
      const { headline, facts } = await look(popup);
      expect(headline).toBe(await page.$eval('h1', (heading) => heading.textContent?.trim()));
      expect(facts).toContain(outlet);
      await popup.close();
      await page.close();
    }
  });

  test('opens the sixth and sees pages, outlets and voices counted, differences first', async () => {
    const page = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(page);
    shown = await look(popup);
    expect(shown.failure).toBe('');
    expect(shown.counts).toMatch(/6 pages\D+6 outlets\D+5 voices/);
    const verdicts = shown.rows.map(({ verdict }) => verdict);
    expect(verdicts).toContain('differ');
    expect(verdicts).toContain('agree');
    expect(verdicts.indexOf('differ')).toBe(0);
    await popup.close();
    await page.close();
  });

  test('every opened row shows sentences that stand word for word in the reports', async () => {
    const texts = new Map<string, string>();
    for (const { outlet, address } of [pageToRead, ...pagesToSave]) {
      const page = await setting.browser.open(address);
      texts.set(outlet, await page.evaluate(() => document.body.textContent.replace(/\s+/g, ' ')));
      await page.close();
    }
    const page = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(page);
    await look(popup);
    for (const { id } of shown.rows) {
      const sentences = await openRow(popup, id);
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      for (const { outlet, sentence } of sentences) {
        expect(texts.get(outlet), `${outlet} does not say “${sentence}”`).toContain(
          sentence.replace(/\s+/g, ' '),
        );
      }
    }
    await popup.close();
    await page.close();
  });

  test('shows a sentence in the page without altering the document', async () => {
    const page = await setting.browser.open(pageToRead.address);
    const before = await documentOf(page);
    const popup = await setting.browser.clickToolbar(page);
    await look(popup);
    await openRow(popup, shown.rows[0]!.id);
    const wasAt = await page.evaluate(() => scrollY);
    await popup.$$eval('.evidence.here .actions button', (buttons) =>
      (buttons.find((button) => button.textContent === 'Show in page') as HTMLElement).click(),
    );
    await page.waitForFunction(() => CSS.highlights.size > 0);
    expect(await popup.$$eval('.problem-words', (nodes) => nodes.length)).toBe(0);
    await page.waitForFunction((previous) => scrollY !== previous || innerHeight > 0, {}, wasAt);
    expect(await documentOf(page)).toBe(before);
    await popup.close();
    await page.close();
  });

  test('nothing but the six outlets was asked for anything', () => {
    expect(setting.server.requests.length).toBeGreaterThan(6);
    expect(foreignRequests(setting.server, hosts)).toEqual([]);
  });
});
