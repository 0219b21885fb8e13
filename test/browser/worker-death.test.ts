import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsstandPages, pagesToSave, pageToRead } from '../../sample/newsstand';
import { look, save } from '../../scripts/browser/popup';
import { articleFromText } from '../../src/extract/plain-text';
import type { Article } from '../../src/model/article';
import { type DeliveredPart, withPart } from '../../src/model/collation-parts';
import type { CollationView } from '../../src/model/library-query';
import { archiveLine } from '../../src/service/archive-lines';
import { kinds, openSetting, type Setting } from './harness';

/** One call as the pages make it: asked once more when the worker died before it answered. */
async function call<Value>(page: Page, name: string, input: unknown): Promise<Value> {
  const result = await page.evaluate(
    async (call, given) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean } | undefined> } };
      };
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          const reply = await chrome.runtime.sendMessage({ collate: 1, call, input: given });
          if (reply) return reply;
        } catch {
          // The channel closed: the worker is gone and is started anew by the next message.
        }
      }
      return { ok: false, failure: 'worker-gone' };
    },
    name,
    input,
  );
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return (result as unknown as { value: Value }).value;
}

const cardsOf = async (page: Page): Promise<{ id: string; headline: string }[]> => {
  const query = {
    text: '',
    outlet: null,
    day: null,
    order: 'headline',
    descending: false,
    offset: 0,
    limit: 500,
  };
  return (await call<{ cards: { id: string; headline: string }[] }>(page, 'article.list', query)).cards;
};

const headlines = async (page: Page): Promise<string[]> =>
  (await cardsOf(page)).map(({ headline }) => headline);

const archiveRecords = (count: number) =>
  Array.from({ length: count }, (_each, index) => {
    const made = articleFromText({
      headline: `Harbour report number ${index + 1}`,
      text: `The harbour office of Callow counted ${index + 200} ships in week ${index + 1}, it said on Monday.`,
      address: `https://callowharbour.example/report/${index + 1}`,
      outlet: 'Callow Harbour Office',
      published: '2031-03-01',
      language: 'en',
      capturedAt: '2031-03-02T08:00:00.000Z',
      how: 'imported',
    });
    if (!made.ok) throw new Error(made.failure.code);
    const line = archiveLine({ kind: 'article', savedAt: '2031-03-02T08:00:00.000Z', article: made.value });
    return { position: index + 1, record: JSON.parse(line) as unknown };
  });

describe.each(kinds)('a background killed at any moment in %s', (kind) => {
  let setting: Setting;
  let options: Page;

  beforeAll(async () => {
    setting = await openSetting(kind, newsstandPages());
    options = await setting.browser.openExtensionPage('options/index.html');
  });
  afterAll(() => setting?.close());

  const saveThrough = async (address: string): Promise<string> => {
    const page = await setting.browser.open(address);
    const popup = await setting.browser.clickToolbar(page);
    await save(popup);
    const { headline } = await look(popup);
    await popup.close();
    await page.close();
    return headline;
  };

  test('between two saves loses neither, and both are compared', async () => {
    const [first, second] = pagesToSave;
    const saved = [await saveThrough(first!.address)];
    await setting.browser.killBackground();
    saved.push(await saveThrough(second!.address));
    await setting.browser.killBackground();
    expect(await headlines(options)).toEqual([...saved].sort());
    const page = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(page);
    const { counts, failure } = await look(popup);
    expect(failure).toBe('');
    expect(counts).toMatch(/3 pages/);
    await popup.close();
    await page.close();
  });

  test('between save and popup still knows that the article is saved', async () => {
    const { address } = pagesToSave[2]!;
    await saveThrough(address);
    await setting.browser.killBackground();
    const page = await setting.browser.open(address);
    const popup = await setting.browser.clickToolbar(page);
    await look(popup);
    expect(await popup.$$eval('.save .saved', (nodes) => nodes.length)).toBe(1);
    await popup.close();
    await page.close();
  });

  test('while the popup is open answers its next question', async () => {
    const page = await setting.browser.open(pageToRead.address);
    const popup = await setting.browser.clickToolbar(page);
    await look(popup);
    await setting.browser.killBackground();
    await save(popup);
    await popup.close();
    await page.close();
    expect(await headlines(options)).toHaveLength(4);
  });

  test('between two parts of a comparison comes to the same end', async () => {
    const [card] = await cardsOf(options);
    const { article } = await call<{ article: Article }>(options, 'article.get', { id: card!.id });
    const whole = await call<CollationView>(options, 'collation.make', { article });
    let asked: { run: string | null; position: number } = { run: null, position: 0 };
    let view: CollationView | null = null;
    const runs = new Set<string>();
    for (let count = 0; count < 100; count++) {
      const { run, position, part } = await call<DeliveredPart>(options, 'collation.part', {
        article,
        ...asked,
      });
      runs.add(run);
      view = withPart(view, part);
      if (part.part === 'left-out') break;
      if (count === 2 || count === 5) await setting.browser.killBackground();
      asked = { run, position: position + 1 };
    }
    expect(runs.size).toBe(3);
    expect(JSON.stringify(view)).toBe(JSON.stringify(whole));
  });

  test('in the middle of an import takes every record exactly once', async () => {
    const before = await headlines(options);
    const records = archiveRecords(200);
    for (let start = 0; start < records.length; start += 20) {
      const batch = { records: records.slice(start, start + 20), importId: 'harbour' };
      const answer = call<{ setAside: unknown[] }>(options, 'archive.import', batch);
      // Sometimes before the batch is written, sometimes after, sometimes in between.
      const killing = new Promise((resolve) => setTimeout(resolve, start % 60)).then(() =>
        start % 40 === 0 ? setting.browser.killBackground() : undefined,
      );
      const [{ setAside }] = await Promise.all([answer, killing]);
      expect(setAside).toEqual([]);
    }
    await setting.browser.killBackground();
    const wanted = records.map((_each, index) => `Harbour report number ${index + 1}`);
    expect((await headlines(options)).sort()).toEqual([...before, ...wanted].sort());
    const status = await call<{ articles: number; quarantined: number }>(options, 'storage.status', null);
    expect(status).toMatchObject({ articles: before.length + 200, quarantined: 0 });
  });
});
