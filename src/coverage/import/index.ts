import { decodeText } from '../decode';
import { rowOfHtml } from './html-file';
import { rowOfJson } from './json-records';
import {
  byteChunks,
  endOfCsvRecords,
  endOfLines,
  endOfRisRecords,
  jsonElements,
  lines,
  type Meter,
  recordChunks,
  textPieces,
  wholeText,
} from './pieces';
import { type ImportSource, type PositionedRow, type RawRow, rowLimit } from './rows';
import { headingOfCsv, rowsOfBookmarks, rowsOfCsv, rowsOfRis } from './tables';
import { rowsOfWarc } from './web-archive';
import { zipEntries } from './zip';

export * from './rows';

/** What a file is, told by its first bytes and, where they do not tell, by its name. */
export type ImportFormat =
  | 'jsonl'
  | 'json'
  | 'html'
  | 'bookmarks'
  | 'csv'
  | 'ris'
  | 'warc'
  | 'zip'
  | 'pdf'
  | 'opml'
  | 'archive'
  | 'text'
  | 'unknown';

/** Saved pages and plain texts are read in one piece, at most this large. */
const wholeLimit = 30_000_000;
/** Tables up to this size are read in one piece, so that their encoding can be told from the whole. */
const tableLimit = 20_000_000;

const extension = (name: string): string => /\.([a-z0-9]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';

async function head(source: ImportSource): Promise<Uint8Array> {
  for await (const chunk of byteChunks(source, { bytes: 0 })) return chunk.subarray(0, 4_096);
  return new Uint8Array();
}

const textFormat = (text: string, name: string): ImportFormat => {
  const start = text.replace(/^\ufeff/, '').trimStart();
  const kind = extension(name);
  if (/^\{"format":"collate-archive"/.test(start)) return 'archive';
  if (/^WARC\/1\./.test(start)) return 'warc';
  if (/<opml[\s>]/i.test(start.slice(0, 500))) return 'opml';
  if (/<!DOCTYPE NETSCAPE-Bookmark|<title>Pocket Export/i.test(start)) return 'bookmarks';
  if (/^TY {1,2}- /m.test(start)) return 'ris';
  if (/^(?:<!doctype html|<html|<!--|<head|<body|<article)/i.test(start)) return 'html';
  if (kind === 'jsonl' || kind === 'ndjson') return 'jsonl';
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{')) return /^\{.*\}\s*\n\s*\{/.test(start) || !/[[]/.test(start) ? 'jsonl' : 'json';
  if (kind === 'csv' || kind === 'tsv' || /^"?(?:title|url|name)"?[,;\t]/i.test(start)) return 'csv';
  if (/^html?$|^xhtml$/.test(kind)) return 'html';
  return kind === 'txt' || kind === 'md' ? 'text' : 'unknown';
};

/** Looks at the beginning of a file; nothing but its first piece is read. */
export async function formatOf(source: ImportSource): Promise<ImportFormat> {
  const bytes = await head(source);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'warc';
  const text = decodeText(bytes, null);
  return text.startsWith('%PDF-') ? 'pdf' : textFormat(text, source.name);
}

async function* jsonRows(source: ImportSource, meter: Meter): AsyncGenerator<RawRow> {
  for await (const element of jsonElements(textPieces(source, meter), rowLimit)) yield rowOfJson(element);
}

async function* lineRows(source: ImportSource, meter: Meter): AsyncGenerator<RawRow> {
  for await (const line of lines(textPieces(source, meter), rowLimit)) {
    if (line === null || line.trim()) yield rowOfJson(line);
  }
}

async function* wholeRows(
  source: ImportSource,
  meter: Meter,
  read: (text: string) => RawRow[],
): AsyncGenerator<RawRow> {
  const bytes = await wholeText(source, meter, wholeLimit);
  if (bytes === null) yield { kind: 'set-aside', label: source.name, reason: 'too-large' };
  else yield* read(decodeText(bytes, null));
}

/** A table too long to be held: in chunks of whole records, as UTF-8. */
async function* chunkRows(
  source: ImportSource,
  meter: Meter,
  { read, cut, heading = () => '' }: Table,
): AsyncGenerator<RawRow> {
  let head: string | null = null;
  for await (const chunk of recordChunks(textPieces(source, meter), cut, rowLimit)) {
    if (chunk === null) yield { kind: 'set-aside', label: source.name, reason: 'too-large' };
    else yield* read(`${head ?? ''}${chunk}`);
    head ??= heading(chunk ?? '');
  }
}

async function* tableRows(source: ImportSource, meter: Meter, table: Table): AsyncGenerator<RawRow> {
  if (source.size > tableLimit) yield* chunkRows(source, meter, table);
  else yield* wholeRows(source, meter, table.read);
}

/** WACZ holds WARC files; Omnivore's and Zotero's zips hold HTML and JSON; a zip of saved pages holds HTML. */
const isWantedEntry = (name: string): boolean =>
  /\.(?:warc(?:\.gz)?|html?|json|csv|jsonl)$/i.test(name) && !/(?:^|\/)(?:datapackage|__MACOSX)/.test(name);

async function* zipRows(source: ImportSource, meter: Meter): AsyncGenerator<RawRow> {
  for await (const { name, chunks } of zipEntries(byteChunks(source, meter), isWantedEntry)) {
    try {
      if (/\.warc(?:\.gz)?$/i.test(name)) yield* rowsOfWarc(chunks);
      else {
        const inner: ImportSource = { name, size: 0, stream: () => streamOf(chunks) };
        yield* rowsOf(inner, textEntryFormat(name), { bytes: 0 });
      }
    } catch {
      // One damaged file of a zip says nothing about the others.
      yield { kind: 'set-aside', label: name, reason: 'damaged' };
    }
  }
}

const textEntryFormat = (name: string): ImportFormat => {
  const kind = extension(name);
  return kind === 'json' || kind === 'jsonl' || kind === 'csv' ? kind : 'html';
};

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

interface Table {
  read(text: string): RawRow[];
  /** Length of the part of a text that ends with a whole record. */
  cut(text: string): number;
  /** What every chunk after the first has to begin with. */
  heading?: (chunk: string) => string;
}

const tables: Partial<Record<ImportFormat, Table>> = {
  csv: { read: rowsOfCsv, cut: endOfCsvRecords, heading: headingOfCsv },
  ris: { read: rowsOfRis, cut: endOfRisRecords },
  bookmarks: { read: rowsOfBookmarks, cut: endOfLines },
};

const wholeFiles: Partial<Record<ImportFormat, (text: string, name: string) => RawRow[]>> = {
  html: (text, name) => [rowOfHtml(text, name)],
  text: (text, name) => [{ kind: 'text', label: text.trim().split('\n')[0]?.slice(0, 300) || name, text }],
};

function rowsOf(source: ImportSource, format: ImportFormat, meter: Meter): AsyncGenerator<RawRow> {
  const table = tables[format];
  if (table) return tableRows(source, meter, table);
  const whole = wholeFiles[format];
  if (whole) return wholeRows(source, meter, (text) => whole(text, source.name));
  if (format === 'jsonl') return lineRows(source, meter);
  if (format === 'json') return jsonRows(source, meter);
  if (format === 'warc') return rowsOfWarc(byteChunks(source, meter));
  if (format === 'zip') return zipRows(source, meter);
  return wholeRows(source, meter, () => [
    { kind: 'set-aside', label: source.name, reason: 'unknown-format' },
  ]);
}

/**
 * Rows of a file, streamed. A damaged row or file is a row set aside with its reason; nothing is thrown, and what
 * came before it stands.
 */
export async function* readImport(source: ImportSource, format: ImportFormat): AsyncGenerator<PositionedRow> {
  const meter: Meter = { bytes: 0 };
  let position = 0;
  try {
    for await (const row of rowsOf(source, format, meter)) {
      position += 1;
      yield { position, row, bytes: meter.bytes };
    }
  } catch {
    const row: RawRow = { kind: 'set-aside', label: source.name, reason: 'damaged' };
    yield { position: position + 1, row, bytes: meter.bytes };
  }
}
