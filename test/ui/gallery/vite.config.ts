import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Builds the gallery: the real components on fictional data, as plain web pages. */
export default defineConfig({
  root: resolve(root, '../../..'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { 'webextension-polyfill': resolve(root, 'fake-browser.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: resolve(root, '../../../dist/gallery'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { gallery: resolve(root, 'index.html') } },
  },
});
