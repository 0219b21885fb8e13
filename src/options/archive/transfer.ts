import type { SetAside } from '../../messages/library-calls';
import { fail, ok, type Result } from '../../model/result';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { archiveHead, archiveTail, readArchive } from './archive-file';

export interface Progress {
  done: number;
  total: number;
}

/** Collects the whole library as the parts of one archive file, page by page. */
export async function collectArchive(
  madeAt: string,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result<Blob>> {
  const parts: string[] = [archiveHead(madeAt)];
  let cursor: string | null = null;
  let done = 0;
  do {
    if (signal.aborted) return fail('cancelled');
    const page: Awaited<ReturnType<typeof call<'archive.page'>>> = await call('archive.page', { cursor });
    if (!page.ok) return page;
    if (page.value.lines.length > 0) {
      parts.push(`${done > 0 ? ',\n' : ''}${page.value.lines.join(',\n')}`);
      done += page.value.lines.length;
    }
    progress({ done, total: Math.max(done, page.value.total) });
    cursor = page.value.next;
  } while (cursor !== null);
  parts.push(archiveTail);
  return ok(new Blob(parts, { type: 'application/json' }));
}

export interface ImportReport {
  taken: number;
  known: number;
  setAside: SetAside[];
}

const batchSize = 50;
const sizeLimit = 1_500_000_000;

async function readFile(file: File): Promise<Result<string>> {
  if (file.size === 0) return fail('file-empty', { file: file.name });
  if (file.size > sizeLimit) return fail('file-too-large', { file: file.name });
  try {
    return ok(await file.text());
  } catch {
    return fail('file-unreadable', { file: file.name });
  }
}

/**
 * Imports an archive in batches. Each batch is idempotent in the background, so one interrupted import is
 * finished by choosing the same file again.
 */
export async function importArchive(
  file: File,
  importId: string,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result<ImportReport>> {
  const text = await readFile(file);
  if (!text.ok) return text;
  const contents = readArchive(text.value);
  if (!contents.ok) return contents;
  const { records, unreadable } = contents.value;
  const report: ImportReport = {
    taken: 0,
    known: 0,
    setAside: unreadable.map((line) => ({ ...line, reason: say('lineNotJson') })),
  };
  for (let start = 0; start < records.length; start += batchSize) {
    if (signal.aborted) return fail('cancelled');
    const batch = records.slice(start, start + batchSize);
    const outcome = await call('archive.import', { records: batch, importId });
    if (!outcome.ok) return outcome;
    report.taken += outcome.value.taken;
    report.known += outcome.value.known;
    report.setAside.push(...outcome.value.setAside);
    progress({ done: Math.min(records.length, start + batchSize), total: records.length });
  }
  report.setAside.sort((left, right) => left.position - right.position);
  return ok(report);
}
