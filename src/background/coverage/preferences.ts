import { type CoverageStore, gdelt, type SearchEngine } from '../../coverage';
import type { CoverageNews, Remembering, Retention } from '../../messages/coverage-calls';

/** What coverage keeps under fixed keys, each with its default. */
interface Preferences {
  news: CoverageNews;
  remember: Remembering;
  retention: Retention;
  engines: SearchEngine[];
  /** ISO day on which unread coverage was last cleared away. */
  cleared: string;
}

const defaults: Preferences = {
  news: { voices: 0, differs: 0, since: null },
  remember: { hosts: [], paused: false },
  retention: { days: 30 },
  engines: [gdelt],
  cleared: '',
};

export async function readPreference<Name extends keyof Preferences>(
  store: CoverageStore,
  name: Name,
): Promise<Preferences[Name]> {
  const record = await store.get('meta', name);
  return record ? (record.value as Preferences[Name]) : defaults[name];
}

export const writePreference = <Name extends keyof Preferences>(
  store: CoverageStore,
  name: Name,
  value: Preferences[Name],
): Promise<void> => store.write([{ table: 'meta', put: [{ key: name, value }] }]);
