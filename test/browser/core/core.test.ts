import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SiteServer, serveSites } from '../../../scripts/browser/serve';
import { findBrowser } from '../../../scripts/steps/browsers.mjs';
import { bundleTests, sortTests } from './bundle';
import type { Outcome } from './vitest-in-worker';

const { here } = sortTests();
const results = new Map<string, Outcome[]>();
let server: SiteServer;
let browser: Browser;

/** Starts the worker and collects what it says of each file. */
function collect(): Promise<{ file: string; outcomes: Outcome[] }[]> {
  return new Promise((resolve, reject) => {
    const said: { file: string; outcomes: Outcome[] }[] = [];
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => (data.done ? resolve(said) : said.push(data));
  });
}

describe('the core behaves in Chromium’s worker as it does in Node', () => {
  beforeAll(async () => {
    const scripts = await bundleTests(here);
    const origin = 'http://core.test';
    server = await serveSites([
      { address: `${origin}/`, body: '<!doctype html><title>Core tests</title>' },
      ...[...scripts].map(([name, body]) => ({
        address: `${origin}/${name}`,
        body,
        type: 'text/javascript',
      })),
    ]);
    browser = await puppeteer.launch({
      executablePath: findBrowser('chromium') as string,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--host-resolver-rules=MAP *.test 127.0.0.1:${server.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      ],
    });
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    for (const { file, outcomes } of await page.evaluate(collect)) results.set(file, outcomes);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('every folder of the core is among them', () => {
    for (const folder of ['model', 'text', 'match', 'compare']) {
      expect(here.filter((file) => file.startsWith(`test/${folder}/`)).length, folder).toBeGreaterThan(0);
    }
  });

  test.each(here)('%s', (file) => {
    const outcomes = results.get(file) ?? [];
    expect(outcomes.length, 'no test was run').toBeGreaterThan(0);
    expect(outcomes.filter(({ error }) => error)).toEqual([]);
  });
});
