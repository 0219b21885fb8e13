import type { Key } from '../store';
import { type ArchiveRecord, archiveLine, portableCoverage } from './archive-lines';
import { Refused } from './attempt';
import type { ServiceContext } from './context';

/** Records of one page of an export. */
const pageSize = 50;

/** Tables of an archive in the order they are written: annotations after the articles they belong to. */
const parts = ['articles', 'cards', 'corrections', 'settings', 'coverage'] as const;
type Part = (typeof parts)[number];

interface Cursor {
  part: Part;
  after: Key | null;
}

function parseCursor(cursor: string | null): Cursor {
  if (cursor === null) return { part: 'articles', after: null };
  try {
    const given = JSON.parse(cursor) as Cursor;
    if (parts.includes(given.part)) return given;
  } catch {
    // Falls through to the refusal below.
  }
  throw new Refused({ code: 'message-malformed', detail: { call: 'archive.page' } });
}

const bounds = (after: Key | null) => ({ ...(after === null ? {} : { after }), limit: pageSize });

/** One page of a table as archive records, with the key to go on after. */
async function readPart(
  { store }: ServiceContext,
  { part, after }: Cursor,
): Promise<{ records: ArchiveRecord[]; last: Key | null; more: boolean }> {
  const page = <T>(found: T[], key: (each: T) => Key, record: (each: T) => ArchiveRecord[]) => ({
    records: found.flatMap(record),
    last: found.length > 0 ? key(found.at(-1) as T) : null,
    more: found.length === pageSize,
  });
  if (part === 'articles')
    return page(
      await store.range('articles', bounds(after)),
      ({ id, version }) => [id, version],
      ({ savedAt, article }) => [{ kind: 'article', savedAt, article }],
    );
  if (part === 'cards')
    return page(
      await store.range('cards', bounds(after)),
      ({ id }) => id,
      ({ id, card: { tags, note, read } }) =>
        tags.length > 0 || note !== '' || read ? [{ kind: 'marks', id, tags, note, read }] : [],
    );
  if (part === 'corrections')
    return page(
      await store.range('corrections', bounds(after)),
      ({ id }) => id,
      (correction) => [{ kind: 'correction', correction }],
    );
  if (part === 'settings') {
    const settings = await store.get('settings', 'reader');
    return {
      records: settings ? [{ kind: 'settings', settings: settings.value }] : [],
      last: null,
      more: false,
    };
  }
  return page(
    await store.range('coverage', bounds(after)),
    ({ table, key }) => [table, key],
    ({ table, key, record }) =>
      portableCoverage.has(table) ? [{ kind: 'coverage', table, key, record }] : [],
  );
}

/** The next lines of an export. `total` is about how many there will be, for showing progress. */
export async function archivePage(
  context: ServiceContext,
  cursor: string | null,
): Promise<{ lines: string[]; next: string | null; total: number }> {
  const at = parseCursor(cursor);
  const { records, last, more } = await readPart(context, at);
  const following = parts[parts.indexOf(at.part) + 1];
  const next: Cursor | null = more
    ? { part: at.part, after: last }
    : following
      ? { part: following, after: null }
      : null;
  const [articles, corrections] = await Promise.all([
    context.store.count('articles'),
    context.store.count('corrections'),
  ]);
  return {
    lines: records.map(archiveLine),
    next: next && JSON.stringify(next),
    total: articles + corrections + 1,
  };
}
