import { emptyImport, type ImportRecord } from '../../coverage';
import type { CoverageCalls } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { fail, ok, type Result } from '../../model/result';
import { freshIds, nothing, withBatch } from './import-batch';
import type { Parts } from './parts';

type ImportCalls = Pick<
  CoverageCalls,
  'import.begin' | 'import.rows' | 'import.end' | 'import.list' | 'import.sites' | 'import.undo'
>;

/** Articles moved to the bin in one write. */
const undoBatch = 200;

/** Brings in what the reader has, row by row with a report, each import as one thing that can be taken back. */
export function importHandlers({ context, coverage, schedule }: Parts): Handlers<ImportCalls> {
  const { store, lock } = coverage;
  const put = (record: ImportRecord) => store.write([{ table: 'imports', put: [record] }]);
  const change = <T>(key: string, work: (record: ImportRecord) => Promise<Result<T>>): Promise<Result<T>> =>
    lock.run(async () => {
      const record = await store.get('imports', key);
      return record ? work(record) : fail('not-found');
    });
  return {
    async 'import.begin'({ name, format }) {
      const key = `${context.clock()}-${Math.random().toString(36).slice(2, 8)}`;
      await put(emptyImport({ key, at: context.clock(), name, format }));
      return ok({ key });
    },
    'import.rows': ({ key, rows }) =>
      change(key, async (record) => {
        // The page asks again when the worker died before it answered: these rows are counted already.
        if ((rows[0]?.position ?? 0) <= record.through) return ok(nothing);
        const fresh = await freshIds(context, rows);
        const ours = new Set(record.pending.filter((id) => !fresh.includes(id)));
        const pending = [...new Set([...record.pending, ...fresh])];
        // First what is about to be brought, then the bringing: however the worker ends, undo finds it all.
        if (fresh.length > 0) await put({ ...record, pending });
        const done = await withBatch(context, store, { ...record, pending }, rows, ours);
        if (!done.ok) return done;
        await put(done.value.record);
        return ok(done.value.counts);
      }),
    'import.end': ({ key }) =>
      change(key, async (record) => {
        const ended: ImportRecord = { ...record, state: 'done' };
        await put(ended);
        // Links without a text wait for nothing else: without this they would lie until some alarm rings.
        if (ended.links > 0) void schedule.run();
        return ok(ended);
      }),
    async 'import.list'() {
      return ok({ imports: await store.list('imports', { descending: true, limit: 100 }) });
    },
    'import.sites': ({ key }) =>
      change(key, async () => {
        const waiting = (await store.list('tasks')).filter(({ importId }) => importId === key);
        const { isGranted } = coverage.dependencies;
        const byHost = new Map(waiting.map(({ address }) => [new URL(address).host, address]));
        const addresses: string[] = [];
        for (const address of byHost.values()) if (!(await isGranted(address))) addresses.push(address);
        const hosts = new Set(addresses.map((address) => new URL(address).host));
        return ok({ addresses, links: waiting.filter(({ host }) => hosts.has(host)).length });
      }),
    'import.undo': ({ key }) =>
      change(key, async (record) => {
        // Marked first: a text that is just arriving for it is not landed any more.
        const tasks = (await store.list('tasks')).filter(({ importId }) => importId === key);
        await store.write([
          { table: 'tasks', remove: tasks.map((task) => task.key) },
          { table: 'imports', put: [{ ...record, state: 'undone', links: 0 }] },
        ]);
        const ids = [...new Set([...record.articles, ...record.pending])];
        let removed = 0;
        for (let start = 0; start < ids.length; start += undoBatch) {
          const gone = await context.service.deleteArticles(ids.slice(start, start + undoBatch));
          if (gone.ok) removed += gone.value.count;
          else if (gone.failure.code !== 'not-found') return gone;
        }
        await put({ ...record, state: 'undone', links: 0, articles: [], pending: [] });
        return ok({ removed });
      }),
  };
}
