import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesToSave, pageToRead } from '../../sample/newsstand';
import { until } from '../../scripts/browser/driven';
import { openLibrary, press } from '../../scripts/browser/library';
import { save } from '../../scripts/browser/popup';
import { kinds } from './harness';
import {
  articlePage,
  ask,
  bringIn,
  type CoverageSetting,
  cards,
  feedPage,
  fill,
  html,
  logged,
  openCoverage,
  rss,
} from './outlets';
import { headlineOf, outletAnswers, siteOf } from './sample-outlets';

const observer = pagesToSave.find(({ file }) => file.startsWith('coastal-observer'))!;
const outlets = [pageToRead, observer];
const ferry = [
  'The ferry Corvina ran aground off Vell on Tuesday evening with 214 people aboard, the harbour office said.',
  'Tugs pulled it free before midnight and brought it to the old quay, where buses were waiting.',
  'The captain told inspectors that the engine had stopped twice within sight of the lighthouse.',
  'The operator cancelled its sailings on Wednesday and said it would pay for hotel rooms.',
];

/** A one-page PDF with lines of plain text, written by hand. */
function pdfOf(lines: string[]): Buffer {
  const words = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -16 Td`).join('\n');
  const content = `BT /F1 11 Tf 40 780 Td\n${words}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Title (Ferry report of the harbour office) >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

let searches = 0;
const answers = {
  ...outletAnswers(outlets),
  'remembered.test/one': () => html(articlePage('Remembered', 'Ferry Corvina runs aground off Vell', ferry)),
  'remembered.test/two': () =>
    html(articlePage('Remembered', 'Council votes on tram to the old quay', ferry.slice(1))),
  'busy.test/api': () => [429, { 'retry-after': '900' }, 'Please limit requests to one every 5 seconds'],
  'gdelt.test/api': () => [
    200,
    { 'content-type': 'application/json' },
    // Titles come with raw control characters, as the real service sends them.
    `{"articles":[{"url":"${observer.address}","title":"Kestria train disaster :\u0001 what we know","seendate":"20250312T101500Z","domain":"coastalobserver.test"}]}`,
  ],
  'search.test/rss': () => {
    searches += 1;
    if (searches === 1) return [200, { 'content-type': 'text/xml' }, '<rss><chan'];
    return rss(feedPage('Search', [{ headline: headlineOf(observer), address: observer.address }]));
  },
} as Parameters<typeof openCoverage>[2];

describe.each(kinds)('ways in that the reader opens in %s', (kind) => {
  let setting: CoverageSetting;
  let folder: string;
  const sites = ['remembered.test', 'busy.test', 'gdelt.test', 'search.test', ...outlets.map(siteOf)];
  const askedOf = (host: string) =>
    setting.outlets.seen.filter((each) => each.host === host && each.byExtension);

  beforeAll(async () => {
    searches = 0;
    folder = mkdtempSync(join(tmpdir(), 'collate-ways-'));
    setting = await openCoverage(kind, sites, answers);
  });
  afterAll(async () => {
    await setting?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('a PDF: its text and title become an article', async () => {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, pdfOf(ferry.flatMap((text) => [text, ''])));
    const page = await openLibrary(setting.browser, '#/bring-in');
    expect(await bringIn(page, path)).toContain('1 article taken');
    const [card] = await cards(page);
    expect(card).toMatchObject({ headline: 'Ferry report of the harbour office', how: 'imported' });
    const { article } = await ask(page, 'article.get', { id: card!.id });
    for (const sentence of ferry) expect(article.text.replace(/\s+/g, ' ')).toContain(sentence);
    await page.close();
  });

  test('remembering: what is opened on a named site, until it is paused, and a list of it', async () => {
    const page = await openLibrary(setting.browser, '#/following');
    await page.waitForSelector('form.actions input');
    await fill(page, 'Site', 'http://remembered.test');
    // A real click: only that may ask for a site in Firefox.
    await (await page.$('form.actions button[type=submit]'))!.click();
    await page.waitForFunction(() => document.body.textContent?.includes('Forget remembered.test'));
    const opened = await setting.browser.open('http://remembered.test/one');
    const remembered = async () => (await cards(page)).filter(({ how }) => how === 'remembered');
    await until('the article to be remembered', async () => (await remembered()).length === 1, 20);
    await opened.close();
    const elsewhere = await setting.browser.open(pageToRead.address);
    await page.bringToFront();
    await page.$eval('label.check input', (box) => (box as HTMLElement).click());
    await until('the pause', async () => (await ask(page, 'coverage.remember', {})).paused);
    const other = await setting.browser.open('http://remembered.test/two');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect((await remembered()).map(({ headline }) => headline)).toEqual([
      'Ferry Corvina runs aground off Vell',
    ]);
    const list = await openLibrary(setting.browser, '#/following');
    await list.waitForFunction(() => document.body.textContent?.includes('1 article came in this way'));
    for (const each of [other, elsewhere, page, list]) await each.close();
  }, 60_000);

  let saved = '';
  async function saveReport(): Promise<Page> {
    const report = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(report);
    await save(popup);
    await popup.close();
    return report;
  }

  test('open tabs: compared on a click, and nothing of them stored', async () => {
    const report = await saveReport();
    const other = await setting.browser.open(observer.address);
    const page = await openLibrary(setting.browser, '#/library');
    saved = (await cards(page)).find(({ headline }) => headline === headlineOf(pageToRead))!.id;
    const before = (await cards(page)).length;
    await page.close();
    const more = await openLibrary(setting.browser, `#/more-coverage/${saved}`);
    await more.waitForFunction(
      (headline) =>
        [...document.querySelectorAll('label.check')].some((box) => box.textContent?.includes(headline)),
      {},
      observer.address.split('/')[2]!,
    );
    await more.evaluate((host) => {
      const boxes = [...document.querySelectorAll('label.check')];
      boxes
        .find((box) => box.textContent?.includes(host))
        ?.querySelector('input')
        ?.click();
    }, observer.address.split('/')[2]!);
    await press(more, 'Compare with 1 tab');
    await more.waitForSelector('[data-row-id]', { timeout: 30_000 });
    expect(await more.$$('[data-row-id][data-verdict=differ]')).not.toEqual([]);
    expect((await cards(more)).length).toBe(before);
    for (const each of [report, other, more]) await each.close();
  }, 90_000);

  const engine = (host: string, path: string, kindOf: 'gdelt' | 'feed') => ({
    key: host,
    name: host,
    template: `http://${host}/${path}?query={query}&format=json`,
    answers: kindOf,
    enabled: true,
  });

  async function searchPage(host: string, path: string, kindOf: 'gdelt' | 'feed'): Promise<Page> {
    const page = await openLibrary(setting.browser, '#/library');
    await ask(page, 'coverage.engines', { engines: [engine(host, path, kindOf)] });
    await page.close();
    const more = await openLibrary(setting.browser, `#/more-coverage/${saved}`);
    await more.waitForSelector('form.card');
    expect(await more.$eval('form.card', (form) => form.textContent)).toMatch(
      new RegExp(`This sends the words “.+” to ${host}, and nothing else`),
    );
    expect(askedOf(host).filter((each) => each.path !== '/robots.txt')).toEqual([]);
    return more;
  }
  const says = (page: Page, words: string) =>
    page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { timeout: 30_000 }, words);

  test('find coverage: a service that asks to wait is not asked again', async () => {
    const page = await searchPage('busy.test', 'api', 'gdelt');
    await press(page, 'Send to busy.test');
    await says(page, 'The site asks to wait');
    await press(page, 'Send to busy.test');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await says(page, 'The site asks to wait');
    expect(askedOf('busy.test').filter(({ path }) => path === '/api')).toHaveLength(1);
    await page.close();
  }, 90_000);

  test('find coverage: titles and links of GDELT, and only the words that were shown', async () => {
    const page = await searchPage('gdelt.test', 'api', 'gdelt');
    await fill(page, 'Words to search for', 'Rosk derailment');
    await press(page, 'Send to gdelt.test');
    await says(page, 'Kestria train disaster : what we know');
    const [request] = askedOf('gdelt.test').filter(({ path }) => path === '/api');
    expect(new URLSearchParams(request!.query).get('query')).toBe('Rosk derailment');
    expect(request!.headers.cookie).toBeUndefined();
    await page.close();
  }, 90_000);

  test('find coverage: garbage is said to be garbage, then results whose texts are fetched on a click', async () => {
    const page = await searchPage('search.test', 'rss', 'feed');
    await press(page, 'Send to search.test');
    await says(page, 'damaged');
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    await press(page, 'Send to search.test');
    await says(page, headlineOf(observer));
    await press(page, 'Fetch the text of 1 article');
    await until(
      'the text',
      async () =>
        (await cards(page)).some(
          ({ how, headline }) => how === 'fetched' && headline === headlineOf(observer),
        ),
      40,
    );
    await page.close();
  }, 120_000);

  test('all of it stands in the log', async () => {
    const page = await openLibrary(setting.browser, '#/requests');
    const served = setting.outlets.seen
      .filter(({ host, byExtension }) => byExtension && host.endsWith('.test'))
      .map(({ host, path }) => `${host}${path}`)
      .sort();
    expect(await until('the log', () => logged(page))).toEqual(served);
  });
});
