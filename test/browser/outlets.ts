import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { launchChromium } from '../../scripts/browser/chromium';
import type { DrivenBrowser } from '../../scripts/browser/driven';
import { launchFirefox } from '../../scripts/browser/firefox';
import { refuseTunnels } from '../../scripts/browser/serve';
import type { CallInput, CallName, CallOutput } from '../../src/messages/protocol';
import { everything } from '../../src/model/library-query';
import type { Result } from '../../src/model/result';
import { builtExtension, type Kind } from './harness';

export interface Seen {
  host: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  /** Asked by anything but a visit of the test: the worker, a page of the extension, or a script of it in a page. */
  byExtension: boolean;
}

type Reply = [status: number, headers: Record<string, string>, body: string | Buffer];
export type Answers = Record<string, (headers: IncomingHttpHeaders, query: URLSearchParams) => Reply>;

export const html = (body: string): Reply => [200, { 'content-type': 'text/html; charset=utf-8' }, body];
export const rss = (body: string): Reply => [200, { 'content-type': 'application/rss+xml' }, body];

/** An article page with headline, meta facts and paragraphs. */
export const articlePage = (outlet: string, headline: string, paragraphs: string[], head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="2025-03-12T08:00:00Z">${head}</head><body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`;

export const feedPage = (
  name: string,
  items: { headline: string; address: string }[],
  date = 'Wed, 12 Mar 2025 08:00:00 GMT',
): string =>
  `<rss version="2.0"><channel><title>${name}</title>${items
    .map(
      ({ headline, address }) =>
        `<item><title>${headline}</title><link>${address}</link><pubDate>${date}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** The tests' own visits: browsers mark them so. Pages of the tests load nothing else. */
const isVisit = (headers: IncomingHttpHeaders): boolean =>
  headers['upgrade-insecure-requests'] !== undefined || headers['sec-fetch-mode'] === 'navigate';

export interface OutletServer {
  port: number;
  /** Every request of the browser, pages and extension alike. */
  seen: Seen[];
  answers: Answers;
  close(): void;
}

/** Answers for fictional outlets as a plain HTTP proxy, so that nothing of the browser goes past it. */
export async function serveOutlets(answers: Answers): Promise<OutletServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'unknown.invalid'}`);
    const { hostname: host, pathname: path, search: query } = url;
    const byExtension = !isVisit(request.headers) && path !== '/favicon.ico';
    seen.push({ host, path, query, headers: request.headers, byExtension });
    const reply = answers[`${host}${path}`]?.(request.headers, url.searchParams) ?? [404, {}, 'Not here'];
    response.writeHead(reply[0], reply[1]);
    response.end(reply[2]);
  });
  refuseTunnels(server, (address, { headers }) => {
    const [host = ''] = address.split(':');
    seen.push({ host, path: 'CONNECT', query: '', headers, byExtension: true });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    answers,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The built extension with grants that a reader would give by clicks, which headless browsers cannot show. */
function grantedCopy(kind: Kind, hosts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'collate-granted-'));
  cpSync(builtExtension(kind), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.host_permissions = hosts.flatMap((host) => [`http://*.${host}/*`, `https://*.${host}/*`]);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

export interface CoverageSetting {
  browser: DrivenBrowser;
  outlets: OutletServer;
  close(): Promise<void>;
}

/** A browser with the extension, grants for `hosts`, and outlets that answer and keep a log. */
export async function openCoverage(kind: Kind, hosts: string[], answers: Answers): Promise<CoverageSetting> {
  const outlets = await serveOutlets(answers);
  const extension = grantedCopy(kind, hosts);
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  const browser = await launch({ extension, port: outlets.port, throughProxy: true });
  return {
    browser,
    outlets,
    async close() {
      await browser.close();
      outlets.close();
      rmSync(extension, { recursive: true, force: true });
    },
  };
}

/** One call to the background from a page of the extension; asked once more when the worker has just died. */
export async function tryAsk<Name extends CallName>(
  page: Page,
  call: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  const reply = await page.evaluate(
    async (message) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { runtime: { sendMessage(given: unknown): Promise<unknown> } }
      >;
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const answer = await (browser ?? chrome)!.runtime.sendMessage(message).catch(() => undefined);
        if (answer) return JSON.stringify(answer);
      }
      return JSON.stringify({ ok: false, failure: { code: 'worker-gone' } });
    },
    { collate: 1, call, input } as never,
  );
  return JSON.parse(reply) as Result<CallOutput<Name>>;
}

export async function ask<Name extends CallName>(
  page: Page,
  call: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await tryAsk(page, call, input);
  if (!result.ok) throw new Error(`${call}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Lines of the library, newest first. */
export async function cards(page: Page) {
  return (await ask(page, 'article.list', { ...everything, offset: 0, limit: 100 })).cards;
}

/** Host and path of every request in the log that has ended, in any order. */
export async function logged(page: Page): Promise<string[] | null> {
  const { entries } = await ask(page, 'coverage.requests', { before: null, limit: 500 });
  if (entries.some(({ outcome }) => outcome === 'under-way')) return null;
  return entries.map(({ address }) => `${new URL(address).hostname}${new URL(address).pathname}`).sort();
}

/** Writes into the field whose label holds these words. */
export const fill = (page: Page, label: string, text: string): Promise<void> =>
  page.evaluate(
    (wanted, words) => {
      const fields = [...document.querySelectorAll('label.field')];
      const field = fields
        .find((each) => each.textContent?.includes(wanted))
        ?.querySelector('input, textarea');
      if (!field) throw new Error(`no field "${wanted}"`);
      (field as HTMLInputElement).value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    text,
  );

/** Gives the library's page "Bring in" a file, and what it says when it is done. */
export async function bringIn(page: Page, path: string): Promise<string> {
  const input = await page.waitForSelector('input[type=file]:not([webkitdirectory])');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await page.waitForSelector('section.card > .import-report', { timeout: 240_000 });
  return page.$eval('section.card > .import-report', (report) => report.textContent ?? '');
}
