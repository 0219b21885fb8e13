import { readFileSync } from 'node:fs';
import { analyse, comparePair, type PairRow } from '../src/compare';
import type { Article, Span } from '../src/model/article';
import { articleOf, type EventDocument, readEvents } from './compare/documents';
import { type Mutated, type MutationKind, mutationKinds } from './compare/mutations';
import { BenchError, type BenchOptions } from './harness/options';

export const summary =
  'one number, date, name, place, speaker or negation changed in an article: found, and nothing else';

/** Event files hold documents; a `.jsonl` file holds one article a line. */
function readDocuments(path: string): EventDocument[] {
  if (!path.endsWith('.jsonl')) return readEvents(path).flatMap(({ documents }) => documents);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as EventDocument);
}

const analysed = (article: Article) => ({ article, analysis: analyse(article) });

type Analysed = ReturnType<typeof analysed>;

/** Where the changed words came to stand: the article's text drops a headline and joins paragraphs anew. */
function changedSentences(copy: Analysed, { text, changed }: Mutated): Set<string> {
  const found = new Set<string>();
  for (const { start, end } of changed) {
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const lineEnd = text.indexOf('\n', end);
    const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
    const within = start - lineStart;
    for (const { part, start: from, end: to } of copy.analysis.sentences) {
      const words = (part === 'headline' ? copy.article.headline.value : copy.article.text).slice(from, to);
      const at = line.indexOf(words);
      if (at >= 0 && at <= within && within < at + words.length) found.add(`${part}:${from}`);
    }
  }
  return found;
}

interface Tally {
  changed: number;
  found: number;
  wrong: number;
  missed: string[];
  falsely: string[];
}

function judge(document: EventDocument, original: Analysed, kind: MutationKind, tally: Tally): void {
  const mutated = kind.change(document.text);
  if (mutated === null) return;
  const copy = analysed(articleOf({ ...document, id: `${document.id}-copy`, url: null, text: mutated.text }));
  const places = changedSentences(copy, mutated);
  if (places.size === 0) return;
  tally.changed += 1;
  const rows = comparePair(original, copy).filter(({ verdict }) => verdict !== 'agree');
  const isThere = ({ b }: PairRow): boolean => places.has(`${b.part}:${b.span.start}`);
  const [first] = mutated.changed as [Span];
  const around = mutated.text.slice(Math.max(0, first.start - 130), first.end + 90).replace(/\s+/g, ' ');
  if (rows.some(isThere)) tally.found += 1;
  else tally.missed.push(`${mutated.text.slice(first.start, first.end)} | ${around}`);
  for (const row of rows.filter((each) => !isThere(each))) {
    tally.wrong += 1;
    tally.falsely.push(
      `${row.verdict} ${row.kind} ${row.reason.code}: ${row.a.value.slice(0, 80)} | ${row.b.value.slice(0, 80)}`,
    );
  }
}

/**
 * Rows of an article against its copy with one thing changed: is it found, and is anything else called different?
 * `--misses` prints what was not found and what was found falsely; `--every N` takes each Nth document alone.
 */
export async function run({ data, rest }: BenchOptions): Promise<void> {
  if (!data)
    throw new BenchError('--data PATH names an event file, a folder of event files or a .jsonl file.');
  const every = Number(rest[rest.indexOf('--every') + 1]) || 1;
  const documents = readDocuments(data).filter((_, at) => at % every === 0);
  const tallies = mutationKinds.map((kind) => ({
    kind,
    tally: { changed: 0, found: 0, wrong: 0, missed: [], falsely: [] } as Tally,
  }));
  for (const document of documents) {
    const original = analysed(articleOf(document));
    for (const { kind, tally } of tallies) judge(document, original, kind, tally);
  }
  console.log('kind              changed   found   false rows per copy');
  for (const { kind, tally } of tallies) {
    const { changed, found, wrong } = tally;
    const cells = changed ? [(found / changed).toFixed(2), (wrong / changed).toFixed(3)] : ['–', '–'];
    console.log(
      `${kind.name.padEnd(18)}${String(changed).padStart(7)}${cells[0]?.padStart(8)}${cells[1]?.padStart(15)}`,
    );
    if (!rest.includes('--misses')) continue;
    for (const line of tally.missed.slice(0, 12)) console.log(`    missed: ${line}`);
    for (const line of tally.falsely.slice(0, 12)) console.log(`    false:  ${line}`);
  }
}
