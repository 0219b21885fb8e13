import type { StoryCard } from '../../../src/messages/story-calls';
import type { Article, ArticleId } from '../../../src/model/article';
import type { Citation } from '../../../src/model/comparison';
import { defaultSettings } from '../../../src/model/settings';
import type { Call } from '../../../src/ui/connection';
import { bell, courier, daily, herald, post, storyArticles, wire } from './articles';
import { floodView } from './comparison';
import { coverageAnswers } from './coverage-answers';
import { fakeBackground, never } from './fake-background';
import { cardOf, libraryOf, listFrom, outletsFrom } from './library';
import { versionsOfPost } from './versions';

type Answers = Parameters<typeof fakeBackground>[0];

const getArticle = ({ id }: { id: ArticleId }) => {
  const article = storyArticles.find((each) => each.id === id) as Article | undefined;
  if (!article) return 'not-found';
  const versions = [
    ...(id === post.id ? [{ savedAt: versionsOfPost.change.since, article: versionsOfPost.earlier }] : []),
    { savedAt: article.captured.at, article },
  ];
  return { article, card: cardOf(article, { tags: ['flood'], note: 'Ask the ministry.' }), versions };
};

const storyCard: StoryCard = {
  id: 's-flood',
  label: post.headline.value,
  articles: storyArticles.map(({ id }) => id),
  outlets: storyArticles.map(({ outlet }) => outlet.value),
  firstDay: '2031-03-05',
  lastDay: '2031-03-07',
};

const citations: Citation[] = [
  { from: daily.id, to: wire.id, name: wire.outlet.value, kind: 'wire-credit', span: null },
  { from: herald.id, to: post.id, name: post.outlet.value, kind: 'reported', span: null },
  { from: courier.id, to: herald.id, name: herald.outlet.value, kind: 'link', span: null },
  { from: herald.id, to: courier.id, name: courier.outlet.value, kind: 'link', span: null },
  { from: bell.id, to: null, name: 'Radio Sorrel', kind: 'reported', span: null },
];

const base: Answers = {
  'story.list': {
    stories: [
      storyCard,
      {
        ...storyCard,
        id: 's-tram',
        label: 'Council of Varn votes on the new tram line',
        articles: ['a', 'b'],
        outlets: ['Varn Daily', 'Evening Bell'],
        lastDay: '2031-03-05',
      },
    ],
    total: 2,
  },
  'story.get': {
    story: storyCard,
    cards: storyArticles.map((article) => cardOf(article)),
    views: [floodView],
    citations,
  },
  ...coverageAnswers,
  'coverage.news': { voices: 2, differs: 1, since: '2031-03-06T08:00:00.000Z' },
  'story.merge': { undo: 'u2' },
  'story.split': { undo: 'u3' },

  'settings.get': defaultSettings,
  'settings.set': (change: object) => ({ ...defaultSettings, ...change }),
  'storage.status': { articles: 128, quarantined: 2, usedBytes: 3_400_000, quotaBytes: 9_000_000_000 },
  'correction.list': [
    {
      id: 'c1',
      at: '2031-03-08T10:00:00.000Z',
      kind: 'row',
      target: 'row-gone',
      context: { judgement: 'not-the-same', label: 'cost of the bridge' },
    },
    {
      id: 'c2',
      at: '2031-03-08T10:05:00.000Z',
      kind: 'not-same-event',
      target: 'a b',
      context: { headlines: ['Dam fails', 'Bridge reopens'] },
    },
  ],
  'correction.add': (input: object) => ({ ...input, id: 'c1', at: '2031-03-08T10:00:00.000Z' }),
  'correction.remove': null,
  'collation.make': floodView,
  'article.list': listFrom(libraryOf(128)),
  'article.outlets': outletsFrom(libraryOf(128)),
  'article.get': getArticle,
  'article.annotate': null,
  'article.changes': ({ id }: { id: ArticleId }) => ({
    changes: id === post.id ? [versionsOfPost.change] : [],
  }),
  'trash.list': {
    entries: [
      {
        undo: 'articles 1',
        at: '2031-03-08T09:00:00.000Z',
        kind: 'articles',
        count: 5,
        bytes: 21_400,
        headlines: [
          'Harvest fair in Ostin draws record crowd',
          'Two held after fire at the Varn granary',
          'Bridge at Marrow reopens',
        ],
      },
      {
        undo: 'stories 1',
        at: '2031-03-07T09:00:00.000Z',
        kind: 'stories',
        count: 1,
        bytes: 0,
        headlines: [],
      },
    ],
  },
  'trash.empty': { count: 2 },
  'keep.preview': {
    articles: 128,
    versions: 3,
    bytes: 1_240_000,
    freed: 730_000,
    cards: libraryOf(20).map((card) => ({ ...card })),
  },
  'keep.look': ({ id }: { id: ArticleId }) => {
    const article = storyArticles.find((each) => each.id === id) ?? post;
    const [, ...rest] = article.paragraphs;
    return { article, kept: rest.slice(0, 2).map(({ start, end }) => ({ start, end })) };
  },
  'keep.apply': { undo: 'texts 1', count: 128, left: 0 },
  'article.delete': ({ ids }: { ids: string[] }) => ({ undo: 'u1', count: ids.length }),
  'article.undelete': { count: 1 },
  'archive.page': { lines: ['{"kind":"article"}'], next: null, total: 1 },
  'archive.import': {
    taken: 1,
    known: 0,
    setAside: [{ position: 2, label: herald.headline.value, reason: 'text is missing' }],
  },
};

const answers: Record<string, Answers> = {
  full: {},
  empty: {
    'article.list': listFrom([]),
    'story.list': { stories: [], total: 0 },
    'correction.list': [],
    'trash.list': { entries: [] },
    'keep.preview': { articles: 0, versions: 0, bytes: 0, freed: 0, cards: [] },
    'coverage.feeds': { feeds: [], trouble: null, nextWake: null, waiting: 0, ungranted: {} },
    'coverage.requests': { entries: [], total: 0 },
    'coverage.hosts': { hosts: [] },
    'import.list': { imports: [] },
    'coverage.news': { voices: 0, differs: 0, since: null },
  },
  one: { 'article.list': listFrom(libraryOf(1)) },
  waiting: { 'article.list': (query: never) => ({ ...listFrom(libraryOf(3))(query), waiting: 40 }) },
  'ten-thousand': { 'article.list': listFrom(libraryOf(10_000)) },
  loading: { 'article.list': never, 'article.get': never },
  error: {
    'article.list': 'storage-unavailable',
    'article.get': 'record-damaged',
    'settings.get': 'storage-newer',
    'story.list': 'storage-unavailable',
    'story.get': 'not-found',
    'storage.status': 'storage-unavailable',
    'trash.list': 'storage-unavailable',
    'coverage.feeds': 'storage-unavailable',
    'coverage.requests': 'storage-unavailable',
    'coverage.hosts': 'storage-unavailable',
    'import.list': 'storage-unavailable',
  },
};

export const optionsStateNames = Object.keys(answers);

export const optionsAnswers = (state: string): Answers => ({ ...base, ...answers[state] });

/** The background of one state of the library. */
export const optionsBackground = (state: string): Call => fakeBackground(optionsAnswers(state));
