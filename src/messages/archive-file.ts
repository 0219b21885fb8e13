import { fail, ok, type Result } from '../model/result';

/** Name and version of the archive's format. Version 1 is the only one so far. */
export const archiveFormat = 'collate-archive';
export const archiveVersion = 1;

/**
 * An archive is one JSON object whose records stand one to a line, so that it can be written and read in
 * pieces: head, lines joined by `,\n`, tail.
 */
export const archiveHead = (exportedAt: string, total: number): string =>
  `{"format":"${archiveFormat}","version":${archiveVersion},"exportedAt":${JSON.stringify(exportedAt)},"total":${total},"records":[\n`;

/** `written` tells a whole file from one whose end is missing. */
export const archiveTail = (written: number): string => `\n],"written":${written}}\n`;

export interface ArchiveEntry {
  /** Counted from 1. */
  position: number;
  /** The parsed record; the line itself where it is no JSON. */
  record: unknown;
}

export interface ArchiveReader {
  /** Takes the next piece of the file; gives the records that are complete. Fails once, at the head. */
  push(piece: string): Result<ArchiveEntry[]>;
  /** What is left, and whether the end of the file was there. */
  end(): Result<{ entries: ArchiveEntry[]; whole: boolean }>;
}

const headEnd = /"records"\s*:\s*\[/;

function checkHead(head: string): Result<null> {
  let parsed: { format?: unknown; version?: unknown };
  try {
    parsed = JSON.parse(`${head}]}`);
  } catch {
    return fail('archive-not-json');
  }
  if (parsed.format !== archiveFormat) return fail('archive-wrong-format');
  if (typeof parsed.version !== 'number' || parsed.version > archiveVersion)
    return fail('archive-newer', { version: String(parsed.version) });
  return ok(null);
}

const tailPattern = /^\],"written":\d+\}$/;
/** A head is short; a file without one by then is none of ours. */
const longestHead = 4_096;

/** Reads an archive piece by piece. A line that is no JSON comes back as text, to be set aside by position. */
export function createArchiveReader(): ArchiveReader {
  let rest = '';
  let position = 0;
  let headSeen = false;
  let whole = false;
  const entry = (line: string): ArchiveEntry[] => {
    const trimmed = line.trim().replace(/,$/, '');
    if (trimmed === '') return [];
    if (tailPattern.test(trimmed)) {
      whole = true;
      return [];
    }
    position += 1;
    try {
      return [{ position, record: JSON.parse(trimmed) as unknown }];
    } catch {
      return [{ position, record: trimmed }];
    }
  };
  const takeHead = (): Result<null> => {
    const match = headEnd.exec(rest.slice(0, longestHead));
    if (!match) return rest.length > longestHead ? fail('archive-wrong-format') : ok(null);
    const checked = checkHead(rest.slice(0, match.index + match[0].length));
    if (!checked.ok) return checked;
    rest = rest.slice(match.index + match[0].length);
    headSeen = true;
    return ok(null);
  };
  return {
    push(piece) {
      rest += position === 0 && !headSeen ? piece.replace(/^\ufeff/, '') : piece;
      if (!headSeen) {
        const head = takeHead();
        if (!head.ok) return head;
        if (!headSeen) return ok([]);
      }
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      return ok(lines.flatMap(entry));
    },
    end() {
      if (!headSeen) return rest.trim() === '' ? fail('file-empty') : fail('archive-not-json');
      const entries = entry(rest);
      rest = '';
      return ok({ entries, whole });
    },
  };
}
