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
  hash?: string;
}

/** Builds the gallery and gives its folder. */
export async function buildGallery(): Promise<string> {
  await build({ configFile: resolve(import.meta.dirname, 'vite.config.ts') });
  return resolve(import.meta.dirname, '../../../dist/gallery');
}

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
    async open(wanted) {
      const page = await browser.newPage();
      const zoom = wanted.zoom ?? 1;
      await page.setViewport({
        width: Math.round((wanted.width ?? 400) / zoom),
        height: Math.round((wanted.height ?? 800) / zoom),
        deviceScaleFactor: zoom,
      });
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: wanted.scheme ?? 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      const query = new URLSearchParams({
        page: wanted.page,
        state: wanted.state,
        language: wanted.language ?? 'en',
      });
      const address = `http://127.0.0.1:${port}/test/ui/gallery/index.html?${query}${wanted.hash ?? ''}`;
      await page.goto(address, { waitUntil: 'networkidle0' });
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
    await opened.screenshot({
      path: `${out}/${name.replaceAll(/[:/]/g, '_')}.png`,
      fullPage: true,
    });
    await opened.close();
  }
  await gallery.close();
}

if (process.argv[1]?.endsWith('pictures.ts')) await main(process.argv.slice(2));
