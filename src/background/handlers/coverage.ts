import { sendHop } from '../../browser/hop';
import { grantedHosts, hasHosts } from '../../browser/permissions';
import {
  articleTask,
  Coverage,
  type CoverageStore,
  checkTemplate,
  planOf,
  politenessRules,
  queryOf,
  readSearchAnswer,
  type SearchEngine,
} from '../../coverage';
import type { CoverageCalls, HostUse } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { fail, ok } from '../../model/result';
import { coverageStore } from '../../service';
import type { HandlerContext } from '../context';
import { importHandlers } from '../coverage/imports';
import { readPreference, writePreference } from '../coverage/preferences';
import { Remember } from '../coverage/remember';
import { clearOldCoverage } from '../coverage/retention';
import { Schedule } from '../coverage/schedule';
import { coverageSink, showNews } from '../coverage/sink';
import { tabHandlers } from '../coverage/tabs';

/** Everything coverage is made of in the worker. */
interface Parts {
  context: HandlerContext;
  store: CoverageStore;
  coverage: Coverage;
  schedule: Schedule;
}

const isGranted = async (address: string): Promise<boolean> => {
  const { protocol, hostname } = new URL(address);
  return hasHosts([`${protocol}//${hostname}/*`]);
};

const createCoverage = (context: HandlerContext, store: CoverageStore): Coverage =>
  new Coverage({
    store,
    sink: coverageSink(context, store),
    send: sendHop,
    isGranted,
    isOnline: () => navigator.onLine,
    rules: politenessRules,
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

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

type FeedCalls = Pick<
  CoverageCalls,
  | 'coverage.feeds'
  | 'coverage.discover'
  | 'coverage.follow'
  | 'coverage.unfollow'
  | 'coverage.change'
  | 'coverage.ask'
>;

const feedHandlers = ({ coverage, schedule, store }: Parts): Handlers<FeedCalls> => ({
  async 'coverage.feeds'() {
    const [feeds, next, waiting] = await Promise.all([
      coverage.following.list(),
      coverage.queue.nextWake(),
      store.count('tasks'),
    ]);
    const nextWake = next === null ? null : new Date(next).toISOString();
    return ok({ feeds, trouble: coverage.trouble, nextWake, waiting: Math.max(0, waiting - feeds.length) });
  },
  'coverage.discover': ({ address }) => coverage.discover(address),
  async 'coverage.follow'({ feeds }) {
    const followed = await coverage.following.follow(feeds);
    void schedule.run();
    return ok(followed);
  },
  async 'coverage.unfollow'({ keys }) {
    await coverage.following.unfollow(keys);
    return ok(null);
  },
  async 'coverage.change'({ key, change }) {
    const changed = await coverage.following.change(key, change);
    void schedule.run();
    return changed;
  },
  async 'coverage.ask'({ keys }) {
    const asked = await coverage.following.askSoon(keys);
    void schedule.run();
    return ok({ asked });
  },
});

type SearchCalls = Pick<
  CoverageCalls,
  'coverage.engines' | 'coverage.search.plan' | 'coverage.search' | 'coverage.fetch'
>;

const isValidEngine = (engine: SearchEngine): boolean => checkTemplate(engine.template).ok;

const searchHandlers = ({ coverage, schedule, store }: Parts): Handlers<SearchCalls> => ({
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
        articleTask(
          address,
          { feed: null, importId: null, article: null },
          { due: Date.now(), purpose: 'article-text', typedHost: null },
        ),
      );
    await store.write([{ table: 'tasks', put: tasks }]);
    void schedule.run();
    return ok({ waiting: tasks.length });
  },
});

type RecordCalls = Pick<
  CoverageCalls,
  'coverage.requests' | 'coverage.requests.clear' | 'coverage.hosts' | 'coverage.news' | 'coverage.retention'
>;

const recordHandlers = (parts: Parts): Handlers<RecordCalls> => ({
  async 'coverage.requests'({ before, limit }) {
    const range = { descending: true, limit: Math.min(limit, 500), ...(before === null ? {} : { before }) };
    const [entries, total] = await Promise.all([
      parts.store.list('requests', range),
      parts.store.count('requests'),
    ]);
    return ok({ entries, total });
  },
  async 'coverage.requests.clear'() {
    const ended = (await parts.store.list('requests')).filter(({ outcome }) => outcome !== 'under-way');
    await parts.store.write([{ table: 'requests', remove: ended.map(({ key }) => key) }]);
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

/**
 * Registers what coverage listens to and gives its handlers. Must be called synchronously when the worker starts.
 */
export function registerCoverage(context: HandlerContext): Handlers<CoverageCalls> {
  const store = coverageStore(context.store);
  const coverage = createCoverage(context, store);
  const schedule = new Schedule(coverage, async () => {
    await clearOldCoverage(context, store);
  });
  const remember = new Remember(context, store);
  schedule.register();
  remember.register();
  const parts: Parts = { context, store, coverage, schedule };
  return {
    ...feedHandlers(parts),
    ...searchHandlers(parts),
    ...recordHandlers(parts),
    ...remember.handlers(),
    ...tabHandlers(context),
    ...importHandlers(context, store, coverage),
  };
}
