import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { serveSites } from '../scripts/browser/serve';
import { findBrowser } from '../scripts/steps/browsers.mjs';
import type { SpeedFigures } from './speed/measure';
import type { RivalFigures } from './speed/rivals';

export const summary =
  'time and size of the match index in Chromium, beside MiniSearch, FlexSearch, SQLite FTS5';

interface Answer {
  own: SpeedFigures;
  heap: number | null;
  rivals: RivalFigures[];
}

/** One script of the worker with everything in it, as the extension's background is. */
async function bundled(): Promise<{ script: string; wasm: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), 'collate-speed-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'speed/worker.ts'),
        output: { format: 'es', entryFileNames: 'worker.js', codeSplitting: false },
      },
    },
  });
  const script = readFileSync(join(folder, 'worker.js'), 'utf8');
  rmSync(folder, { recursive: true, force: true });
  const packaged = resolve(import.meta.dirname, '../node_modules/@sqlite.org/sqlite-wasm');
  const file = readdirSync(packaged, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('sqlite3.wasm'),
  );
  return { script, wasm: file ? readFileSync(join(packaged, file)) : Buffer.alloc(0) };
}

/** Runs one size in a fresh worker of the page. */
const runWorker = (page: Page, articles: number, rivals: boolean): Promise<Answer> =>
  page.evaluate(
    (order) =>
      new Promise<Answer>((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          if (data.say) console.log(data.say);
          else if (data.failed) reject(new Error(data.failed));
          else resolve(data as Answer);
          if (!data.say) worker.terminate();
        };
        worker.postMessage(order);
      }),
    { articles, rivals },
  );

const slope = (points: [number, number][]): string => {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(Math.max(value, 1e-6))] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  const under = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
  return under > 0 ? (over / under).toFixed(2) : '–';
};

const columns: [label: string, key: keyof SpeedFigures, digits: number][] = [
  ['build s', 'buildSeconds', 1],
  ['index bytes', 'indexBytes', 0],
  ['cold query ms', 'coldLoad', 0],
  ['cold story ms', 'coldStory', 0],
  ['warm query ms', 'warmQuery', 1],
  ['warm p95', 'warmQuery95', 1],
  ['warm story ms', 'warmStory', 0],
  ['add ms', 'add', 1],
  ['add p95', 'add95', 1],
  ['add most', 'addMost', 0],
];

function print(answers: Answer[]): void {
  console.log(['articles', ...columns.map(([label]) => label), 'heap MB'].join(' | '));
  for (const { own, heap } of answers) {
    const cells = columns.map(([, key, digits]) => own[key].toFixed(digits));
    console.log([own.articles, ...cells, heap === null ? '–' : (heap / 1e6).toFixed(0)].join(' | '));
  }
  if (answers.length > 1) {
    const slopes = columns.map(([, key]) => slope(answers.map(({ own }) => [own.articles, own[key]])));
    console.log(['growth (log-log slope)', ...slopes].join(' | '));
  }
  console.log('\nengine | articles | build s | bytes | warm query ms');
  for (const rival of answers.flatMap((answer) => answer.rivals)) {
    const cells = [rival.buildSeconds.toFixed(1), rival.bytes ?? '–', rival.warmQuery.toFixed(1)];
    console.log([rival.engine, rival.articles, ...cells].join(' | '));
  }
}

/**
 * `npm run -s bench -- speed [--sizes 1000,10000,100000] [--without-rivals]`: invented articles in a worker of Chromium,
 * through the product's own index and store.
 */
export async function run(options: { rest: string[] }): Promise<void> {
  const named = options.rest[options.rest.indexOf('--sizes') + 1];
  const sizes = (options.rest.includes('--sizes') && named ? named : '1000,10000,100000')
    .split(',')
    .map(Number);
  const rivals = !options.rest.includes('--without-rivals');
  const { script, wasm } = await bundled();
  const origin = 'http://127.0.0.1';
  const server = await serveSites([
    { address: `${origin}/`, body: '<!doctype html><title>Speed</title>' },
    { address: `${origin}/worker.js`, body: script, type: 'text/javascript' },
    { address: `${origin}/sqlite3.wasm`, body: wasm, type: 'application/wasm' },
  ]);
  const chromium = findBrowser('chromium');
  if (!chromium) {
    console.log('Speed is measured in Chromium, and there is none here.');
    return;
  }
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    protocolTimeout: 3_600_000,
    args: ['--no-sandbox', '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => process.stderr.write(`${message.text()}\n`));
    await page.goto(`${origin}:${server.port}/`);
    const answers: Answer[] = [];
    for (const size of sizes) answers.push(await runWorker(page, size, rivals));
    print(answers);
  } finally {
    await browser.close();
    await server.close();
  }
}
