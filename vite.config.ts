import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { packagesWhenCalled } from './scripts/steps/evaluated-when-called.mjs';

const root = import.meta.dirname;
type Target = 'chrome' | 'firefox';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

const packageVersion = (): string => JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).version;

/** Derives one browser's manifest from the one source and copies icons and locales beside it. */
function extension(target: Target): Plugin {
  return {
    name: 'collate:extension',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      this.addWatchFile(resolve(root, 'manifest.json'));
    },
    transformIndexHtml(_html, { path }) {
      if (!path.includes('/popup/')) return [];
      return [{ tag: 'script', attrs: { src: '../wake.js', async: true }, injectTo: 'head-prepend' }];
    },
    generateBundle() {
      const manifest = JSON.parse(readFileSync(resolve(root, 'manifest.json'), 'utf8'));
      manifest.version = packageVersion();
      if (target === 'firefox') {
        delete manifest.background.service_worker;
        delete manifest.minimum_chrome_version;
        delete manifest.side_panel;
        manifest.permissions = manifest.permissions.filter(
          (name: string) => name !== 'sidePanel' && name !== 'offscreen',
        );
      } else {
        delete manifest.background.scripts;
        delete manifest.browser_specific_settings;
        delete manifest.sidebar_action;
      }
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify(manifest, null, 2) });
      for (const folder of ['icons', 'src/_locales']) {
        for (const file of filesUnder(resolve(root, folder))) {
          const fileName = file.slice(root.length + 1).replace(/^src\//, '');
          this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
        }
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const outDir = resolve(root, 'dist', target);
  // `emptyOutDir` would delete the other environments' files at the first rebuild under --watch.
  const build = { outDir, emptyOutDir: false };
  const pages: Record<string, string> = {
    popup: resolve(root, 'src/popup/index.html'),
    options: resolve(root, 'src/options/index.html'),
  };
  if (target === 'chrome') pages.offscreen = resolve(root, 'src/background/offscreen/index.html');
  const script = (name: string, entry: string) => ({
    consumer: 'client' as const,
    build: {
      ...build,
      rolldownOptions: {
        input: { [name]: resolve(root, entry) },
        output: { format: 'iife' as const, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
  return {
    root: resolve(root, 'src'),
    publicDir: false,
    base: './',
    define: { __TARGET__: JSON.stringify(target), __VERSION__: JSON.stringify(packageVersion()) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [extension(target), packagesWhenCalled()],
    // The worker is one file that comes from the disk: its size is bench's to watch, not the bundler's.
    build: {
      target: 'es2022',
      sourcemap: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 3000,
      // How long a plugin took on a busy machine is no news about the code.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
    environments: {
      client: {
        build: {
          ...build,
          rolldownOptions: {
            input: pages,
            output: {
              entryFileNames: '[name].js',
              chunkFileNames: 'chunks/[name]-[hash].js',
              assetFileNames: 'assets/[name]-[hash][extname]',
            },
          },
        },
      },
      background: {
        consumer: 'client',
        build: {
          ...build,
          rolldownOptions: {
            input: { background: resolve(root, 'src/background/index.ts') },
            // Chrome's worker has no DOM and reads pages elsewhere: its build must not carry the readers.
            treeshake: {
              moduleSideEffects: (id: string) => !/\/(?:defuddle|@mozilla\/readability)\//.test(id),
            },
            // One classic script: a service worker may not import() at run time, and Chromium keeps the compiled code of
            // classic workers only. A module is compiled anew at every start, which takes as long as the whole answer.
            output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
            checks: { emptyImportMeta: false },
          },
        },
      },
      content: script('content', 'src/content/index.ts'),
      wake: script('wake', 'src/popup/wake.ts'),
      secondReader: script('second-reader', 'src/content/second-reader.ts'),
    },
    builder: {
      async buildApp(builder) {
        rmSync(outDir, { recursive: true, force: true });
        for (const name of ['client', 'background', 'content', 'secondReader', 'wake']) {
          await builder.build(builder.environments[name]!);
        }
      },
    },
    test: {
      root,
      reporters: ['default'],
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/browser/**'],
            // Tests that replay a death after every write take seconds, more on a busy machine.
            testTimeout: 30_000,
            environment: 'node',
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            environment: 'node',
            fileParallelism: false,
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
