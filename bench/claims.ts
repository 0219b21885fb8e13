import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { analyse } from '../src/compare';
import { readEvents } from './compare/documents';
import { predictEvent } from './compare/predict';
import { BenchError, type BenchOptions } from './harness/options';

export const summary = 'claim rows of labelled events: agree, differ, left out, only here';

/** The scorer that lies beside the data, in its folder or one above it. */
function scorerBeside(data: string): string | null {
  let folder = statSync(data).isDirectory() ? data : dirname(data);
  for (let up = 0; up < 4; up += 1) {
    const scorer = join(folder, 'score-claims.mjs');
    if (existsSync(scorer)) return scorer;
    folder = resolve(folder, '..');
  }
  return null;
}

const score = (scorer: string, gold: string, prediction: string, rest: string[] = []): string =>
  spawnSync(process.execPath, [scorer, gold, prediction, ...rest], { encoding: 'utf8' }).stdout;

/**
 * Predicts rows, omissions and only-here sentences for one event file or a folder of them from nothing but the
 * documents, writes them to `--out` (a file for a file, a folder for a folder), and prints the scorer's figures.
 * `--certain` keeps the rows the popup shows first.
 */
export async function run({ data, out, rest }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names an event file or a folder of event files.');
  const isFolder = statSync(data).isDirectory();
  const target = out ?? join(mkdtempSync(join(tmpdir(), 'collate-claims-')), isFolder ? '' : 'event.json');
  if (isFolder) mkdirSync(target, { recursive: true });
  const certainOnly = rest.includes('--certain');
  const events = readEvents(data);
  for (const event of events) {
    const prediction = predictEvent(event, { analyse, certainOnly });
    writeFileSync(isFolder ? join(target, event.name) : target, `${JSON.stringify(prediction, null, 1)}\n`);
  }
  console.log(`${events.length} events predicted${out ? ` into ${out}` : ''}`);
  const scorer = scorerBeside(data);
  if (!scorer) {
    console.log('No scorer lies beside the data, so nothing is scored.');
    return;
  }
  const misses = rest.includes('--misses') ? ['--misses', '200'] : [];
  console.log(score(scorer, data, target, misses));
  if (!isFolder) return;
  for (const { name } of events) {
    const lines = score(scorer, join(data, name), join(target, name))
      .split('\n')
      .filter((line) => /^(?:agree|differ|omission|only-here)/.test(line));
    console.log([name, ...lines.map((line) => `  ${line}`)].join('\n'));
  }
}
