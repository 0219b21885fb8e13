import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesToSave, pageToRead } from '../../sample/newsstand';
import { until } from '../../scripts/browser/driven';
import { press } from '../../scripts/browser/library';
import { look, settle } from '../../scripts/browser/popup';
import { kinds } from './harness';
import { ask, type CoverageSetting, cards, logged, openCoverage } from './outlets';
import { feedAddress, hostOf, outletAnswers, placeOf, siteOf } from './sample-outlets';

/** Three outlets of the sample newsstand that wrote for themselves, and the one whose report is opened. */
const followed = pagesToSave.filter(({ file }) => /northern-ledger|radio-ansel|coastal-observer/.test(file));
const all = [...followed, pageToRead];
const hosts = all.map(hostOf);

describe.each(kinds)('a new reader with an empty library in %s', (kind) => {
  let setting: CoverageSetting;
  let library: Page;
  const started = Date.now();

  beforeAll(async () => {
    setting = await openCoverage(kind, all.map(siteOf), outletAnswers(all));
    library = await setting.browser.openExtensionPage('options/index.html#/following');
    await library.waitForSelector('form.card input');
  });
  afterAll(() => setting?.close());

  test('follows three outlets by their addresses', async () => {
    for (const outlet of followed) {
      await library.bringToFront();
      const field = await library.waitForSelector('form.card input[inputmode=url]');
      await field!.click({ count: 3 });
      await field!.type(`http://${hostOf(outlet)}`);
      // Real clicks: only those may ask for a site in Firefox.
      await (await library.$('form.card button[type=submit]'))!.click();
      await library.waitForSelector('.found-feed', { timeout: 30_000 });
      expect(await library.$eval('.found-feed', (row) => row.textContent)).toContain(outlet.outlet);
      await (await library.$('.found-feed button'))!.click();
      await library.waitForSelector(`li.feed[data-feed="${feedAddress(outlet)}"]`);
    }
    await until('the headlines', async () => (await cards(library)).length === 12, 60);
    // Only headlines so far: no article was fetched that nobody reads.
    const read = new Set(followed.map(({ address }) => placeOf(address)));
    expect(setting.outlets.seen.filter(({ host, path }) => read.has(`${host}${path}`))).toEqual([]);
  }, 120_000);

  test('opens an article and sees it compared with what they wrote', async () => {
    const page = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(page);
    await settle(popup);
    let waits = '';
    await until(
      'the texts to come and be compared',
      async () => {
        waits = await popup.evaluate(() => document.querySelector('.arriving')?.textContent ?? '');
        const { counts, rows } = await look(popup);
        return waits === '' && /[34] pages/.test(counts) && rows.length > 5;
      },
      60,
    ).catch(async (error) => {
      const { counts, rows } = await look(popup);
      throw new Error(`${error.message} ${waits} | ${counts} | ${JSON.stringify(rows).slice(0, 2_000)}`);
    });
    const taken = Math.round((Date.now() - started) / 1000);
    console.log(`${kind}: from an empty library to the first comparison in ${taken} s`);
    const shown = await look(popup);
    expect(shown.failure).toBe('');
    const verdicts = shown.rows.map(({ verdict }) => verdict);
    // Which texts have come by now decides whether a figure differs or was updated.
    expect(verdicts.some((verdict) => verdict === 'differ' || verdict === 'update')).toBe(true);
    expect(verdicts).toContain('agree');
    // One of the three headlines speaks of shares: whether its text is looked at is for the matching to say.
    const told = followed.filter(({ outlet }) => JSON.stringify(shown.rows).includes(outlet));
    expect(told.length).toBeGreaterThanOrEqual(2);
    // Nothing but the story was fetched.
    expect(
      setting.outlets.seen.filter(({ path, byExtension }) => byExtension && /^\/[012]$/.test(path)),
    ).toEqual([]);
  }, 120_000);

  test('is offered to follow the outlet it reads, from the popup', async () => {
    const page = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(page);
    await settle(popup);
    await popup.waitForSelector('.offered-feed button');
    await press(popup, `Follow ${pageToRead.outlet}`);
    await popup.waitForSelector('.offered-feed [role=status]');
    const { feeds } = await ask(library, 'coverage.feeds', null);
    expect(feeds.map(({ address }) => address)).toContain(feedAddress(pageToRead));
    await popup.close();
    const again = await setting.browser.clickToolbar(page);
    await settle(again);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await again.$$('.offered-feed')).toEqual([]);
  }, 60_000);

  test('finds every request of all this in the log', async () => {
    const same = await until(
      'the log to be the servers’',
      async () => {
        const served = setting.outlets.seen
          .filter(({ host, byExtension }) => byExtension && hosts.includes(host))
          .map(({ host, path }) => `${host}${path}`)
          .sort();
        const log = await logged(library);
        return log && JSON.stringify(log) === JSON.stringify(served) && log;
      },
      40,
    );
    expect(same.length).toBeGreaterThan(9);
  }, 60_000);

  test('can trust that log: pages of the extension cannot ask anybody', async () => {
    const stray = `http://${hostOf(pageToRead)}/stray`;
    const popup = await setting.browser.openExtensionPage('popup/index.html?tabId=1');
    for (const page of [library, popup]) {
      const refused = await page.evaluate(
        (address) =>
          Promise.all([
            fetch(address).then(
              () => false,
              () => true,
            ),
            new Promise((done) => {
              const image = new Image();
              image.onload = () => done(false);
              image.onerror = () => done(true);
              image.src = address;
            }),
          ]),
        stray,
      );
      expect(refused).toEqual([true, true]);
    }
    expect(setting.outlets.seen.filter(({ path }) => path === '/stray')).toEqual([]);
  });
});
