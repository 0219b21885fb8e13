import { fail, ok, type Result } from '../../model/result';

export const archiveFormat = 'collate-archive';
export const archiveVersion = 1;

/** First line of an archive: one JSON object whose records stand on a line each, so that a torn file can be saved line by line. */
export const archiveHead = (madeAt: string): string =>
  `{"format":${JSON.stringify(archiveFormat)},"version":${archiveVersion},"madeAt":${JSON.stringify(madeAt)},"records":[\n`;

export const archiveTail = '\n]}\n';

export interface ArchiveContents {
  records: { position: number; record: unknown }[];
  /** Lines that are no JSON, by position. */
  unreadable: { position: number; label: string }[];
}

function readHead(text: string): Result<null> {
  const head = /^\s*\{\s*"format"\s*:\s*"([^"]*)"\s*,\s*"version"\s*:\s*(\d+)/.exec(text.slice(0, 400));
  if (!head) return fail(/^\s*[[{]/.test(text) ? 'archive-wrong-format' : 'archive-not-json');
  if (head[1] !== archiveFormat) return fail('archive-wrong-format');
  if (Number(head[2]) > archiveVersion) return fail('archive-newer', { version: Number(head[2]) });
  return ok(null);
}

function readLines(text: string): ArchiveContents {
  const records: ArchiveContents['records'] = [];
  const unreadable: ArchiveContents['unreadable'] = [];
  const body = text.slice(text.indexOf('[') + 1);
  let position = 0;
  for (const line of body.split('\n')) {
    const json = line.trim().replace(/,$/, '');
    if (json === '' || json === ']}' || json === ']') continue;
    position++;
    try {
      records.push({ position, record: JSON.parse(json) });
    } catch {
      unreadable.push({ position, label: json.slice(0, 60) });
    }
  }
  return { records, unreadable };
}

/**
 * Reads an archive. One that another program wrote out anew is read as JSON; one that is torn or damaged is
 * read line by line, and only the damaged lines are set aside.
 */
export function readArchive(text: string): Result<ArchiveContents> {
  if (text.trim() === '') return fail('file-empty');
  const head = readHead(text);
  if (!head.ok) return head;
  try {
    const { records } = JSON.parse(text) as { records?: unknown };
    if (!Array.isArray(records)) return fail('archive-wrong-format');
    return ok({
      records: records.map((record, index) => ({ position: index + 1, record })),
      unreadable: [],
    });
  } catch {
    return ok(readLines(text));
  }
}
