import { grantedHosts } from '../../browser/permissions';
import type { CoverageCalls, HostUse } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { ok } from '../../model/result';
import type { Parts } from './parts';
import { readPreference, writePreference } from './preferences';
import { showNews } from './sink';

/** "https://*.harbour-post.example/*" → "harbour-post.example". */
const hostOfPattern = (pattern: string): string =>
  /^[^:]+:\/\/(?:\*\.)?([^/]+)/.exec(pattern)?.[1] ?? pattern;

async function hostUses({ store, coverage }: Parts): Promise<HostUse[]> {
  const [patterns, feeds, states, remember, engines] = await Promise.all([
    grantedHosts(),
    coverage.following.list(),
    store.list('hosts'),
    readPreference(store, 'remember'),
    readPreference(store, 'engines'),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  return patterns.map((pattern) => {
    const host = hostOfPattern(pattern);
    const covers = (other: string) => other === host || other.endsWith(`.${host}`);
    const counts = states.filter(({ key, day }) => covers(key.replace(/:\d+$/, '')) && day === today);
    return {
      pattern,
      host,
      feeds: feeds
        .filter(({ address }) => covers(new URL(address).hostname))
        .map(({ title, address }) => title || address),
      remembered: remember.hosts.some(covers),
      search: engines.some(
        ({ enabled, template }) => enabled && covers(new URL(template.replaceAll('{query}', 'x')).hostname),
      ),
      requestsToday: counts.reduce((sum, { requestsToday }) => sum + requestsToday, 0),
    };
  });
}

type RecordCalls = Pick<
  CoverageCalls,
  | 'coverage.requests'
  | 'coverage.requests.clear'
  | 'coverage.requests.restore'
  | 'coverage.hosts'
  | 'coverage.news'
  | 'coverage.retention'
>;

/** Calls about what was asked of whom, what it brought, and how long it stays. */
export const recordHandlers = (parts: Parts): Handlers<RecordCalls> => ({
  async 'coverage.requests'({ before, limit }) {
    const range = { descending: true, limit: Math.min(limit, 500), ...(before === null ? {} : { before }) };
    const [entries, total] = await Promise.all([
      parts.store.list('requests', range),
      parts.store.count('requests'),
    ]);
    return ok({ entries, total });
  },
  async 'coverage.requests.clear'() {
    const cleared = (await parts.store.list('requests')).filter(({ outcome }) => outcome !== 'under-way');
    await parts.store.write([{ table: 'requests', remove: cleared.map(({ key }) => key) }]);
    return ok({ cleared });
  },
  async 'coverage.requests.restore'({ entries }) {
    await parts.store.write([{ table: 'requests', put: entries }]);
    return ok(null);
  },
  async 'coverage.hosts'() {
    return ok({ hosts: await hostUses(parts) });
  },
  async 'coverage.news'({ seen }) {
    const news = await readPreference(parts.store, 'news');
    if (seen) {
      await writePreference(parts.store, 'news', { voices: 0, differs: 0, since: null });
      await showNews(0);
    }
    return ok(news);
  },
  async 'coverage.retention'(change) {
    const after = { ...(await readPreference(parts.store, 'retention')), ...change };
    if (change.days !== undefined) await writePreference(parts.store, 'retention', after);
    return ok(after);
  },
});
