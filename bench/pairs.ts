import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { analyse } from '../src/compare';
import { judgePair } from './compare/judge-pair';
import { BenchError, type BenchOptions } from './harness/options';
import { scored, scorerBeside } from './harness/scorer';

export const summary = 'sentence pairs: agree, differ or neutral';

interface PairLine {
  id: string;
  a: string;
  b: string;
}

function pairOf(line: string, where: string): PairLine {
  const { id, a, b } = JSON.parse(line) as Partial<PairLine>;
  if (id === undefined || a === undefined || b === undefined)
    throw new BenchError(`${where}: a pair of sentences has the fields id, a and b.`);
  return { id, a, b };
}

function readPairs(path: string): PairLine[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim().length > 0)
      .map((line, at) => pairOf(line, `${basename(file)}, line ${at + 1}`)),
  );
}

/** Labels sentence pairs from a file or folder by the rows the product makes of them, and runs the scorer beside. */
export async function run({ data, out }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names a .jsonl file of sentence pairs or a folder of them.');
  const target = out ?? join(mkdtempSync(join(tmpdir(), 'collate-pairs-')), 'predictions.jsonl');
  const lines = readPairs(data).map(({ id, a, b }) =>
    JSON.stringify({ id, label: judgePair(a, b, analyse) }),
  );
  writeFileSync(target, `${lines.join('\n')}\n`);
  console.log(`${lines.length} pairs judged${out ? ` into ${out}` : ''}`);
  const scorer = scorerBeside(data, 'score-pairs.mjs');
  if (!scorer) {
    console.log('No scorer lies beside the data, so nothing is scored.');
    return;
  }
  console.log(scored(scorer, [data, target]));
}
