import { withLinkSettled } from './import-record';
import type { Feed, Task } from './records';
import type { Settlement } from './settle';
import type { CoverageChange, CoverageStore } from './storage';

/** What a task was made for, read again after its request: the reader may have unfollowed or undone it meanwhile. */
export async function originOf(
  store: CoverageStore,
  task: Task,
): Promise<{ feed: Feed | null; isUnwanted: boolean }> {
  const feed = task.feed ? ((await store.get('feeds', task.feed)) ?? null) : null;
  const record = task.importId ? await store.get('imports', task.importId) : null;
  return { feed, isUnwanted: (task.feed !== null && !feed) || record?.state === 'undone' };
}

/** The task as it goes on; when it is over without anything to show, the import that made it says why. */
export async function settledChanges(
  store: CoverageStore,
  task: Task,
  { task: next, ended }: Pick<Settlement, 'task' | 'ended'>,
): Promise<CoverageChange[]> {
  if (next) return [{ table: 'tasks', put: [next] }];
  const gone: CoverageChange = { table: 'tasks', remove: [task.key] };
  const record = task.importId && ended ? await store.get('imports', task.importId) : null;
  if (!record || !ended) return [gone];
  const { importRow: row, address } = task;
  const settled = withLinkSettled(record, { kind: 'set-aside', row, address, reason: ended.code });
  return [gone, { table: 'imports', put: [settled] }];
}
