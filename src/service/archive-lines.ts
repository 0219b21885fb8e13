import type { Article, ArticleId } from '../model/article';
import type { Correction } from '../model/library';
import { parseArticle } from '../model/parse-article';
import { parseCorrection } from '../model/parse-correction';
import { fail, ok, type Result } from '../model/result';
import { canonicalJson, digest } from './hashes';

/** One record of an archive. `check` is the digest of the rest: a changed record is set aside, not taken. */
export type ArchiveRecord =
  | { kind: 'article'; savedAt: string; article: Article }
  | { kind: 'marks'; id: ArticleId; tags: string[]; note: string; read: boolean }
  | { kind: 'correction'; correction: Correction }
  | { kind: 'settings'; settings: unknown }
  | { kind: 'coverage'; table: string; key: string; record: unknown };

/**
 * Coverage tables that are the reader's own: feeds followed, imports made. Queue, request log and rate limits
 * belong to this device and are not carried to another.
 */
export const portableCoverage = new Set(['feeds', 'imports']);

/** A record as one line of JSON. */
export function archiveLine(record: ArchiveRecord): string {
  return JSON.stringify({ ...record, check: digest(canonicalJson(record)) });
}

const isText = (value: unknown): value is string => typeof value === 'string';

function parseFields(given: Record<string, unknown>): Result<ArchiveRecord> {
  if (given.kind === 'article') {
    const parsed = parseArticle(given.article);
    if (!parsed.ok) return parsed;
    const savedAt = given.savedAt;
    if (!isText(savedAt) || Number.isNaN(Date.parse(savedAt)))
      return fail('record-damaged', { field: 'savedAt', expected: 'an instant' });
    return ok({ kind: 'article', savedAt, article: parsed.value });
  }
  if (given.kind === 'correction') {
    const parsed = parseCorrection(given.correction);
    return parsed.ok ? ok({ kind: 'correction', correction: parsed.value }) : parsed;
  }
  if (given.kind === 'marks') {
    const { id, tags, note, read } = given;
    if (isText(id) && Array.isArray(tags) && tags.every(isText) && isText(note) && typeof read === 'boolean')
      return ok({ kind: 'marks', id, tags, note, read });
    return fail('record-damaged', { field: 'marks', expected: 'id, tags, note and read mark' });
  }
  if (given.kind === 'settings') return ok({ kind: 'settings', settings: given.settings });
  if (given.kind === 'coverage' && isText(given.table) && isText(given.key))
    return ok({
      kind: 'coverage',
      table: given.table,
      key: given.key,
      record: given.record,
    });
  return fail('record-damaged', { field: 'kind', expected: 'a kind of record this version knows' });
}

/** A record of an archive from outside, checked field by field and against its digest. */
export function parseArchiveRecord(value: unknown): Result<ArchiveRecord> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('record-damaged', { field: 'record', expected: 'a JSON object' });
  const { check, ...given } = value as Record<string, unknown>;
  if (check !== digest(canonicalJson(given)))
    return fail('record-damaged', { field: 'check', expected: 'the digest of the record' });
  return parseFields(given);
}
