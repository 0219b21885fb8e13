import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shim = fileURLToPath(new URL('./vitest-in-worker.ts', import.meta.url));
const folders = ['model', 'text', 'match', 'compare', 'store'];

/** A test that reads files or watches time needs Node or Vitest itself; it stays there. */
const needsNode = (source: string): boolean =>
  /from 'node:|import\('node:|\bvi\b|import\.meta\.glob|fake-indexeddb|stories\/|fixtures?'/.test(source);

const testFiles = (): string[] =>
  folders.flatMap((folder) =>
    readdirSync(`${root}test/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `test/${folder}/${file}`),
  );

/** Test files that can run in a browser, and those that cannot. */
export function sortTests(): { here: string[]; inNodeOnly: string[] } {
  const files = testFiles();
  const inNodeOnly = files.filter((file) => needsNode(readFileSync(root + file, 'utf8')));
  return { here: files.filter((file) => !inNodeOnly.includes(file)), inNodeOnly };
}

/** The worker's script: runs each file and tells the page what came of it. */
const workerSource = (files: string[]): string => `
import { runFile } from ${JSON.stringify(shim)};
const files = { ${files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(root + file)})`).join(',')} };
for (const [file, load] of Object.entries(files)) {
  try { postMessage({ file, outcomes: await runFile(load) }); }
  catch (error) { postMessage({ file, outcomes: [{ name: 'loading', error: String(error) }] }); }
}
postMessage({ done: true });
`;

function virtualWorker(files: string[]): Plugin {
  return {
    name: 'collate:core-tests',
    resolveId: (id) => (id === 'core-tests' ? '\0core-tests' : null),
    load: (id) => (id === '\0core-tests' ? workerSource(files) : null),
  };
}

/** Bundles unit tests of the core as modules for a worker: file name → script. */
export async function bundleTests(files: string[]): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [virtualWorker(files)],
    resolve: { alias: { vitest: shim } },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: { worker: 'core-tests' }, output: { entryFileNames: '[name].js' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []));
  return new Map(chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk.code]] : [])));
}
