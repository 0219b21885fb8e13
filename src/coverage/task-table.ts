import type { Task } from './records';
import type { CoverageStore } from './storage';

/**
 * A store that also holds its tasks in memory. The queue looks through them before every request, and an import may
 * leave ten thousand: reading them from the database each time took longer than fetching. Every write to tasks must
 * go through the one wrapper; the database stays the truth and is written first.
 */
export function withTasksAtHand(store: CoverageStore): CoverageStore {
  let loading: Promise<Map<string, Task>> | null = null;
  const load = async () => new Map((await store.list('tasks')).map((task) => [task.key, task]));
  const tasks = (): Promise<Map<string, Task>> => {
    loading ??= load().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return {
    async get(table, key) {
      return table === 'tasks' ? ((await tasks()).get(key) as never) : store.get(table, key);
    },
    async list(table, range) {
      return table === 'tasks' && !range
        ? ([...(await tasks()).values()] as never)
        : store.list(table, range);
    },
    async count(table) {
      return table === 'tasks' ? (await tasks()).size : store.count(table);
    },
    async write(changes) {
      const touching = changes.filter((change) => change.table === 'tasks');
      if (touching.length === 0) return store.write(changes);
      const held = await tasks();
      await store.write(changes);
      for (const { put = [], remove = [] } of touching) {
        for (const key of remove) held.delete(key);
        for (const task of put) held.set(task.key, task);
      }
    },
  };
}
