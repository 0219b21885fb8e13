import { articleTask, type Coverage, type CoverageStore, type ImportRecord } from '../../coverage';
import type { CoverageCalls, ImportRow } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { identify } from '../../model/identity';
import { fail, ok, type Result } from '../../model/result';
import { archiveLine } from '../../service/archive-lines';
import type { HandlerContext } from '../context';

type ImportCalls = Pick<
  CoverageCalls,
  'import.begin' | 'import.rows' | 'import.end' | 'import.list' | 'import.undo'
>;

/** Rows set aside that are kept with their reasons; beyond it only their number is. */
const rowLimit = 1_000;

type ArticleRow = Extract<ImportRow, { kind: 'article' }>;
type LinkRow = Extract<ImportRow, { kind: 'link' }>;
type NoteRow = Extract<ImportRow, { kind: 'note' }>;

interface Taken {
  taken: number;
  known: number;
  ids: string[];
  setAside: ImportRecord['rows'];
}

/** Saves articles in one batch; an article that was there before is known, unless its text is a new version. */
async function takeArticles({ service, store }: HandlerContext, rows: ArticleRow[]): Promise<Result<Taken>> {
  const cards = await store.getMany(
    'cards',
    rows.map(({ article }) => article.id),
  );
  // Records of an import take the way of an archive's, digest included, so that one function decides what is taken.
  const records = rows.map(({ position, article, savedAt }) => ({
    position,
    record: JSON.parse(archiveLine({ kind: 'article', savedAt, article })) as unknown,
  }));
  const outcome = await service.importRecords(records);
  if (!outcome.ok) return outcome;
  const refused = new Set(outcome.value.setAside.map(({ position }) => position));
  const fresh = rows.filter(({ position }, index) => !cards[index] && !refused.has(position));
  const { taken, known, setAside } = outcome.value;
  return ok({ taken, known, setAside, ids: [...new Set(fresh.map(({ article }) => article.id))] });
}

/** Links without text wait to be fetched, from hosts the reader grants; known articles are not fetched again. */
async function takeLinks(context: HandlerContext, rows: LinkRow[], importId: string, now: number) {
  const ids = rows.map(({ address }) => identify(address, null).id);
  const cards = await context.store.getMany('cards', ids);
  const fresh = rows.filter((_, index) => !cards[index]);
  const tasks = fresh.map(({ address }) =>
    articleTask(
      address,
      { feed: null, importId, article: null },
      { due: now, purpose: 'imported-link', typedHost: null },
    ),
  );
  return { tasks, known: rows.length - fresh.length };
}

/** Notes on articles of the library, added to what is noted there already; others are set aside. */
async function takeNotes({ service, store }: HandlerContext, rows: NoteRow[]) {
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

/** Brings in what the reader has, row by row with a report, each import as one thing that can be taken back. */
export function importHandlers(
  context: HandlerContext,
  store: CoverageStore,
  coverage: Coverage,
): Handlers<ImportCalls> {
  const change = async (key: string, work: (record: ImportRecord) => Promise<Result<ImportRecord>>) =>
    coverage.lock.run(async () => {
      const record = await store.get('imports', key);
      if (!record) return fail('not-found');
      const changed = await work(record);
      if (changed.ok) await store.write([{ table: 'imports', put: [changed.value] }]);
      return changed;
    });
  return {
    async 'import.begin'({ name, format }) {
      const key = `${context.clock()}-${Math.random().toString(36).slice(2, 8)}`;
      const record: ImportRecord = {
        ...{ key, at: context.clock(), name, format, taken: 0, known: 0, setAside: 0 },
        ...{ rows: [], articles: [], links: 0, state: 'running' },
      };
      await store.write([{ table: 'imports', put: [record] }]);
      return ok({ key });
    },
    async 'import.rows'({ key, rows }) {
      const articles = rows.filter((row): row is ArticleRow => row.kind === 'article');
      const links = rows.filter((row): row is LinkRow => row.kind === 'link' && URL.canParse(row.address));
      const aside = rows.flatMap((row) => (row.kind === 'set-aside' ? [row] : []));
      const outcome = { taken: 0, known: 0, links: 0, setAside: 0 };
      const changed = await change(key, async (record) => {
        const taken = await takeArticles(context, articles);
        if (!taken.ok) return taken;
        const waiting = await takeLinks(context, links, key, Date.now());
        if (waiting.tasks.length > 0) await store.write([{ table: 'tasks', put: waiting.tasks }]);
        const notes = await takeNotes(
          context,
          rows.filter((row): row is NoteRow => row.kind === 'note'),
        );
        const setAside = [
          ...taken.value.setAside,
          ...notes.setAside,
          ...aside.map(({ position, label, reason }) => ({ position, label, reason })),
        ];
        outcome.taken = taken.value.taken + notes.taken;
        outcome.known = taken.value.known + waiting.known + notes.known;
        outcome.links = waiting.tasks.length;
        outcome.setAside = setAside.length;
        return ok({
          ...record,
          taken: record.taken + outcome.taken,
          known: record.known + outcome.known,
          links: record.links + outcome.links,
          setAside: record.setAside + outcome.setAside,
          rows: [...record.rows, ...setAside].slice(0, rowLimit),
          articles: [...record.articles, ...taken.value.ids],
        });
      });
      return changed.ok ? ok(outcome) : changed;
    },
    'import.end': ({ key }) => change(key, async (record) => ok({ ...record, state: 'done' })),
    async 'import.list'() {
      return ok({ imports: await store.list('imports', { descending: true, limit: 100 }) });
    },
    async 'import.undo'({ key }) {
      let removed = 0;
      const changed = await change(key, async (record) => {
        const tasks = (await store.list('tasks')).filter(({ importId }) => importId === key);
        await store.write([{ table: 'tasks', remove: tasks.map((task) => task.key) }]);
        for (let start = 0; start < record.articles.length; start += 200) {
          const gone = await context.service.deleteArticles(record.articles.slice(start, start + 200));
          if (!gone.ok) return gone;
          removed += gone.value.count;
        }
        return ok({ ...record, state: 'undone', articles: [] });
      });
      return changed.ok ? ok({ removed }) : changed;
    },
  };
}
