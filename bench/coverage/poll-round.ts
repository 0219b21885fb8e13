import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  Coverage,
  type CoverageStore,
  memoryCoverageStore,
  type PolitenessRules,
  politenessRules,
} from '../../src/coverage';
import type { Article } from '../../src/model/article';
import { ok } from '../../src/model/result';
import type { Outlet } from './loopback-outlets';

export interface RoundReport {
  lines: string[];
  broken: string[];
}

/** Rules with their times shortened, so that a round takes a minute: the proportions stay. */
const rules: PolitenessRules = {
  ...politenessRules,
  hostInterval: 1_000,
  feedInterval: 10 * 60_000,
  requestTimeout: 3_000,
  parallelHosts: 12,
};

interface Life {
  coverage: Coverage;
  kill(): void;
}

/** One life of a worker over the store that outlives it. After `kill` nothing of it goes on. */
function begin(store: CoverageStore, saved: Map<string, Article>, granted: ReadonlySet<string>): Life {
  const death = new AbortController();
  const never = new Promise<never>(() => {});
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (death.signal.aborted) return never;
    const value = await work().catch((error) => {
      if (death.signal.aborted) return never;
      throw error;
    });
    return death.signal.aborted ? never : value;
  };
  const coverage = new Coverage({
    store: {
      get: (table, key) => alive(() => store.get(table, key)),
      list: (table, range) => alive(() => store.list(table, range)),
      count: (table) => alive(() => store.count(table)),
      write: (changes) => alive(() => store.write(changes)),
    },
    sink: {
      async land(article) {
        const known = saved.has(article.id);
        saved.set(article.id, article);
        return ok(known ? 'known' : 'new');
      },
      matchesReading: async () => false,
      readHtml: async () => ok([...saved.values()][0]!),
      languageOf: () => null,
      isHeadline: async (id) => saved.has(id),
      dropHeadline: async () => {},
      arrived: async () => {},
    },
    send: (address, headers, signal) =>
      alive(async () => {
        const response = await fetch(address, {
          headers,
          redirect: 'manual',
          signal: AbortSignal.any([signal, death.signal]),
        });
        const header = (name: string) => response.headers.get(name);
        return { status: response.status, header, location: header('location'), body: response.body };
      }),
    isGranted: async (address) => granted.has(new URL(address).host),
    isOnline: () => true,
    rules,
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (milliseconds) => alive(() => new Promise((resolve) => setTimeout(resolve, milliseconds))),
  });
  return { coverage, kill: () => death.abort() };
}

const overlaps = ({ visits }: Outlet): number =>
  visits.slice(1).filter((visit, index) => visit.at < (visits[index]!.endedAt || Number.POSITIVE_INFINITY))
    .length;

const hurried = ({ visits }: Outlet): number =>
  // Clocks of both ends round to milliseconds; twenty of them are allowed.
  visits.slice(1).filter((visit, index) => visit.at - visits[index]!.endedAt < rules.hostInterval - 20)
    .length;

async function judge(
  store: CoverageStore,
  outlets: Outlet[],
  stranger: Outlet,
  saved: number,
  kills: number,
): Promise<RoundReport> {
  const log = await store.list('requests');
  const feeds = await store.list('feeds');
  const visits = outlets.flatMap((outlet) => outlet.visits);
  const broken: string[] = [];
  const expect = (holds: boolean, rule: string) => {
    if (!holds) broken.push(rule);
  };
  const logged = new Map<string, number>();
  for (const { address } of log) logged.set(address, (logged.get(address) ?? 0) + 1);
  const served = new Map<string, number>();
  for (const { address } of visits) served.set(address, (served.get(address) ?? 0) + 1);
  const missing = [...served].filter(([address, count]) => (logged.get(address) ?? 0) < count);
  const interrupted = log.filter(({ outcome }) => outcome === 'interrupted').length;
  const unsent = log.length - visits.length;
  const arrivedTwice = outlets.filter(
    ({ feed }) =>
      log.filter(
        ({ address, outcome }) => address === feed && (outcome === 'arrived' || outcome === 'not-changed'),
      ).length > 1,
  );
  const answering = outlets.filter(
    ({ manner }) => manner === 'plain' || manner === 'slow' || manner === 'not-changed',
  );
  const lost = answering.filter(({ feed }) => !feeds.find(({ address }) => address === feed)?.lastArrived);
  const withItems = outlets.filter(({ manner }) => manner === 'plain' || manner === 'slow');
  const limitedAgain = log.filter(({ address, at, status }) => {
    if (status !== 429) return false;
    return log.some(
      (later) =>
        later.address === address && later.at > at && Date.parse(later.at) < Date.parse(at) + 120_000,
    );
  });
  const forbidden = outlets.filter(
    ({ manner, visits: seen }) =>
      manner === 'forbidding' && seen.some(({ address }) => address.endsWith('/feed')),
  );
  expect(stranger.visits.length === 0, 'a host without grant was asked');
  expect(
    outlets.every((outlet) => overlaps(outlet) === 0),
    'a host had two requests at once',
  );
  expect(
    outlets.every((outlet) => hurried(outlet) === 0),
    'a host was asked again within its interval',
  );
  expect(missing.length === 0, 'a request is missing in the log');
  expect(unsent >= 0 && unsent <= interrupted, 'the log holds requests that were never sent');
  expect(arrivedTwice.length === 0, 'a feed was fetched twice');
  expect(lost.length === 0, `${lost.length} feeds were lost`);
  expect(saved === withItems.length * 10, `${saved} headlines landed, not ${withItems.length * 10}`);
  expect(limitedAgain.length === 0, 'a host was asked again within its Retry-After');
  expect(forbidden.length === 0, 'robots.txt was not kept to');
  expect(
    log.every(({ outcome }) => outcome !== 'under-way'),
    'a request stayed under way',
  );
  return {
    broken,
    lines: [
      `feeds ${outlets.length}, requests served ${visits.length}, requests logged ${log.length}`,
      `kills ${kills}, requests cut off by them ${interrupted} (${unsent} had not left)`,
      `headlines landed ${saved}`,
    ],
  };
}

interface OutletLogs {
  outlets: Outlet[];
  stranger: Outlet;
}

/** Starts the outlets in a process of their own; `logs` asks for what they have seen. */
async function startOutlets(
  count: number,
): Promise<OutletLogs & { logs(): Promise<OutletLogs>; close(): void }> {
  const child = fork(fileURLToPath(new URL('./outlets-process.ts', import.meta.url)), [String(count)]);
  const reply = () =>
    new Promise<OutletLogs>((resolve) => child.once('message', (logs) => resolve(logs as OutletLogs)));
  const first = await reply();
  return {
    ...first,
    logs() {
      const asked = reply();
      child.send('logs');
      return asked;
    },
    close: () => child.disconnect(),
  };
}

/** A poll round over loopback servers with the worker killed again and again, judged by the servers' own logs. */
export async function pollRound(count: number, kills: number): Promise<RoundReport> {
  const { outlets, logs, close } = await startOutlets(count);
  const store = memoryCoverageStore();
  const saved = new Map<string, Article>();
  const granted = new Set(outlets.map(({ host }) => host));
  try {
    let life = begin(store, saved, granted);
    await life.coverage.following.follow(
      outlets.map(({ feed }) => ({
        address: feed,
        title: '',
        home: null,
        owner: null,
        language: null,
        origin: 'typed',
        textRule: 'never',
      })),
    );
    const end = Date.now() + 180_000;
    let killed = 0;
    for (;;) {
      const step = life.coverage.queue.step(Date.now() + 60_000);
      if (killed < kills) {
        await new Promise((resolve) => setTimeout(resolve, 300 + ((killed * 173) % 700)));
        life.kill();
        killed += 1;
        life = begin(store, saved, granted);
        continue;
      }
      await Promise.race([step, new Promise((resolve) => setTimeout(resolve, 30_000))]);
      const tasks = await store.list('tasks');
      const waiting = tasks.filter(({ due, started }) => started !== null || due < Date.now() + 60_000);
      if (waiting.length === 0 || Date.now() > end) break;
    }
    life.kill();
    const seen = await logs();
    return await judge(store, seen.outlets, seen.stranger, saved.size, killed);
  } finally {
    close();
  }
}
