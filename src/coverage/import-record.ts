import type { ArticleId } from '../model/article';
import type { ImportRecord } from './records';

/** Rows set aside that are kept with their reasons; beyond it only their number is. */
export const setAsideRowsKept = 1_000;

/** What became of one row of an import after it was counted as a link: its text came, or why it did not. */
export type LinkOutcome =
  | { kind: 'taken'; id: ArticleId }
  | { kind: 'known' }
  | { kind: 'set-aside'; row: number | null; address: string; reason: string };

/** The record of an import with one of its links settled. */
export function withLinkSettled(record: ImportRecord, outcome: LinkOutcome): ImportRecord {
  const links = Math.max(0, record.links - 1);
  if (outcome.kind === 'taken')
    return { ...record, links, taken: record.taken + 1, articles: [...record.articles, outcome.id] };
  if (outcome.kind === 'known') return { ...record, links, known: record.known + 1 };
  const row = { position: outcome.row ?? 0, label: outcome.address, reason: outcome.reason };
  const rows = [...record.rows, row].slice(0, setAsideRowsKept);
  return { ...record, links, setAside: record.setAside + 1, rows };
}

/** The report of an import before its first row. */
export const emptyImport = (record: Pick<ImportRecord, 'key' | 'at' | 'name' | 'format'>): ImportRecord => ({
  ...record,
  taken: 0,
  known: 0,
  setAside: 0,
  rows: [],
  articles: [],
  pending: [],
  through: 0,
  links: 0,
  state: 'running',
});
