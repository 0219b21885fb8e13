import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { Coverage, memoryCoverageStore, politenessRules } from '../../src/coverage';
import { ok } from '../../src/model/result';

const item = `<item><title>Ferry runs aground off Vell</title><link>/${'x'.repeat(60)}</link><description>${'The harbour office said so. '.repeat(40)}</description></item>\n`;
const opening = '<rss version="2.0"><channel><title>Harbour Post</title>';

/** Writes a text again and again until so many bytes have gone or nobody reads them any more. */
function pour(into: NodeJS.WritableStream, head: string, text: string, bytes: number): void {
  let left = bytes;
  into.write(head);
  const go = () => {
    while (left > 0) {
      left -= text.length;
      if (!into.write(text)) {
        into.once('drain', go);
        return;
      }
    }
    into.end();
  };
  into.on('error', () => {
    left = 0;
  });
  go();
}

const entities = Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join('');

/** What each path answers. */
const feeds: Record<string, (response: ServerResponse) => void> = {
  'feed of 200 MB': (response) => pour(response, opening, item, 200 * 1_048_576),
  'feed of 200 MB in one item': (response) =>
    pour(response, `${opening}<item><title>`, 'word '.repeat(10_000), 200 * 1_048_576),
  'gzip bomb of 2 GB': (response) => {
    response.setHeader('content-encoding', 'gzip');
    const gzip = createGzip();
    gzip.pipe(response);
    response.on('close', () => gzip.destroy());
    pour(gzip, opening, ' '.repeat(1_048_576), 2_048 * 1_048_576);
  },
  'entity bomb': (response) =>
    response.end(
      `<!DOCTYPE rss [<!ENTITY e0 "lol">${entities}]>${opening}<item><title>&e30;</title><link>/a</link></item></channel></rss>`,
    ),
  'nesting 500,000 deep': (response) => response.end(`${opening}${'<a>'.repeat(500_000)}`),
  '9 MB of items': (response) => pour(response, opening, item, 9 * 1_048_576),
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

interface Cost {
  name: string;
  outcome: string;
  /** Resident memory beyond the start, at its highest. */
  growth: number;
  seconds: number;
}

async function costOf(name: string, port: number): Promise<Cost> {
  const address = `http://127.0.0.1:${port}/${encodeURIComponent(name)}`;
  const coverage = new Coverage({
    store: memoryCoverageStore(),
    sink: {
      land: async () => ok('new'),
      matchesReading: async () => false,
      readHtml: async () => ({ ok: false, failure: { code: 'no-article' } }),
      languageOf: () => null,
      isHeadline: async () => false,
      dropHeadline: async () => {},
      arrived: async () => {},
    },
    async send(place, headers, signal) {
      const response = await fetch(place, { headers, redirect: 'manual', signal });
      const header = (key: string) => response.headers.get(key);
      return { status: response.status, header, location: null, body: response.body };
    },
    isGranted: async () => true,
    isOnline: () => true,
    rules: { ...politenessRules, hostInterval: 10 },
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const started = Date.now();
  await coverage.following.follow([
    { address, title: '', home: null, owner: null, language: null, origin: 'typed', textRule: 'never' },
  ]);
  await coverage.queue.step(Date.now() + 40_000);
  clearInterval(sampling);
  peak = Math.max(peak, process.memoryUsage().rss);
  const feed = (await coverage.following.list())[0]!;
  const { code, detail } = feed.failure ?? {};
  const outcome = code
    ? `${code} ${detail?.reason ?? detail?.megabytes ?? ''}`.trim()
    : `${feed.items} items`;
  return { name, outcome, growth: megabytes(peak - before), seconds: (Date.now() - started) / 1000 };
}

/** What feeds made to exhaust memory cost, one after another, against servers on this machine. */
export async function hostileFeeds(): Promise<Cost[]> {
  const server = createServer((request, response) => {
    const feed = feeds[decodeURIComponent((request.url ?? '').slice(1))];
    if (feed) feed(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const costs: Cost[] = [];
    for (const name of Object.keys(feeds)) costs.push(await costOf(name, port));
    return costs;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
