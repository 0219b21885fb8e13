import type { Feed, RequestEntry } from '../../../src/messages/coverage-calls';
import type { CallName, CallOutput } from '../../../src/messages/protocol';
import { herald, post } from './articles';
import { floodView } from './comparison';
import { cardOf } from './library';

type CoverageAnswers = {
  [Name in CallName]?: CallOutput<Name> | ((input: never) => unknown);
};

function feed(title: string, host: string, change: Partial<Feed> = {}): Feed {
  return {
    key: `feed-${host}`,
    address: `https://${host}/feed.xml`,
    title,
    home: `https://${host}/`,
    owner: null,
    language: 'en',
    format: 'rss',
    textRule: 'when-matching',
    origin: 'starter-pack',
    addedAt: '2031-02-20T08:00:00.000Z',
    paused: false,
    typed: false,
    etag: null,
    lastModified: null,
    lastTried: '2031-03-06T08:00:00.000Z',
    lastArrived: '2031-03-06T08:00:00.000Z',
    failures: 0,
    failure: null,
    seen: [],
    items: 24,
    setAside: [],
    ...change,
  };
}

const feeds: Feed[] = [
  feed('The Marrow Post', 'marrowpost.test', { owner: 'Tarn & Wexley Press' }),
  feed('Kestrel Wire', 'kestrelwire.test', { owner: 'Kestrel Media', textRule: 'always' }),
  feed('Ostin Herald', 'ostinherald.test', { paused: true }),
  feed('Radio Sorrel', 'radiosorrel.test', {
    lastArrived: null,
    failure: { code: 'host-not-permitted', detail: { host: 'radiosorrel.test' } },
  }),
  feed('Lowland Courier', 'lowlandcourier.test', {
    failure: { code: 'request-limited', detail: { host: 'lowlandcourier.test', status: 429 } },
  }),
];

const purposes = ['feed', 'article-text', 'robots', 'discovery', 'search', 'imported-link'] as const;
const outcomes = ['arrived', 'not-changed', 'redirected', 'failed', 'refused', 'under-way'] as const;

export const requests: RequestEntry[] = Array.from({ length: 24 }, (_, index) => ({
  key: `r${String(99 - index).padStart(3, '0')}`,
  at: new Date(Date.UTC(2031, 2, 6, 9, 0) - index * 640_000).toISOString(),
  host: 'kestrelwire.test',
  address: `https://kestrelwire.test/${index % 3 === 0 ? 'feed.xml' : `dispatch/alder-dam-fails-in-the-sorrel-valley-${index}`}`,
  purpose: purposes[index % purposes.length] ?? 'feed',
  outcome: outcomes[index % outcomes.length] ?? 'arrived',
  status: [200, 304, 301, 503, 403, null][index % 6] ?? null,
  bytes: index % 6 === 1 ? 0 : 18_400 + index * 977,
  milliseconds: 120 + index * 31,
  failure: index % 6 === 3 ? { code: 'request-failed', detail: { host: 'kestrelwire.test' } } : null,
  task: null,
}));

/** Answers for feeds, imports, searches and the request log. */
export const coverageAnswers: CoverageAnswers = {
  'coverage.feeds': { feeds, trouble: null, nextWake: '2031-03-06T10:00:00.000Z', waiting: 3, ungranted: {} },
  'coverage.follow': { feeds, added: 1 },
  'coverage.unfollow': null,
  'coverage.change': feeds[0] as Feed,
  'coverage.ask': { asked: 5 },
  'coverage.requests': { entries: requests, total: 312 },
  'coverage.requests.clear': { cleared: requests },
  'coverage.requests.restore': null,
  'coverage.hosts': {
    hosts: [
      {
        pattern: 'https://*.marrowpost.test/*',
        host: 'marrowpost.test',
        feeds: ['The Marrow Post'],
        remembered: true,
        search: false,
        requestsToday: 18,
      },
      {
        pattern: 'https://*.kestrelwire.test/*',
        host: 'kestrelwire.test',
        feeds: ['Kestrel Wire'],
        remembered: false,
        search: false,
        requestsToday: 7,
      },
      {
        pattern: 'https://*.find.test/*',
        host: 'find.test',
        feeds: [],
        remembered: false,
        search: true,
        requestsToday: 0,
      },
    ],
  },
  'coverage.remember': { hosts: ['marrowpost.test', 'eveningbell.test'], paused: false },
  'coverage.remembered': { cards: [cardOf(post), cardOf(herald)], total: 2 },
  'coverage.retention': { days: 30 },
  'coverage.engines': {
    engines: [
      {
        key: 'find',
        name: 'Find News',
        template: 'https://find.test/rss?q={query}',
        answers: 'feed',
        enabled: true,
      },
      {
        key: 'own',
        name: 'Valley archive',
        template: 'https://archive.test/atom?q={query}',
        answers: 'feed',
        enabled: false,
      },
    ],
  },
  'coverage.search.plan': {
    plans: [
      {
        engine: 'find',
        name: 'Find News',
        host: 'find.test',
        query: 'Alder Dam Sorrel Valley Lower Venn',
        address: 'https://find.test/rss?q=Alder',
      },
    ],
  },
  'coverage.search': {
    found: [
      {
        address: 'https://radiosorrel.test/dam',
        headline: 'Dam above the valley breaks',
        outlet: 'Radio Sorrel',
        day: '2031-03-05',
      },
    ],
  },
  'coverage.fetch': { waiting: 1 },
  'coverage.tabs': {
    tabs: [
      { id: 4, title: 'Dam breach: what the operator knew', host: 'ostinherald.test', permitted: true },
      { id: 5, title: 'Valley road closed', host: 'lowlandcourier.test', permitted: false },
    ],
  },
  'coverage.tabs.compare': { view: floodView, unread: [] },
  'import.list': {
    imports: [
      {
        key: 'i1',
        at: '2031-03-01T10:00:00.000Z',
        name: 'reading-list-2030.csv',
        format: 'csv',
        taken: 214,
        known: 12,
        setAside: 2,
        rows: [
          { position: 17, label: 'Harvest fair in Ostin', reason: 'no-text' },
          { position: 90, label: 'untitled', reason: 'not-an-article' },
        ],
        articles: [],
        links: 6,
        pending: [],
        through: 228,
        state: 'done',
      },
      {
        key: 'i2',
        at: '2031-02-11T10:00:00.000Z',
        name: 'clippings.zip',
        format: 'singlefile',
        taken: 0,
        known: 0,
        setAside: 0,
        rows: [],
        articles: [],
        links: 0,
        pending: [],
        through: 0,
        state: 'undone',
      },
    ],
  },
};
