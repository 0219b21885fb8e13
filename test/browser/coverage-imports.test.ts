import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browser/driven';
import { openLibrary, press } from '../../scripts/browser/library';
import { articlePage, ask, bringIn, type CoverageSetting, cards, html, openCoverage } from './outlets';

const text = (place: string) => [
  `The ferry Corvina ran aground off ${place} on Tuesday evening with 214 people aboard, the harbour office said.`,
  'Tugs pulled it free before midnight and brought it to the old quay, where buses were waiting.',
  'The captain told inspectors that the engine had stopped twice within sight of the lighthouse.',
];

const count = 600;
const articles = Array.from({ length: count }, (_, index) =>
  JSON.stringify({
    headline: `Harbour report number ${index + 1} of Callow`,
    text: `The harbour office of Callow counted ${index + 200} ships in week ${index + 1}, it said on Monday. ${'The weather was calm and the quay was busy all week. '.repeat(8)}`,
    address: `https://callow-harbour.example/report/${index + 1}`,
    published: '2025-03-12',
    language: 'en',
  }),
);

describe('imports in chromium', () => {
  let setting: CoverageSetting;
  let folder: string;
  let page: Page;
  const file = (name: string, lines: string[]): string => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'collate-imports-'));
    setting = await openCoverage('chromium', ['harbour-post.test'], {
      'harbour-post.test/ferry': () =>
        html(articlePage('Harbour Post', 'Ferry runs aground off Vell', text('Vell'))),
      'quay-news.test/ferry': () => html(articlePage('Quay News', 'Ferry pulled free', text('Quay'))),
    });
    page = await openLibrary(setting.browser, '#/bring-in');
  });
  afterAll(async () => {
    await setting?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('of links say whose sites are missing, ask for exactly those, and a refusal changes nothing', async () => {
    await page.evaluate(() => {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: Record<string, unknown> } })
        .chrome;
      permissions.request = (asked: unknown, answer: (granted: boolean) => void) => {
        document.documentElement.dataset.asked = JSON.stringify(asked);
        answer(false);
      };
    });
    const csv = file('links.csv', [
      'url,title',
      'http://harbour-post.test/ferry,Ferry runs aground',
      'http://harbour-post.test/gone,No longer there',
      'http://quay-news.test/ferry,Ferry pulled free',
      'http://www.quay-news.test/other,Another',
    ]);
    expect(await bringIn(page, csv)).toContain('4 links wait to be fetched');
    await page.waitForSelector('.import-report .notice button');
    expect(await page.$eval('.import-report .notice', (notice) => notice.textContent)).toContain(
      '2 links wait',
    );
    await press(page, 'Allow the sites of 2 links');
    const asked = JSON.parse(await page.$eval('html', (root) => root.dataset.asked ?? 'null'));
    expect(asked.origins.sort()).toEqual(['http://*.quay-news.test/*', 'https://*.quay-news.test/*']);
    const settled = await until(
      'the allowed links',
      async () => (await ask(page, 'import.list', null)).imports.find(({ links }) => links === 2),
      60,
    );
    expect(settled).toMatchObject({ taken: 1, setAside: 1 });
    expect(settled.rows).toEqual([
      { position: 2, label: 'http://harbour-post.test/gone', reason: 'request-refused' },
    ]);
    expect(setting.outlets.seen.filter(({ host }) => host.endsWith('quay-news.test'))).toEqual([]);
    expect(await page.$$('.import-report .notice button')).not.toEqual([]);
  }, 90_000);

  test('go on where they were when the worker is killed, and are taken back as a whole', async () => {
    const path = file('articles.jsonl', articles);
    const input = await page.waitForSelector('input[type=file]:not([webkitdirectory])');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    for (let kill = 0; kill < 4; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 600));
      // Between two batches there may be no worker to kill.
      await setting.browser.killBackground().catch(() => {});
    }
    const done = await until(
      'the end of the import',
      async () =>
        (await ask(page, 'import.list', null)).imports.find(
          ({ name, state }) => name === 'articles.jsonl' && state === 'done',
        ),
      180,
    );
    expect(done).toMatchObject({ taken: count, known: 0, setAside: 0 });
    expect(new Set(done.articles).size).toBe(count);
    const { removed } = await ask(page, 'import.undo', { key: done.key });
    expect(removed).toBe(count);
    expect((await cards(page)).map(({ headline }) => headline)).toEqual(['Ferry runs aground off Vell']);
  }, 240_000);
});
