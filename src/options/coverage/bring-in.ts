import {
  formatOf,
  type ImportFormat,
  type ImportSource,
  type PositionedRow,
  type RawRow,
  readImport,
} from '../../coverage/import';
import { articleFromText, extractArticle } from '../../extract';
import type { ImportRecord, ImportRow } from '../../messages/coverage-calls';
import { type Failure, fail, ok, type Result } from '../../model/result';
import { type Call, call } from '../../ui/connection';

/** Rows sent to the background at once: few enough that one message stays small. */
const batchRows = 50;
/** Characters of one batch; a batch of whole pages' texts stays far below what a message may hold. */
const batchCharacters = 4_000_000;

export interface BringInProgress {
  name: string;
  rows: number;
  /** 0 to 1 of the file's bytes. */
  share: number;
}

/** How the text of a PDF is had; loaded only when one is brought in. */
export type ReadPdf = (source: ImportSource) => Promise<Result<{ title: string; text: string }>>;

/** A file that belongs on another page of the library. */
export type Elsewhere = 'archive' | 'opml';

const savedNow = (): string => new Date().toISOString();

function articleRow(
  position: number,
  row: Extract<RawRow, { kind: 'html' | 'text' }>,
  name: string,
): ImportRow {
  const { label } = row;
  const savedAt = row.savedAt ?? savedNow();
  const address = row.address ?? `file:///${encodeURIComponent(name)}#${position}`;
  if (row.kind === 'text') {
    const { kind: _, label: headline, savedAt: __, ...facts } = row;
    const made = articleFromText({ ...facts, headline, capturedAt: savedAt, how: 'imported' });
    return made.ok
      ? { position, kind: 'article', label, article: made.value, savedAt }
      : { position, kind: 'set-aside', label, reason: 'no-text' };
  }
  const document = new DOMParser().parseFromString(row.html, 'text/html');
  const read = extractArticle(document, { address, capturedAt: savedAt, how: 'imported' });
  if (read.ok) return { position, kind: 'article', label, article: read.value.article, savedAt };
  return { position, kind: 'set-aside', label, reason: 'not-an-article' };
}

/** A row as it is sent: pages and texts have become articles. */
function importRowOf({ position, row }: PositionedRow, name: string): ImportRow {
  if (row.kind === 'html' || row.kind === 'text') {
    try {
      return articleRow(position, row, name);
    } catch {
      // One page that breaks the reader must not stop the rest.
      return { position, kind: 'set-aside', label: row.label, reason: 'damaged' };
    }
  }
  return { position, ...row, label: row.label.slice(0, labelLimit) };
}

const sizeOf = (row: ImportRow): number =>
  row.kind === 'article' ? row.article.text.length : row.kind === 'note' ? row.note.length : 500;

const labelLimit = 300;

async function* rowsOfSource(
  source: ImportSource,
  format: ImportFormat,
  readPdf: ReadPdf,
): AsyncGenerator<PositionedRow> {
  if (format !== 'pdf') return yield* readImport(source, format);
  const read = await readPdf(source);
  const row: RawRow = read.ok
    ? { kind: 'text', label: read.value.title || source.name, text: read.value.text }
    : { kind: 'set-aside', label: source.name, reason: 'damaged' };
  yield { position: 1, row, bytes: source.size };
}

/** Asked this often, a background that is stopped again and again while it comes back is given up. */
const mostAsks = 5;

/**
 * Asks until the background answers. Every call asks twice by itself; an import of minutes meets a background that is
 * stopped twice within one batch, and ended there with what had been taken. Rows sent twice are counted once.
 */
const askPatiently: Call = async (name, input) => {
  for (let asks = 1; ; asks++) {
    const answer = await call(name, input);
    if (answer.ok || answer.failure.code !== 'worker-gone' || asks === mostAsks) return answer;
  }
};

/** Sends rows in batches while they are read, so that neither file nor articles are ever held in full. */
class Batches {
  #rows: ImportRow[] = [];
  #characters = 0;

  constructor(readonly key: string) {}

  async add(row: ImportRow): Promise<Failure | null> {
    this.#rows.push(row);
    this.#characters += sizeOf(row);
    return this.#rows.length >= batchRows || this.#characters > batchCharacters ? this.flush() : null;
  }

  async flush(): Promise<Failure | null> {
    if (this.#rows.length === 0) return null;
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    const sent = await askPatiently('import.rows', { key: this.key, rows });
    return sent.ok ? null : sent.failure;
  }
}

/**
 * Brings files in as one import. Stops when the store cannot keep more or the reader stops it; what was taken until
 * then is reported and can be taken back.
 */
export async function bringIn(
  sources: ImportSource[],
  options: { readPdf: ReadPdf; signal: AbortSignal; progress(at: BringInProgress): void },
): Promise<Result<{ record: ImportRecord; elsewhere: { name: string; what: Elsewhere }[] }>> {
  const elsewhere: { name: string; what: Elsewhere }[] = [];
  const name = sources.length === 1 ? sources[0]!.name : `${sources[0]?.name ?? ''} (+${sources.length - 1})`;
  const formats = await Promise.all(sources.map(formatOf));
  if (formats.every((format) => format === 'unknown')) return fail('format-unknown', { name });
  const begun = await call('import.begin', { name, format: [...new Set(formats)].join(', ') });
  if (!begun.ok) return begun;
  const batches = new Batches(begun.value.key);
  let failure: Failure | null = null;
  let rows = 0;
  for (const [index, source] of sources.entries()) {
    const format = formats[index]!;
    if (format === 'archive' || format === 'opml') {
      elsewhere.push({ name: source.name, what: format });
      continue;
    }
    for await (const row of rowsOfSource(source, format, options.readPdf)) {
      // Places are counted over all files of the import, so that each names one row.
      rows += 1;
      failure = await batches.add(importRowOf({ ...row, position: rows }, source.name));
      options.progress({
        name: source.name,
        rows,
        share: source.size ? Math.min(1, row.bytes / source.size) : 1,
      });
      if (failure || options.signal.aborted) break;
    }
    if (failure || options.signal.aborted) break;
  }
  failure ??= await batches.flush();
  const ended = await askPatiently('import.end', { key: begun.value.key });
  if (failure) return { ok: false, failure };
  return ended.ok ? ok({ record: ended.value, elsewhere }) : ended;
}
