import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsstandPages, pagesToSave, pageToRead } from '../../sample/newsstand';
import { look, save, settle } from '../../scripts/browser/popup';
import { kinds, openSetting, type Setting } from './harness';

/** What the popup showed at one moment. */
interface Moment {
  state: string;
  progress: string;
  voices: number;
  /** Groups and rows in the order they stand in. */
  drawn: string[];
  /** Where voices and groups begin, in pixels from the top. */
  tops: Record<string, number>;
}

/** Notes every change of the popup while it reads the page again. */
async function watchedReading(popup: Page): Promise<Moment[]> {
  await popup.evaluate(() => {
    const kept = globalThis as unknown as { moments: Moment[] };
    kept.moments = [];
    new MutationObserver(() => {
      const root = document.querySelector<HTMLElement>('[data-state]');
      kept.moments.push({
        state: root?.dataset.state ?? '',
        progress: document.querySelector('.progress')?.textContent ?? '',
        voices: document.querySelectorAll('.coverage .voices button').length,
        drawn: [...document.querySelectorAll<HTMLElement>('[data-group], [data-row-id]')].map(
          (element) => element.dataset.group ?? element.dataset.rowId ?? '',
        ),
        tops: Object.fromEntries(
          [...document.querySelectorAll('.head, .coverage, .group')].map((element) => [
            element.className,
            element.getBoundingClientRect().top,
          ]),
        ),
      });
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    document.querySelector<HTMLElement>('.bar button')?.click();
  });
  await popup.waitForFunction(() =>
    (globalThis as unknown as { moments: Moment[] }).moments.some(({ state }) => state === 'reading'),
  );
  await settle(popup);
  return popup.evaluate(() => (globalThis as unknown as { moments: Moment[] }).moments);
}

describe.each(kinds)('the popup while a comparison comes about in %s', (kind) => {
  let setting: Setting;
  let popup: Page;

  beforeAll(async () => {
    setting = await openSetting(kind, newsstandPages());
    for (const { address } of pagesToSave) {
      const page = await setting.browser.open(address);
      const opened = await setting.browser.clickToolbar(page);
      await save(opened);
      await opened.close();
      await page.close();
    }
    popup = await setting.browser.clickToolbar(await setting.browser.open(pageToRead.address));
    await look(popup);
  });
  afterAll(() => setting?.close());

  test('draws voices, then rows, then the rest, each below what stands there', async () => {
    const moments = await watchedReading(popup);
    const whole = moments.at(-1)!;
    expect(whole.state).toBe('ready');
    expect(whole.drawn.length).toBeGreaterThan(8);
    const voicesFirst = moments.find(({ voices, drawn }) => voices > 0 && drawn.length === 0);
    expect(voicesFirst?.state).toBe('comparing');
    const parted = moments.filter(({ state, drawn }) => state === 'comparing' && drawn.length > 0);
    expect(parted.length).toBeGreaterThan(0);
    expect(parted[0]!.drawn.length).toBeLessThan(whole.drawn.length);
    for (const { drawn } of parted) expect(whole.drawn.slice(0, drawn.length)).toEqual(drawn);
    const said = new Set(moments.map(({ progress }) => progress));
    // Which of them is seen depends on how fast the background is: progress that is overtaken is left out.
    expect([...said].some((words) => /voices (?:read|compared)…$|^Looking for/.test(words))).toBe(true);
    expect(whole.progress).toBe('');
    const from = moments.indexOf(voicesFirst!);
    for (const { tops } of moments.slice(from)) expect(whole.tops).toMatchObject(tops);
  });

  test('shows in the end what a popup opened anew shows', async () => {
    const again = await look(popup);
    await setting.browser.killBackground();
    const moments = await watchedReading(popup);
    expect(moments.at(-1)!.state).toBe('ready');
    expect(await look(popup)).toEqual(again);
  });
});
