import type { CollationView } from '../../../src/messages/library-calls';
import type { PageReading } from '../../../src/messages/page-calls';
import type { Article } from '../../../src/model/article';
import type { Row } from '../../../src/model/comparison';
import { defaultSettings } from '../../../src/model/settings';
import type { Call } from '../../../src/ui/connection';
import { bell, courier, post } from './articles';
import { writeArticle } from './build-story';
import { byId, floodView } from './comparison';
import { delivering, fakeBackground, never } from './fake-background';
import { cardOf } from './library';

export const readingOf = (article: Article, saved: PageReading['saved'] = null): PageReading => ({
  article,
  removed: [{ step: 'furniture', reason: 'related-links', text: 'Read more' }],
  tabAddress: article.address.raw,
  saved,
  private: false,
  feeds: [],
  run: null,
});

type Answers = Parameters<typeof fakeBackground>[0];

const base: Answers = {
  'settings.get': defaultSettings,
  'correction.list': [],
  'correction.add': (input: object) => ({ ...input, id: 'c1', at: '2031-03-08T10:00:00.000Z' }),
  'correction.remove': null,
  'page.read': readingOf(post),
  'collation.make': floodView,
  'page.show': { found: true },
  'page.highlight': { found: 7, missing: [] },
  'page.step': { all: false },
  'page.clear': null,
  'page.badge': null,
  'collation.near-misses': [
    {
      refusal: {
        article: 'a1-drill',
        score: 0.3,
        because: 'days-apart',
        reasons: [{ code: 'names', shared: ['Alder Dam'] }],
      },
      card: { ...cardOf(bell), id: 'a1-drill', headline: 'Valley towns drill for a break of Alder Dam' },
    },
  ],
  'article.save': { id: post.id, savedAt: '2031-03-05T09:30:00.000Z', version: 1 },
};

const withComparison = (change: Partial<CollationView['collation']['comparison']>): CollationView => ({
  ...floodView,
  collation: {
    ...floodView.collation,
    comparison: { ...floodView.collation.comparison, ...change },
  },
});

const aloneView: CollationView = {
  articles: byId([post]),
  collation: {
    comparison: {
      ...floodView.collation.comparison,
      rows: [],
      onlyHere: [],
      leftOut: [],
      denominator: { voices: 0, oldest: null, newest: null, cut: [] },
    },
    voices: floodView.collation.voices.slice(0, 1),
    reuses: [],
    matches: [],
    later: [],
    counts: { pages: 1, outlets: 1, voices: 1, sources: 1 },
  },
};

const { rows } = floodView.collation.comparison;

const manyRows: Row[] = Array.from({ length: 40 }, (_, index) => {
  const row = rows[index % 4] as Row;
  return { ...row, id: `${row.id}-${index}` };
});

const longWords = writeArticle({
  outlet: 'Donaudampfschifffahrtsgesellschaftskapitänszeitung',
  host: 'kapitaenszeitung.test',
  path: 'lang',
  headline:
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz_ohne_Trennstellen_und_ohne_Leerzeichen im Tal',
  authors: ['Wolfeschlegelsteinhausenbergerdorff'],
  day: '2031-03-05',
  language: 'de',
  paragraphs: post.text.split('\n\n'),
});

const rightToLeft = writeArticle({
  outlet: 'صحيفة الوادي',
  host: 'alwadi.test',
  path: 'sadd',
  headline: 'انهيار سد ألدر وإخلاء بلدات الوادي',
  authors: ['ليلى حداد'],
  day: '2031-03-05',
  language: 'ar',
  paragraphs: ['انهار سد ألدر فجر الأربعاء بعد ليلة من الأمطار الغزيرة.', 'قُتل 14 شخصا على الأقل.'],
});

/** Every state of the popup, by name: what the background answers in it. */
const answers: Record<string, Answers> = {
  full: {},
  saved: { 'page.read': readingOf(post, { at: '2031-03-05T09:30:00.000Z', versions: 1, sameText: true }) },
  'saved-older': {
    'page.read': readingOf(post, { at: '2031-03-04T19:00:00.000Z', versions: 1, sameText: false }),
  },
  empty: { 'collation.make': aloneView },
  reading: { 'page.read': never },
  comparing: { 'collation.make': never },
  'story-told': { 'collation.part': delivering(floodView, 2) as never },
  'rows-told': { 'collation.part': delivering(floodView, 4) as never },
  'only-here-told': { 'collation.part': delivering(floodView, 5) as never },
  'one-row': {
    'collation.make': withComparison({ rows: rows.slice(0, 1), onlyHere: [], leftOut: [] }),
  },
  'no-rows': { 'collation.make': withComparison({ rows: [], onlyHere: [], leftOut: [] }) },
  'forty-rows': { 'collation.make': withComparison({ rows: manyRows }) },
  'less-certain': { 'settings.get': { ...defaultSettings, showLessCertain: true } },
  'long-words': {
    'page.read': readingOf(longWords),
    'collation.make': {
      ...floodView,
      articles: Object.fromEntries(
        Object.entries(floodView.articles).map(([id, article]) => [
          id,
          id === post.id ? { ...article, outlet: longWords.outlet } : article,
        ]),
      ),
    },
  },
  'right-to-left': { 'page.read': readingOf(rightToLeft) },
  cut: { 'page.read': readingOf(courier), 'collation.make': aloneView },
  private: { 'page.read': { ...readingOf(post), private: true } },
  'no-article': { 'page.read': 'no-article' },
  'no-permission': { 'page.read': 'page-not-permitted' },
  restricted: { 'page.read': 'page-restricted' },
  'compare-failed': { 'collation.make': 'worker-gone' },
  'texts-arriving': {
    'coverage.texts': {
      waiting: ['t1', 't2'],
      ungranted: ['https://kestrelwire.test/feed'],
      patterns: ['https://*.kestrelwire.test/*'],
    },
  },
  'feed-offered': {
    'page.read': { ...readingOf(post), feeds: [{ href: 'https://marrowpost.test/feed', title: '' }] },
    'coverage.offer': {
      offer: {
        address: 'https://marrowpost.test/feed',
        title: '',
        patterns: ['https://*.marrowpost.test/*'],
      },
    },
  },
  'disk-full': { 'article.save': 'storage-full' },
  'all-wrong': {
    'correction.list': rows.map((row, index) => ({
      id: `c${index}`,
      at: '2031-03-08T10:00:00.000Z',
      kind: 'row' as const,
      target: row.id,
      context: null,
    })),
  },
};

export const popupStates = Object.keys(answers);

/** The background of one state of the popup. */
export const popupBackground = (state: string): Call => fakeBackground({ ...base, ...answers[state] });

export const popupAnswers = (state: string): Answers => ({ ...base, ...answers[state] });
