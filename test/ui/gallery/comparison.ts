import type { CollationView } from '../../../src/messages/library-calls';
import type { Article, ArticleId, Span } from '../../../src/model/article';
import type { Reuse, ReuseSide, Voice } from '../../../src/model/comparison';
import { background, bell, courier, daily, herald, post, storyArticles, wire } from './articles';
import { evidenceOf } from './build-story';
import { cost, cracks, moved, report, road, toll, wireVoice } from './rows';

const soloVoice = (article: Article): Voice => ({
  id: `voice-${article.id}`,
  lead: article.id,
  articles: [article.id],
  outlets: [article.outlet.value],
  copies: [],
  likelyFirst: { name: article.outlet.value, article: article.id, reason: 'only-one' },
});

const voices: Voice[] = [
  soloVoice(post),
  {
    id: wireVoice,
    lead: wire.id,
    articles: [wire.id, daily.id],
    outlets: [wire.outlet.value, daily.outlet.value],
    copies: [
      {
        article: daily.id,
        reason: { code: 'shortened', share: 0.94 },
        shared: [{ start: 60, end: daily.text.length }],
        added: [{ start: 0, end: 59 }],
      },
    ],
    likelyFirst: { name: wire.outlet.value, article: wire.id, reason: 'credited' },
  },
  soloVoice(herald),
  soloVoice(courier),
  soloVoice(bell),
];

/** The paragraph from the archive in the text of one side, and what that has beside it. */
const sideOf = (article: Article): ReuseSide & { passage: Span } => {
  const start = article.text.indexOf(background);
  const passage = { start, end: start + background.length };
  const rest = [
    { start: 0, end: start - 2 },
    { start: passage.end + 2, end: article.text.length },
  ];
  return {
    voice: `voice-${article.id}`,
    article: article.id,
    share: background.length / article.text.length,
    added: rest.filter(({ start: from, end }) => from >= 0 && from < end),
    passage,
  };
};

const archived: Reuse = {
  sides: [sideOf(post), sideOf(herald)],
  passages: [[sideOf(post).passage, sideOf(herald).passage]],
};

const junction = 'Sorrel Junction';
const trains = 'Trains to Sorrel Junction are running again';

export const byId = (articles: Article[]): Record<ArticleId, Article> =>
  Object.fromEntries(articles.map((article) => [article.id, article]));

/** The whole comparison of the flood as seen from The Marrow Post. */
export const floodView: CollationView = {
  owners: {
    'marrowpost.test': 'Tarn & Wexley Press',
    'ostinherald.test': 'Kestrel Media',
    'kestrelwire.test': 'Kestrel Media',
  },
  articles: byId(storyArticles),
  collation: {
    counts: { pages: 6, outlets: 6, voices: 5, sources: 4 },
    voices,
    reuses: [archived],
    later: [],
    matches: [wire, daily, herald, courier, bell].map((article, index) => ({
      article: article.id,
      score: 0.97 - index * 0.03,
      relation: 'same-event' as const,
      reasons: [
        { code: 'names' as const, shared: ['Mara Quill', 'Alder Dam'] },
        { code: 'places' as const, shared: ['Sorrel Valley', 'Lower Venn'] },
        { code: 'close-in-time' as const, shared: [] },
      ],
    })),
    comparison: {
      rules: 1,
      article: post.id,
      rows: [moved, road, report, toll, cost, cracks],
      onlyHere: [
        {
          id: 'only-bells',
          certain: true,
          evidence: evidenceOf({
            article: post,
            sentence: '“We rang every bell we had,” he said.',
            stance: 'named-source',
            source: { name: 'Joris Hale' },
          }),
        },
        {
          id: 'only-schools',
          certain: true,
          evidence: evidenceOf({ article: post, sentence: 'Schools in Lower Venn are to reopen on Monday.' }),
        },
        {
          id: 'only-ovens',
          certain: false,
          evidence: evidenceOf({
            article: post,
            sentence: 'Bakers in Ostin kept their ovens lit for the halls.',
          }),
        },
      ],
      leftOut: [
        {
          id: 'left-trains',
          certain: true,
          evidence: [
            evidenceOf({ article: wire, voice: wireVoice, sentence: `${trains}.`, marks: [junction] }),
            evidenceOf({ article: herald, sentence: `${trains}.`, marks: [junction] }),
            evidenceOf({ article: courier, sentence: `${trains}, and the`, marks: [junction] }),
          ],
        },
        {
          id: 'left-lorry',
          certain: false,
          evidence: [
            evidenceOf({ article: herald, sentence: 'Divers are looking for a lorry that was on the dam.' }),
            evidenceOf({ article: bell, sentence: 'A lorry seen on the dam is still missing.' }),
          ],
        },
      ],
      denominator: {
        voices: 4,
        oldest: '2031-03-05T05:00:00.000Z',
        newest: '2031-03-07T16:00:00.000Z',
        cut: [{ article: courier.id, reasons: courier.completeness.reasons }],
      },
    },
  },
};
