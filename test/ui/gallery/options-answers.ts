import type { StoryCard } from '../../../src/messages/story-calls';
import type { Article, ArticleId } from '../../../src/model/article';
import type { Citation } from '../../../src/model/comparison';
import { defaultSettings } from '../../../src/model/settings';
import type { Call } from '../../../src/ui/connection';
import { bell, courier, daily, herald, post, storyArticles, wire } from './articles';
import { writeArticle } from './build-story';
import { floodView } from './comparison';
import { fakeBackground, never } from './fake-background';
import { cardOf, libraryOf, listFrom } from './library';

type Answers = Parameters<typeof fakeBackground>[0];

const earlier = writeArticle({
  outlet: 'The Marrow Post',
  host: 'marrowpost.test',
  path: '2031/03/05/alder-dam',
  headline: 'Alder Dam gives way after night of rain',
  authors: ['Ilse Tarn'],
  day: '2031-03-05',
  paragraphs: post.text.replace('At least 14 people', 'At least 12 people').split('\n\n').slice(0, 5),
});

const getArticle = ({ id }: { id: ArticleId }) => {
  const article = storyArticles.find((each) => each.id === id) as Article | undefined;
  if (!article) return 'not-found';
  const versions = [
    ...(id === post.id ? [{ savedAt: '2031-03-05T07:00:00.000Z', article: earlier }] : []),
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
  'article.get': getArticle,
  'article.annotate': null,
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
  },
  one: { 'article.list': listFrom(libraryOf(1)) },
  'ten-thousand': { 'article.list': listFrom(libraryOf(10_000)) },
  loading: { 'article.list': never, 'article.get': never },
  error: {
    'article.list': 'storage-unavailable',
    'article.get': 'record-damaged',
    'settings.get': 'storage-newer',
  },
};

export const optionsStateNames = Object.keys(answers);

export const optionsAnswers = (state: string): Answers => ({ ...base, ...answers[state] });

/** The background of one state of the library. */
export const optionsBackground = (state: string): Call => fakeBackground(optionsAnswers(state));
