import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../../../scripts/steps/browsers.mjs';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export interface Gallery {
  open: (options: GalleryPage) => Promise<Page>;
  /** Shows an open page in another width, enlargement or colour scheme. */
  dress: (page: Page, look: Look) => Promise<void>;
  close: () => Promise<void>;
}

export interface GalleryPage {
  page: string;
  state: string;
  language?: string;
  width?: number;
  height?: number;
  zoom?: number;
  scheme?: 'light' | 'dark';
  forcedColors?: boolean;
  hash?: string;
}

/** Builds the gallery and gives its folder. */
export async function buildGallery(): Promise<string> {
  await build({ configFile: resolve(import.meta.dirname, 'vite.config.ts') });
  return resolve(import.meta.dirname, '../../../dist/gallery');
}

export type Look = Pick<GalleryPage, 'width' | 'height' | 'zoom' | 'scheme' | 'forcedColors'>;

async function dress(page: Page, look: Look): Promise<void> {
  const zoom = look.zoom ?? 1;
  await page.setViewport({
    width: Math.round((look.width ?? 400) / zoom),
    height: Math.round((look.height ?? 800) / zoom),
    deviceScaleFactor: zoom,
  });
  // Puppeteer's own call refuses the forced-colors feature, which the protocol knows.
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look.scheme ?? 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: look.forcedColors ? 'active' : 'none' },
    ],
  });
}

/** Waits until nothing more is drawn: the fictional background answers at once or never. */
const settled = (page: Page, ready: string): Promise<unknown> =>
  page.waitForFunction(
    (selector: string) => {
      const drawn = document.body.innerHTML.length;
      const kept = globalThis as { drawn?: number };
      const same = kept.drawn === drawn && document.querySelector(selector) !== null;
      kept.drawn = drawn;
      return same;
    },
    { polling: 250 },
    ready,
  );

/** Serves a built gallery on the loopback and opens its pages in Chromium. */
export async function openGallery(folder: string, executablePath: string): Promise<Gallery> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split(/[?#]/)[0] ?? '/');
    try {
      const body = await readFile(resolve(folder, `.${path}`));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  return {
    dress,
    async open(wanted) {
      const page = await browser.newPage();
      await dress(page, wanted);
      const query = new URLSearchParams({
        page: wanted.page,
        state: wanted.state,
        language: wanted.language ?? 'en',
      });
      const address = `http://127.0.0.1:${port}/test/ui/gallery/index.html?${query}${wanted.hash ?? ''}`;
      await page.goto(address, { waitUntil: 'load' });
      // A page of the library is there once its own code is; the popup may be meant to wait for ever.
      await settled(page, wanted.page === 'options' ? '[data-state=ready] main h1' : '[data-state]');
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** `npx tsx test/ui/gallery/pictures.ts OUT PAGE:STATE[:WIDTH[:SCHEME[:LANGUAGE[:ZOOM[:HASH]]]]]…` */
async function main([out = 'dist/pictures', ...wanted]: string[]): Promise<void> {
  mkdirSync(out, { recursive: true });
  const gallery = await openGallery(resolve('dist/gallery'), findBrowser('chromium') ?? '');
  for (const name of wanted) {
    const [
      page = 'popup',
      state = 'full',
      width = '400',
      scheme = 'light',
      language = 'en',
      zoom = '1',
      hash = '',
    ] = name.split(':');
    const opened = await gallery.open({
      page,
      state,
      width: Number(width),
      scheme: scheme as 'light' | 'dark',
      language,
      zoom: Number(zoom),
      ...(hash ? { hash: `#/${hash}` } : {}),
    });
    // Rows out of sight are not laid out: the window is made as high as the page before it is pictured.
    for (let round = 0; round < 3; round++) {
      const height = await opened.evaluate(() => document.documentElement.scrollHeight);
      await gallery.dress(opened, {
        width: Number(width),
        height,
        scheme: scheme as 'light' | 'dark',
        zoom: Number(zoom),
      });
    }
    // The window is as high as the page; one that is taken beyond it stands askew from right to left.
    await opened.screenshot({ path: `${out}/${name.replaceAll(/[:/]/g, '_')}.png` });
    await opened.close();
  }
  await gallery.close();
}

if (process.argv[1]?.endsWith('pictures.ts')) await main(process.argv.slice(2));
