import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type CDPSession, type Page, type Target } from 'puppeteer-core';
import { build } from 'vite';
import { serveSites } from '../../scripts/browser/serve';
import { packagesWhenCalled } from '../../scripts/steps/evaluated-when-called.mjs';

export const workerNames = ['fill', 'cold', 'warm', 'rivals'] as const;
export type WorkerName = (typeof workerNames)[number];

/** One script with everything in it, as the extension's background is. */
async function bundled(name: WorkerName): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'collate-speed-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [packagesWhenCalled()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: resolve(import.meta.dirname, `${name}.ts`),
        output: { format: 'iife', entryFileNames: 'worker.js', codeSplitting: false },
        checks: { emptyImportMeta: false },
      },
    },
  });
  const script = readFileSync(join(folder, 'worker.js'), 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return script;
}

function sqliteWasm(): Buffer {
  const packaged = resolve(import.meta.dirname, '../../node_modules/@sqlite.org/sqlite-wasm');
  const file = readdirSync(packaged, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('sqlite3.wasm'),
  );
  return file ? readFileSync(join(packaged, file)) : Buffer.alloc(0);
}

/** Highest memory of a worker seen while it ran, in bytes: objects, used or not yet collected, and buffers. */
class MemoryWatch {
  most = 0;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(client: CDPSession) {
    const look = async () => {
      const usage = (await client.send('Runtime.getHeapUsage')) as {
        usedSize: number;
        backingStorageSize?: number;
      };
      this.most = Math.max(this.most, usage.usedSize + (usage.backingStorageSize ?? 0));
    };
    // A worker that has just ended cannot be asked any more.
    this.timer = setInterval(() => void look().catch(() => undefined), 50);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

/** A page of Chromium that starts workers over one library. */
export interface Workshop {
  /** A fresh worker takes one order and ends. */
  run<Answer>(name: WorkerName, order: unknown): Promise<{ answer: Answer; memory: number }>;
  /** The same in a service worker that was installed before and is started by the order. */
  runCold<Answer>(name: WorkerName, order: unknown): Promise<{ answer: Answer; memory: number }>;
  close(): Promise<void>;
}

/** What a worker sends: progress, the answer, or what went wrong. */
type Sent = { say: string } | { done: unknown } | { failed: string };

/** Nothing in the function given has a name: the runner's compiler would call a helper that no page has. */
const inPage = (page: Page, name: string, order: unknown): Promise<unknown> =>
  page.evaluate(
    (script, message) =>
      new Promise((done, failed) => {
        const worker = new Worker(`/${script}.js`);
        worker.onerror = (event) => failed(new Error(event.message));
        worker.onmessage = ({ data }: MessageEvent<Sent>) => {
          if ('say' in data) return console.log(data.say);
          worker.terminate();
          return 'failed' in data ? failed(new Error(data.failed)) : done(data.done);
        };
        worker.postMessage(message);
      }),
    name,
    order,
  );

/** Installs a service worker if it is not yet: then the browser keeps its script compiled, as it does the background's. */
const install = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(async (script) => {
    const registration = await navigator.serviceWorker.register(`/${script}.js`, { scope: `/${script}/` });
    const worker = registration.installing;
    if (worker)
      await new Promise<void>((done) => {
        worker.onstatechange = () => worker.state === 'activated' && done();
      });
  }, name);

/** The order starts the service worker, which was stopped, as a reader's click starts the background. */
const inServiceWorker = (page: Page, name: string, order: unknown): Promise<unknown> =>
  page.evaluate(
    async (script, message) => {
      const registration = await navigator.serviceWorker.getRegistration(`/${script}/`);
      return new Promise((done, failed) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<Sent>) => {
          if ('done' in data) done(data.done);
          else failed(new Error('failed' in data ? data.failed : data.say));
        };
        registration?.active?.postMessage(message, [port2]);
      });
    },
    name,
    order,
  );

/** @param folder where the browser keeps the library; a new one each time when null */
export async function openWorkshop(chromium: string, folder: string | null): Promise<Workshop> {
  const origin = 'http://127.0.0.1';
  const scripts = await Promise.all(
    workerNames.map(async (name) => ({
      address: `${origin}/${name}.js`,
      body: await bundled(name),
      type: 'text/javascript',
    })),
  );
  const server = await serveSites(
    [
      { address: `${origin}/`, body: '<!doctype html><title>Speed</title>' },
      ...scripts,
      { address: `${origin}/sqlite3.wasm`, body: sqliteWasm(), type: 'application/wasm' },
    ],
    // A library that is kept belongs to one origin, port included.
    folder ? 47_113 : 0,
  );
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    protocolTimeout: 3_600_000,
    args: ['--no-sandbox'],
    ...(folder ? { userDataDir: folder } : {}),
  });
  const page = await browser.newPage();
  page.on('console', (message) => process.stderr.write(`\r${message.text()}`));
  await page.goto(`${origin}:${server.port}/`);
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  return {
    async runCold<Answer>(name: WorkerName, order: unknown) {
      await install(page, name);
      await session.send('ServiceWorker.stopAllWorkers');
      let watch: MemoryWatch | null = null;
      let answered = false;
      const attach = async (target: Target) => {
        const worker = await target.worker();
        // A quick worker has answered before it can be watched, and a watch that nobody stops never ends.
        if (worker && !answered) watch = new MemoryWatch(worker.client);
      };
      browser.once('targetcreated', attach);
      try {
        const answer = (await inServiceWorker(page, name, order)) as Answer;
        return { answer, memory: (watch as MemoryWatch | null)?.most ?? 0 };
      } finally {
        answered = true;
        (watch as MemoryWatch | null)?.stop();
        browser.off('targetcreated', attach);
      }
    },
    async run<Answer>(name: WorkerName, order: unknown) {
      let watch: MemoryWatch | null = null;
      page.once('workercreated', (worker) => {
        watch = new MemoryWatch(worker.client);
      });
      try {
        const answer = (await inPage(page, name, order)) as Answer;
        return { answer, memory: (watch as MemoryWatch | null)?.most ?? 0 };
      } finally {
        (watch as MemoryWatch | null)?.stop();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
