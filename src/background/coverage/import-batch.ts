import { articleTask, type CoverageStore, type ImportRecord, setAsideRowsKept } from '../../coverage';
import type { CoverageCalls, ImportRow } from '../../messages/coverage-calls';
import { identify } from '../../model/identity';
import { ok, type Result } from '../../model/result';
import { archiveLine } from '../../service/archive-lines';
import type { HandlerContext } from '../context';

type ArticleRow = Extract<ImportRow, { kind: 'article' }>;
type LinkRow = Extract<ImportRow, { kind: 'link' }>;
type NoteRow = Extract<ImportRow, { kind: 'note' }>;

type Counts = CoverageCalls['import.rows']['output'];

export const nothing: Counts = { taken: 0, known: 0, links: 0, setAside: 0 };

interface Taken {
  taken: number;
  known: number;
  setAside: ImportRecord['rows'];
}

const articleRows = (rows: ImportRow[]): ArticleRow[] =>
  rows.filter((row): row is ArticleRow => row.kind === 'article');

/** Articles of a batch that the library does not hold: what this import brings. */
export async function freshIds({ store }: HandlerContext, rows: ImportRow[]): Promise<string[]> {
  const ids = [...new Set(articleRows(rows).map(({ article }) => article.id))];
  const cards = await store.getMany('cards', ids);
  return ids.filter((_, index) => !cards[index]);
}

/**
 * Saves articles in one batch; an article that was there before is known, unless its text is a new version. `ours`
 * were saved by a worker that died before it could count them: they are taken by this import all the same.
 */
async function takeArticles(
  { service }: HandlerContext,
  rows: ArticleRow[],
  ours: ReadonlySet<string>,
): Promise<Result<Taken>> {
  // Records of an import take the way of an archive's, digest included, so that one function decides what is taken.
  const records = rows.map(({ position, article, savedAt }) => ({
    position,
    record: JSON.parse(archiveLine({ kind: 'article', savedAt, article })) as unknown,
  }));
  const outcome = await service.importRecords(records);
  if (!outcome.ok) return outcome;
  const { taken, known, setAside } = outcome.value;
  const uncounted = new Set(rows.map(({ article }) => article.id).filter((id) => ours.has(id))).size;
  return ok({ taken: taken + uncounted, known: known - uncounted, setAside });
}

/** Links without text wait to be fetched, from hosts the reader grants; known articles are not fetched again. */
async function takeLinks(context: HandlerContext, rows: LinkRow[], importId: string, now: number) {
  const ids = rows.map(({ address }) => identify(address, null).id);
  const cards = await context.store.getMany('cards', ids);
  const fresh = rows.filter((_, index) => !cards[index]);
  const tasks = fresh.map(({ address, position }) =>
    articleTask(
      address,
      { importId, importRow: position },
      { due: now, purpose: 'imported-link', typedHost: null },
    ),
  );
  const distinct = new Map(tasks.map((task) => [task.key, task]));
  return { tasks: [...distinct.values()], known: rows.length - distinct.size };
}

/** Notes on articles of the library, added to what is noted there already; others are set aside. */
async function takeNotes({ service, store }: HandlerContext, rows: NoteRow[]): Promise<Taken> {
  const setAside: ImportRecord['rows'] = [];
  let taken = 0;
  let known = 0;
  for (const { position, label, address, note } of rows) {
    const { id } = identify(address, null);
    const card = await store.get('cards', id);
    if (!card) setAside.push({ position, label, reason: 'not-in-library' });
    else if (card.card.note.includes(note)) known += 1;
    else if ((await service.annotate(id, { note: [card.card.note, note].filter(Boolean).join('\n\n') })).ok)
      taken += 1;
  }
  return { taken, known, setAside };
}

/** The record of an import after a batch, and what the batch brought. */
export async function withBatch(
  context: HandlerContext,
  store: CoverageStore,
  record: ImportRecord,
  rows: ImportRow[],
  ours: ReadonlySet<string>,
): Promise<Result<{ record: ImportRecord; counts: Counts }>> {
  const links = rows.filter((row): row is LinkRow => row.kind === 'link' && URL.canParse(row.address));
  const taken = await takeArticles(context, articleRows(rows), ours);
  if (!taken.ok) return taken;
  const waiting = await takeLinks(context, links, record.key, Date.now());
  if (waiting.tasks.length > 0) await store.write([{ table: 'tasks', put: waiting.tasks }]);
  const notes = await takeNotes(
    context,
    rows.filter((row): row is NoteRow => row.kind === 'note'),
  );
  const aside = rows.flatMap((row) =>
    row.kind === 'set-aside' ? [{ position: row.position, label: row.label, reason: row.reason }] : [],
  );
  const setAside = [...taken.value.setAside, ...notes.setAside, ...aside];
  const counts: Counts = {
    taken: taken.value.taken + notes.taken,
    known: taken.value.known + waiting.known + notes.known,
    links: waiting.tasks.length,
    setAside: setAside.length,
  };
  return ok({
    counts,
    record: {
      ...record,
      taken: record.taken + counts.taken,
      known: record.known + counts.known,
      links: record.links + counts.links,
      setAside: record.setAside + counts.setAside,
      rows: [...record.rows, ...setAside].slice(0, setAsideRowsKept),
      articles: [...record.articles, ...record.pending],
      pending: [],
      through: rows.at(-1)?.position ?? record.through,
    },
  });
}
