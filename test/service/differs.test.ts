import { describe, expect, it } from 'vitest';
import { everything } from '../../src/model/library-query';
import { budgetReport, ferryStory, given, newsroom } from './newsroom';

const differing = { ...everything, text: 'has:differ', offset: 0, limit: 50 };

async function ferryLibrary() {
  const room = newsroom();
  const [courier, herald] = ferryStory();
  for (const each of [courier, herald, budgetReport()]) given(await room.service.saveArticle(each));
  await room.service.settled();
  return { ...room, courier, herald };
}

describe('has:differ', () => {
  it('says what was not compared yet, compares it, and finds it then', async () => {
    const { service, courier, herald } = await ferryLibrary();
    const first = given(await service.listArticles(differing));
    expect(first).toMatchObject({ total: 0, waiting: 2 });
    await service.settled();
    const then = given(await service.listArticles(differing));
    expect(then.waiting).toBe(0);
    expect(then.cards.map(({ id }) => id).sort()).toEqual([courier.id, herald.id].sort());
    expect(then.cards[0]?.differs).toBeGreaterThan(0);
  });

  it('knows at once what the reader has opened', async () => {
    const { service, courier } = await ferryLibrary();
    given(await service.collate(courier));
    await service.settled();
    expect(given(await service.listArticles(differing)).cards.map(({ id }) => id)).toEqual([courier.id]);
  });

  it('drops a row the reader called wrong', async () => {
    const { service, courier } = await ferryLibrary();
    const { rows } = given(await service.collate(courier)).collation.comparison;
    for (const { id } of rows) given(await service.addCorrection({ kind: 'row', target: id, context: null }));
    given(await service.collate(courier));
    await service.settled();
    expect(given(await service.listArticles({ ...differing, text: 'has:differ Ardel' })).total).toBe(0);
  });

  it('is forgotten when the story changes', async () => {
    const { service, courier, herald } = await ferryLibrary();
    given(await service.listArticles(differing));
    await service.settled();
    const target = [courier.id, herald.id].sort().join(' ');
    given(await service.addCorrection({ kind: 'not-same-event', target, context: null }));
    const found = given(await service.listArticles(differing));
    expect(found).toMatchObject({ total: 0, waiting: 0 });
  });
});

it('has:note, has:tag and has:versions find what they name', async () => {
  const { service, courier, herald } = await ferryLibrary();
  given(await service.annotate(courier.id, { note: 'Ask Varga.' }));
  given(await service.annotate(herald.id, { tags: ['ferry'] }));
  given(await service.saveArticle({ ...herald, text: `${herald.text} The search went on.` }));
  const found = async (text: string) =>
    given(await service.listArticles({ ...differing, text })).cards.map(({ id }) => id);
  expect(await found('has:note')).toEqual([courier.id]);
  expect(await found('has:tag')).toEqual([herald.id]);
  expect(await found('has:versions')).toEqual([herald.id]);
  expect(await found('has:something')).toEqual([]);
});
