import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSeeds, seedFolder } from '../../bench/seeds/pages';
import { look, save } from '../../scripts/browser/popup';
import { openSetting, type Setting } from './harness';

const folder = seedFolder(null);
const seeds = folder ? readSeeds(folder) : [];
if (!folder) process.stdout.write('Skipped: the seed pages (../shared/seeds) are not beside the project.\n');

/** The server speaks plain http; everything else of the address stays. */
const served = (address: string): string => address.replace(/^https:/, 'http:');

const browsers = folder ? (['chromium', 'firefox'] as const) : [];

describe.each(browsers)('the five seed pages, saved one by one through the popup in %s', (browser) => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await openSetting(
      browser,
      seeds.map(({ url, file }) => ({
        address: served(url),
        body: () => readFileSync(join(folder as string, file)),
      })),
    );
  });
  afterAll(() => setting?.close());

  test.each(seeds)('$outlet is read with its headline, outlet and day, and saved', async (seed) => {
    const page = await setting.browser.open(served(seed.url));
    const popup = await setting.browser.clickToolbar(page);
    const { headline, facts } = await look(popup);
    expect(headline.replace(/’/g, "'")).toBe(seed.headline.replace(/’/g, "'"));
    expect(facts).toContain(seed.outlet);
    const day = new Date(`${seed.publishedDate}T00:00:00Z`).toLocaleDateString('en-US', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    expect(facts).toContain(day);
    await save(popup);
    await popup.close();
    await page.close();
  });

  test.each(seeds)('$outlet then shows 5 pages, 5 outlets and 4 voices', async (seed) => {
    const page = await setting.browser.open(served(seed.url));
    const popup = await setting.browser.clickToolbar(page);
    const { counts, rows } = await look(popup);
    expect(counts).toMatch(/5 pages\D+5 outlets\D+4 voices/);
    expect(rows.length).toBeGreaterThan(0);
    await popup.close();
    await page.close();
  });
});
