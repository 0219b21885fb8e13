import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, runCommand, stop } from './command.mjs';

const read = (path) => {
  try {
    return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Whether node_modules holds what the lock file asks for. Versions are compared, not file times: a fresh
 * checkout of an old lock file has a new time, and reinstalling for that would cost a minute each time.
 */
export function packagesAreInstalled() {
  const wanted = read('package-lock.json')?.packages;
  const present = read('node_modules/.package-lock.json')?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

/** Installs the packages of the lock file when they are missing or others. Writes to stderr only. */
export async function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Collate needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (packagesAreInstalled()) return;
  process.stderr.write('Installing packages (once, about a minute)…\n');
  if (await npm('ci')) return;
  // A registry that lacks a package meant for another system makes "ci" refuse; "install" passes it over.
  if (await npm('install', '--no-save')) return;
  stop('The packages could not be installed; the lines above say why. Then try again.');
}

async function npm(...command) {
  const args = [...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const program = process.env.npm_execpath;
  const { code } = program
    ? await runCommand(process.execPath, [program, ...args], { stdout: 'stderr' })
    : await runCommand('npm', args, { stdout: 'stderr' });
  return code === 0;
}
