import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** How many folders above the data a scorer is looked for. */
const levels = 4;

/**
 * The scorer of that file name which lies beside the data or in a folder above it, or null. The path is the real
 * one: a script that asks whether it is the program itself says no when it was reached through a link, and then
 * prints nothing.
 */
export function scorerBeside(data: string, name: string): string | null {
  let folder = statSync(data).isDirectory() ? resolve(data) : dirname(resolve(data));
  for (let up = 0; up < levels; up += 1) {
    const scorer = join(folder, name);
    if (existsSync(scorer)) return realpathSync(scorer);
    folder = dirname(folder);
  }
  return null;
}

/** Runs a scorer and gives what it printed; what went wrong stands in it as a sentence, for nothing fails quietly. */
export function scored(scorer: string, parameters: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [scorer, ...parameters], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) return `The scorer could not be run: ${error.message}`;
  if (status !== 0) return `${stdout}The scorer could not score this data: ${lastLine(stderr)}`;
  return stdout.trim() === '' ? 'The scorer printed nothing.' : `${stdout}${stderr}`;
}

const lastLine = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /\S/.test(line) && !/^\s+at |^Node\.js/.test(line))
    .at(-1)
    ?.trim() ?? 'it ended without a word';
