import { describe, expect, it } from 'vitest';
import { compareVoices } from '../../src/compare';
import type { Voice } from '../../src/model/comparison';
import type { CollationView } from '../../src/model/library-query';
import { buildGrid } from '../../src/options/stories/grid';
import { analysed } from '../compare/articles';

const report = (name: string, day: string, sentence: string) => ({
  voice: name,
  ...analysed({ outlet: name, published: day, paragraphs: [sentence] }),
});
type Report = ReturnType<typeof report>;

const voiceOf = ({ voice, article }: Report): Voice => ({
  id: voice,
  lead: article.id,
  articles: [article.id],
  outlets: [voice],
  copies: [],
  likelyFirst: { name: voice, article: article.id, reason: 'only-one' },
});

/** The comparison of each report with the others, as the story's page gets them. */
const viewsOf = (reports: Report[]): CollationView[] =>
  reports.map((subject) => ({
    collation: {
      comparison: compareVoices({ subject, others: reports.filter((each) => each !== subject) }),
      voices: reports.map(voiceOf),
      reuses: [],
      matches: [],
      later: [],
      counts: { pages: 3, outlets: 3, voices: 3, sources: 3 },
    },
    articles: Object.fromEntries(reports.map(({ article }) => [article.id, article])),
  }));

const cellsOf = (reports: Report[], kind: string) =>
  buildGrid(viewsOf(reports))
    .rows.filter((row) => row.kind === kind)
    .map(({ verdict, cells }) => [
      verdict,
      ...cells.map((cell) => (cell.state === 'says' ? cell.value : cell.state)),
    ]);

describe('the grid of a story', () => {
  const first = report(
    'first',
    '2031-05-06',
    'At least two people were killed and about 40 were injured when a bus left the coast road near Harrow on Tuesday.',
  );
  const next = report(
    'next',
    '2031-05-07',
    'Three people were killed and 61 were injured when a bus left the coast road near Harrow on Tuesday.',
  );
  const last = report(
    'last',
    '2031-05-09',
    'Five people were killed and more than 60 were injured when a bus left the coast road near Harrow on Tuesday.',
  );

  it('gives each voice its own words, and each thing of a sentence its own row', () => {
    const rows = cellsOf([first, next, last], 'quantity');
    expect(rows).toContainEqual(['update', 'At least two people', 'Three people', 'Five people']);
    expect(rows).toContainEqual(['update', 'about 40', '61', 'more than 60']);
    expect(rows).toHaveLength(2);
  });

  it('shows the firmest verdict, from whichever article it is seen', () => {
    const orders = [
      [first, next, last],
      [last, next, first],
      [next, last, first],
    ];
    for (const order of orders) {
      const verdicts = new Set(cellsOf(order, 'quantity').map(([verdict]) => verdict));
      expect(verdicts).toEqual(new Set(['update']));
    }
  });

  it('does not say a sentence again that stands in a row already', () => {
    const grid = buildGrid(viewsOf([first, next, last]));
    const sentences = grid.rows.filter(({ kind }) => kind === null);
    expect(sentences).toEqual([]);
  });

  it('calls a voice silent that tells nothing of it', () => {
    const other = report('other', '2031-05-08', 'The council of Harrow will widen the coast road next year.');
    expect(cellsOf([first, next, other], 'quantity')).toContainEqual(['update', 'about 40', '61', 'silent']);
  });

  it('does not say that voices say one thing whose figures are set against each other', () => {
    const other = report('other', '2031-05-08', 'The council of Harrow will widen the coast road next year.');
    const views = viewsOf([first, next, last, other]);
    const [view] = views;
    const sentence = ({ article, voice }: Report) => ({
      quote: { article: article.id, part: 'text' as const, start: 0, end: article.text.length },
      marks: [],
      voice,
      stance: 'stated' as const,
      source: null,
    });
    view!.collation.comparison.leftOut = [
      { id: 'told', evidence: [sentence(next), sentence(last), sentence(other)], certain: true },
    ];
    expect(buildGrid(views).rows.map(({ id }) => id)).not.toContain('told');
    for (const { collation } of views) collation.comparison.rows = [];
    expect(buildGrid(views).rows.map(({ id }) => id)).toContain('told');
  });
});
