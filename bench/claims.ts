import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../src/compare';
import { readEvents } from './compare/documents';
import { predictEvent, withLessCertain } from './compare/predict';
import { BenchError, type BenchOptions } from './harness/options';
import { scored, scorerBeside } from './harness/scorer';

export const summary = 'claim rows of labelled events: agree, differ, left out, only here';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'collate-claims-'));

const write = (path: string, prediction: unknown): void =>
  writeFileSync(path, `${JSON.stringify(prediction, null, 1)}\n`);

const linesOf = (text: string, pattern: RegExp): string[] =>
  text
    .split('\n')
    .filter((line) => pattern.test(line))
    .map((line) => `  ${line}`);

/**
 * Predicts rows, omissions and only-here sentences for one event file or a folder of them from nothing but the
 * documents, writes them to `--out` (a file for a file, a folder for a folder), and prints the scorer's figures.
 * Omissions and only-here sentences are the ones shown first; what is folded as less certain stands apart in the
 * prediction and is scored together with them in lines of its own. `--certain` does the same for rows: it keeps those
 * the popup shows first.
 */
export async function run({ data, out, rest }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names an event file or a folder of event files.');
  const isFolder = statSync(data).isDirectory();
  const target = out ?? (isFolder ? temporary() : join(temporary(), 'event.json'));
  if (isFolder) mkdirSync(target, { recursive: true });
  const withDoubtful = temporary();
  const certainOnly = rest.includes('--certain');
  const events = readEvents(data);
  for (const event of events) {
    const prediction = predictEvent(event, { analyse, certainOnly });
    write(isFolder ? join(target, event.name) : target, prediction);
    write(join(withDoubtful, event.name), withLessCertain(prediction));
  }
  console.log(`${events.length} events predicted${out ? ` into ${out}` : ''}`);
  const scorer = scorerBeside(data, 'score-claims.mjs');
  if (!scorer) {
    console.log('No scorer lies beside the data, so nothing is scored.');
    return;
  }
  const misses = rest.includes('--misses') ? ['--misses', '200'] : [];
  console.log(scored(scorer, [data, target, ...misses]));
  console.log('together with what is folded as less certain:');
  console.log(linesOf(scored(scorer, [data, withDoubtful]), /^(?:omission|only-here)/).join('\n'));
  if (!isFolder) return;
  for (const { name } of events) {
    const one = scored(scorer, [join(data, name), join(target, name)]);
    console.log([name, ...linesOf(one, /^(?:agree|differ|omission|only-here)/)].join('\n'));
  }
}
