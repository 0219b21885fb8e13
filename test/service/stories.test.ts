import { describe, expect, it } from 'vitest';
import { comparisonRules } from '../../src/compare/rules';
import { identify } from '../../src/model/identity';
import { budgetReport, codeOf, ferryStory, given, newsroom } from './newsroom';

const page = { offset: 0, limit: 20 };

async function library() {
  const room = newsroom();
  const [courier, herald] = ferryStory();
  const budget = budgetReport();
  for (const each of [courier, herald, budget]) given(await room.service.saveArticle(each));
  await room.service.settled();
  return { ...room, courier, herald, budget };
}

describe('stories', () => {
  it('are articles on one event, named after the one that was saved first', async () => {
    const { service, courier, herald } = await library();
    const { stories, total } = given(await service.listStories(page));
    expect(total).toBe(1);
    expect(stories[0]).toMatchObject({
      id: `s-${courier.id}`,
      outlets: expect.arrayContaining(['Ardel Courier', 'Penhollow Herald']),
      firstDay: '2031-03-01',
      lastDay: '2031-03-01',
    });
    expect([...(stories[0]?.articles ?? [])].sort()).toEqual([courier.id, herald.id].sort());
  });

  it('come with the comparison of each voice', async () => {
    const { service, courier, herald } = await library();
    const { views, cards } = given(await service.getStory(`s-${courier.id}`));
    expect(views.map(({ collation }) => collation.comparison.article).sort()).toEqual(
      [courier.id, herald.id].sort(),
    );
    expect(cards).toHaveLength(2);
    expect(views[0]?.collation.comparison.rules).toBe(comparisonRules);
  });

  it('are split and merged by the reader, who can take it back', async () => {
    const { service, courier, herald, budget } = await library();
    const sizes = async () =>
      given(await service.listStories(page)).stories.map(({ articles }) => articles.length);
    const split = given(await service.splitStory(`s-${courier.id}`, [herald.id]));
    expect(await sizes()).toEqual([]);
    given(await service.undo(split.undo));
    expect(await sizes()).toEqual([2]);
    const merged = given(await service.mergeStories([`s-${courier.id}`, `s-${budget.id}`]));
    expect(await sizes()).toEqual([3]);
    given(await service.undo(merged.undo));
    expect(await sizes()).toEqual([2]);
    expect(given(await service.listCorrections())).toEqual([]);
  });

  it('that do not exist are not found', async () => {
    const { service, courier } = await library();
    expect(codeOf(await service.getStory('s-none'))).toBe('not-found');
    expect(codeOf(await service.mergeStories([`s-${courier.id}`]))).toBe('not-found');
    expect(codeOf(await service.splitStory(`s-${courier.id}`, ['a1-none']))).toBe('not-found');
  });
});

describe('coverage that arrives by itself', () => {
  it('lands as new, known, or fuller than the headline that was there', async () => {
    const { service } = newsroom();
    const [, herald] = ferryStory();
    const headline = {
      ...herald,
      text: '',
      paragraphs: [],
      wordCount: 0,
      completeness: { state: 'headline-only' as const, reasons: [] },
      captured: { ...herald.captured, how: 'feed' as const, reader: 'feed' as const },
    };
    expect(given(await service.land(headline))).toBe('new');
    expect(given(await service.land(headline))).toBe('known');
    expect(given(await service.land(herald))).toBe('fuller');
    expect(given(await service.land(headline))).toBe('known');
    expect(given(await service.getArticle(herald.id)).article.text).toBe(herald.text);
  });

  it('is news when it tells the event of something read in the last days', async () => {
    const { service, setClock } = newsroom();
    const [courier, herald] = ferryStory();
    given(await service.saveArticle(courier));
    const arrived = { ...herald, captured: { ...herald.captured, how: 'fetched' as const } };
    given(await service.land(arrived));
    await service.settled();
    expect(given(await service.mayTellReading(arrived))).toBe(true);
    const news = given(await service.news([herald.id]));
    expect(news.voices).toBe(1);
    expect(news.differs).toBeGreaterThan(0);
    setClock('2031-03-20T08:00:00.000Z');
    expect(given(await service.news([herald.id]))).toEqual({ voices: 0, differs: 0 });
    expect(given(await service.mayTellReading(arrived))).toBe(false);
  });

  it('says of a near miss why it was not taken, until the reader takes it', async () => {
    const { service, courier, herald } = await library();
    const pair = {
      kind: 'not-same-event' as const,
      target: [courier.id, herald.id].sort().join(' '),
      context: {},
    };
    given(await service.addCorrection(pair));
    expect(given(await service.nearMisses(courier))).toMatchObject([
      { card: { id: herald.id, outlet: 'Penhollow Herald' }, refusal: { because: 'reader' } },
    ]);
    given(await service.addCorrection({ ...pair, kind: 'same-event' }));
    expect(given(await service.nearMisses(courier))).toEqual([]);
    expect(codeOf(await service.nearMisses({ id: 'nothing' }))).toBe('record-damaged');
  });

  it('names headlines that may tell what the reader opens, likeliest first, and no others', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    const headlineOf = (article: typeof herald, words: string, at: number) => ({
      ...article,
      ...identify(`https://post${at}.example/${at}`, null),
      headline: { ...article.headline, value: words },
      text: '',
      paragraphs: [],
      wordCount: 0,
      completeness: { state: 'headline-only' as const, reasons: [] },
      captured: { ...article.captured, how: 'feed' as const, reader: 'feed' as const },
    });
    const likely = headlineOf(herald, herald.headline.value, 1);
    for (const headline of [
      headlineOf(herald, 'School board picks a new head', 2),
      likely,
      headlineOf(herald, 'Wheat prices fall for a third week', 3),
    ])
      given(await service.land(headline));
    await service.settled();
    expect(given(await service.headlinesAbout(courier))).toEqual([likely.id]);
    given(await service.land({ ...herald, ...identify('https://post1.example/1', null) }));
    await service.settled();
    expect(given(await service.headlinesAbout(courier))).toEqual([]);
  });
});
