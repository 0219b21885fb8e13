import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { caseIds } from './extraction';
import { loadPage } from './extraction/predict';

interface Options {
  data: string | null;
  out: string | null;
  rest: string[];
}

/** Milliseconds of the page's thread. `extraction` is all of ours: reading in the page and judging in the worker. */
interface Times {
  readability: number;
  reading: number;
  judging: number;
  extraction: number;
}

interface Timing {
  first: Times;
  best: Times;
}

const rounds = 6;
/** Fresh loads of a page for each reader, of which the best counts. */
const loads = 2;
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

/** One tab that says how much processor time its thread has used: other programs do not disturb that. */
class Tab {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
    private readonly script: string,
  ) {}

  static async open(page: Page, script: string): Promise<Tab> {
    // `evaluate` still runs; only the page's own scripts are held back.
    await page.setJavaScriptEnabled(false);
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Tab(page, session, script);
  }

  /** Loads a page as its reader sees it, laid out, with the measured code put in but not yet compiled. */
  async load(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'domcontentloaded' });
    await this.page.evaluate(this.script);
    await this.page.evaluate('document.documentElement.getBoundingClientRect().top');
  }

  /** Of one part, without what asking the page for it takes. */
  async spent(part: 'readability' | 'reading' | 'judging'): Promise<number> {
    const nothing = await this.cost('undefined');
    return (await this.cost(`extractionTime.${part}()`)) - nothing;
  }

  private async cost(expression: string): Promise<number> {
    const before = await this.used();
    await this.page.evaluate(expression);
    return (await this.used()) - before;
  }

  private async used(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }
}

async function extraction(tab: Tab): Promise<Omit<Times, 'readability'>> {
  const reading = await tab.spent('reading');
  const judging = await tab.spent('judging');
  return { reading, judging, extraction: reading + judging };
}

const least = (all: Times[]): Times => {
  const of = (name: keyof Times): number => Math.min(...all.map((times) => times[name]));
  return {
    readability: of('readability'),
    reading: of('reading'),
    judging: of('judging'),
    extraction: of('extraction'),
  };
};

/** Each reader on the page freshly loaded, then both in turn, compiled by then. */
async function measure(tab: Tab, address: string): Promise<Timing> {
  const fresh: Times[] = [];
  for (let load = 0; load < loads; load++) {
    await tab.load(address);
    const readability = await tab.spent('readability');
    await tab.load(address);
    fresh.push({ readability, ...(await extraction(tab)) });
  }
  const warm: Times[] = [];
  for (let round = 0; round < rounds; round++)
    warm.push({ readability: await tab.spent('readability'), ...(await extraction(tab)) });
  return { first: least(fresh), best: least(warm) };
}

function report(name: string, times: Times[]): void {
  for (const [label, share] of [
    ['median', 0.5],
    ['p95', 0.95],
  ] as const) {
    const of = (part: keyof Times): number =>
      quantile(
        times.map((time) => time[part]),
        share,
      );
    const own = of('extraction');
    const ratio = (own / of('readability')).toFixed(2);
    const parts = `reading in the page ${of('reading').toFixed(1)}, judging in the worker ${of('judging').toFixed(1)}`;
    console.log(
      `${name}, ${label}: Readability ${of('readability').toFixed(1)} ms, whole extraction ${own.toFixed(1)} ms (${parts}), ratio ${ratio}`,
    );
  }
}

/**
 * Processor time of the whole extraction beside Readability alone, on the real DOM in Chromium, each page in one tab.
 * Scripts of the pages do not run and nothing is fetched from outside. The worker's part is measured in the page too,
 * behind the message that brings it what was read.
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
    const tab = await Tab.open(await browser.newPage(), script);
    for (const id of ids) {
      timings.push(await measure(tab, `http://127.0.0.1:${port}/page/${encodeURIComponent(id)}`));
      if (timings.length % 20 === 0) process.stderr.write(`${timings.length} of ${ids.length} pages\n`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`${timings.length} pages, processor time; ${loads} fresh loads, then ${rounds} rounds each`);
  report(
    'freshly loaded',
    timings.map((timing) => timing.first),
  );
  report(
    'compiled',
    timings.map((timing) => timing.best),
  );
}
