import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';
import { joinParagraphs, onDay, plainArticle } from '../../src/model/plain-article';

/** One line of the event benchmark; the gold fields may be absent. */
export interface BenchRow {
  id: string;
  dataset?: string;
  outlet?: string;
  url?: string;
  date?: string;
  title?: string;
  text: string;
  event?: string;
  ambig?: string[];
}

/** Reads JSONL; blank lines are skipped. */
export const readRows = (file: string): BenchRow[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as BenchRow);

/** Files that hold pairs or copies, or that share events with the other files of the benchmark, are no part of its mixed store. */
const notMixed = /(?:\.pairs|^copies-[^/]*|^neus)\.jsonl$/;

/** The JSONL files of one store: the file named, or every one of a folder (in the benchmark's own folder, its mixed store). */
export function storeFiles(path: string): string[] {
  const whole = resolve(path);
  if (!existsSync(whole)) throw new Error(`There is nothing at ${path}.`);
  if (statSync(whole).isFile()) return [whole];
  const files = readdirSync(whole)
    .filter((name) => name.endsWith('.jsonl') && !name.endsWith('.pairs.jsonl'))
    .sort();
  const mixed = files.filter((name) => !notMixed.test(name));
  return (mixed.length > 0 ? mixed : files).map((name) => join(whole, name));
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const hostOf = (row: BenchRow): string => {
  const address = row.url ?? '';
  if (URL.canParse(address)) return new URL(address).hostname.replace(/^www\./, '');
  return row.outlet ?? '';
};

/** A benchmark row as an Article. Rows without an address get one from their id. */
export function articleOf(row: BenchRow): Article {
  const address =
    row.url && URL.canParse(row.url) ? `${row.url}#${row.id}` : `https://bench.invalid/${row.id}`;
  const named = identify(`https://bench.invalid/${row.id}`, null);
  return plainArticle({
    id: named.id,
    address: { ...named.address, raw: address },
    outlet: { value: row.outlet ?? '', source: 'import' },
    host: hostOf(row),
    headline: { value: row.title ?? '', source: 'import' },
    published: row.date ? onDay(row.date.slice(0, 10), 'import') : null,
    language: { value: 'en', source: 'detected' },
    ...joinParagraphs(paragraphsOf(row.text ?? '')),
    captured: { at: '2026-01-01T00:00:00Z', how: 'imported', reader: 'import' },
  });
}
