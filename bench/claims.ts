import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../src/compare';
import { readEvents } from './compare/documents';
import { predictEvent } from './compare/predict';
import { BenchError, type BenchOptions } from './harness/options';
import { scored, scorerBeside } from './harness/scorer';

export const summary = 'claim rows of labelled events: agree, differ, left out, only here';

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
  const scorer = scorerBeside(data, 'score-claims.mjs');
  if (!scorer) {
    console.log('No scorer lies beside the data, so nothing is scored.');
    return;
  }
  const misses = rest.includes('--misses') ? ['--misses', '200'] : [];
  console.log(scored(scorer, [data, target, ...misses]));
  if (!isFolder) return;
  for (const { name } of events) {
    const lines = scored(scorer, [join(data, name), join(target, name)])
      .split('\n')
      .filter((line) => /^(?:agree|differ|omission|only-here)/.test(line));
    console.log([name, ...lines.map((line) => `  ${line}`)].join('\n'));
  }
}
