import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.mjs';

const names = {
  chromium: {
    variable: 'COLLATE_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    packages: { debian: 'chromium' },
  },
  firefox: {
    variable: 'COLLATE_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: { debian: 'firefox-esr' },
  },
};

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Snap stubs named like the browser cannot be driven: confined, and without a profile of our choosing. */
const isSnapStub = (path) => {
  try {
    return readFileSync(path, { encoding: 'latin1' }).slice(0, 4000).includes('/snap/bin/');
  } catch {
    return false;
  }
};

/**
 * Path of an installed browser, or null. `COLLATE_CHROMIUM` and `COLLATE_FIREFOX` name one by hand.
 *
 * @param {'chromium' | 'firefox'} kind
 * @returns {string | null}
 */
export function findBrowser(kind) {
  const { variable, commands, places } = names[kind];
  const named = process.env[variable];
  if (named) return isProgram(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...paths, ...places].find((path) => isProgram(path) && !isSnapStub(path)) ?? null;
}

async function administrator() {
  if (process.getuid?.() === 0) return [];
  const { code } = await runCommand('sudo', ['-n', 'true'], { quiet: true });
  return code === 0 ? ['sudo', '-n'] : null;
}

async function installFromDebian(packages) {
  const prefix = await administrator();
  if (!prefix) return false;
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return runCommand(command, rest, { quiet: true });
  };
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  process.stderr.write(`Installing ${packages.join(' and ')} from the system's packages…\n`);
  if ((await install()).code === 0) return true;
  await apt('update');
  return (await install()).code === 0;
}

/**
 * Finds the browsers, installing missing ones from Debian's packages where this user may.
 *
 * @param {('chromium' | 'firefox')[]} kinds
 * @returns {Promise<{missing: ('chromium' | 'firefox')[], advice: string}>} `advice` is one sentence, empty
 *   when nothing is missing.
 */
export async function ensureBrowsers(kinds) {
  const absent = () => kinds.filter((kind) => !findBrowser(kind));
  const before = absent();
  if (before.length === 0) return { missing: [], advice: '' };
  const packages = before.map((kind) => names[kind].packages.debian);
  const isDebian = isProgram('/usr/bin/apt-get');
  if (isDebian) await installFromDebian(packages);
  const missing = absent();
  const how = isDebian
    ? `run "sudo apt-get install ${missing.map((kind) => names[kind].packages.debian).join(' ')}"`
    : `install ${missing.join(' and ')}`;
  const or = missing.map((kind) => names[kind].variable).join(' / ');
  return {
    missing,
    advice: missing.length
      ? `No ${missing.join(' and no ')} was found: ${how}, or name the program in ${or}.`
      : '',
  };
}
