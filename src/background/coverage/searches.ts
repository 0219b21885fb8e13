import {
  articleTask,
  checkTemplate,
  planOf,
  queryOf,
  readSearchAnswer,
  type SearchEngine,
} from '../../coverage';
import type { CoverageCalls } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { fail, ok } from '../../model/result';
import type { Parts } from './parts';
import { readPreference, writePreference } from './preferences';

type SearchCalls = Pick<
  CoverageCalls,
  'coverage.engines' | 'coverage.search.plan' | 'coverage.search' | 'coverage.fetch'
>;

const isValidEngine = (engine: SearchEngine): boolean => checkTemplate(engine.template).ok;

/** Calls about "Find coverage". */
export const searchHandlers = ({ coverage, schedule, store }: Parts): Handlers<SearchCalls> => ({
  async 'coverage.engines'({ engines }) {
    if (!engines) return ok({ engines: await readPreference(store, 'engines') });
    if (!engines.every(isValidEngine)) return fail('address-malformed', { reason: 'template' });
    await writePreference(store, 'engines', engines);
    return ok({ engines });
  },
  async 'coverage.search.plan'({ article }) {
    const engines = await readPreference(store, 'engines');
    const query = queryOf(article);
    return ok({ plans: engines.filter(({ enabled }) => enabled).map((engine) => planOf(engine, query)) });
  },
  async 'coverage.search'({ engine: key, query }) {
    const engine = (await readPreference(store, 'engines')).find((each) => each.key === key);
    if (!engine?.enabled || !query.trim()) return fail('not-found');
    const answer = await coverage.interactive.fetchNow(planOf(engine, query).address, 'search', null);
    if (!answer.ok) return answer;
    const found = readSearchAnswer(engine, answer.value, Date.now());
    return found.ok ? ok({ found: found.value }) : found;
  },
  async 'coverage.fetch'({ addresses }) {
    const tasks = addresses
      .filter((address) => URL.canParse(address))
      .map((address) =>
        articleTask(address, {}, { due: Date.now(), purpose: 'article-text', typedHost: null }),
      );
    await store.write([{ table: 'tasks', put: tasks }]);
    void schedule.run();
    return ok({ waiting: tasks.length });
  },
});
