import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { caseIds } from './extraction';
import { loadPage } from './extraction/predict';
import type { Times } from './extraction/time-in-page';

interface Options {
  data: string | null;
  out: string | null;
  rest: string[];
}

interface Timing {
  first: Times;
  best: Times;
}

const rounds = 6;
const mostPages = 120;

/** Bundles a script that measures both readers in the page it stands in. */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'extraction-time-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      minify: true,
      target: 'es2022',
      lib: {
        entry: resolve(import.meta.dirname, 'extraction/time-in-page.ts'),
        formats: ['iife'],
        name: 'extractionTime',
        fileName: () => 'time.js',
      },
    },
  });
  const source = readFileSync(join(folder, 'time.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return source;
}

/** Serves the pages of a folder from loopback; everything else a page asks for is answered with 404. */
function serve(data: string): Promise<Server> {
  const server = createServer((request, response) => {
    const id = decodeURIComponent(/^\/page\/([^/]+)$/.exec(request.url ?? '')?.[1] ?? '');
    if (!id || !existsSync(join(data, id))) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(loadPage(join(data, id)).html);
  });
  return new Promise((settle) => server.listen(0, '127.0.0.1', () => settle(server)));
}

const quantile = (values: number[], share: number): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

async function measure(page: Page, address: string, script: string): Promise<Timing> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  const run = `extractionTime.measure(${rounds})`;
  return (await page.evaluate(run)) as Timing;
}

function report(name: string, times: Times[]): void {
  for (const [label, share] of [
    ['median', 0.5],
    ['p95', 0.95],
  ] as const) {
    const reader = quantile(
      times.map((time) => time.readability),
      share,
    );
    const own = quantile(
      times.map((time) => time.extraction),
      share,
    );
    const figures = `Readability ${reader.toFixed(1)} ms, whole extraction ${own.toFixed(1)} ms, ratio ${(own / reader).toFixed(2)}`;
    console.log(`${name}, ${label}: ${figures}`);
  }
}

/**
 * Time of the whole extraction beside Readability alone, on the real DOM in Chromium, each page in one tab. Scripts of the pages do not run and nothing is fetched from outside.
 */
export async function run({ data }: Options): Promise<void> {
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!data || !existsSync(data) || !existsSync(chromium)) {
    console.log('extraction-time: needs --data PATH and Chromium (CHROMIUM names its path); skipped');
    return;
  }
  const script = await bundle();
  console.log(
    `extraction and Readability bundled: ${(gzipSync(script, { level: 9 }).length / 1024).toFixed(1)} kB gzipped`,
  );
  const server = await serve(resolve(data));
  const { port } = server.address() as AddressInfo;
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  const timings: Timing[] = [];
  try {
    const ids = caseIds(resolve(data)).slice(0, mostPages);
    const page = await browser.newPage();
    // `evaluate` still runs; only the page's own scripts are held back.
    await page.setJavaScriptEnabled(false);
    for (const id of ids) {
      timings.push(await measure(page, `http://127.0.0.1:${port}/page/${encodeURIComponent(id)}`, script));
      if (timings.length % 20 === 0) process.stderr.write(`${timings.length} of ${ids.length} pages\n`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`${timings.length} pages, ${rounds} rounds each`);
  report(
    'first round',
    timings.map((timing) => timing.first),
  );
  report(
    'best round',
    timings.map((timing) => timing.best),
  );
}
