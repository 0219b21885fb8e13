import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/model/article';
import { pairTarget } from '../../src/model/library';
import { budgetReport, ferryStory, given, newsroom } from './newsroom';

describe('collating', () => {
  it('compares an article just read with the stored coverage of its event and nothing else', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    await service.saveArticle(budgetReport());
    const { collation, articles } = given(await service.collate(courier));
    expect(collation.counts).toMatchObject({ pages: 2, outlets: 2, voices: 2 });
    expect(Object.keys(articles).sort()).toEqual([courier.id, herald.id].sort());
    expect(collation.comparison.article).toBe(courier.id);
    const differ = collation.comparison.rows.filter(({ verdict }) => verdict === 'differ');
    expect(differ.length).toBeGreaterThan(0);
  });

  it('cuts every quote from a text at hand', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    const { collation, articles } = given(await service.collate(courier));
    const evidence = collation.comparison.rows.flatMap(({ values }) =>
      values.flatMap((value) => value.evidence),
    );
    expect(evidence.length).toBeGreaterThan(1);
    for (const { quote } of evidence)
      expect(wordsOf(articles[quote.article]!, quote.part, quote)).toBeTruthy();
  });

  it('gives the same answer twice, saved or not', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    const first = given(await service.collate(courier));
    await service.saveArticle(courier);
    await service.settled();
    // The match scores follow the words of the whole store; the comparison must not.
    const { comparison, voices } = given(await service.collate(courier)).collation;
    expect(comparison).toEqual(first.collation.comparison);
    expect(voices).toEqual(first.collation.voices);
  });

  it('writes nothing down of an article that is only read', async () => {
    const { service, store } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    await service.settled();
    await service.collate(courier);
    expect(await store.keys('analyses')).toEqual([herald.id]);
    expect(await store.keys('cards')).toEqual([herald.id]);
  });

  it('honours "not the same event", and the contrary said later', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    const target = pairTarget(courier.id, herald.id);
    await service.addCorrection({ kind: 'not-same-event', target, context: null });
    expect(given(await service.collate(courier)).collation.counts.pages).toBe(1);
    await service.addCorrection({ kind: 'same-event', target, context: null });
    expect(given(await service.collate(courier)).collation.counts.pages).toBe(2);
    expect(given(await service.listCorrections()).map(({ kind }) => kind)).toEqual(['same-event']);
  });

  it('sets a row aside that the reader called wrong, until that is taken back', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    const before = given(await service.collate(courier)).collation.comparison.rows;
    const row = before[0]!;
    const correction = given(await service.addCorrection({ kind: 'row', target: row.id, context: row }));
    const after = given(await service.collate(courier));
    expect(after.collation.comparison.rows).toEqual(before.slice(1));
    expect(after.dismissed).toEqual([row]);
    await service.removeCorrection(correction.id);
    expect(given(await service.collate(courier)).collation.comparison.rows).toEqual(before);
  });

  it('says nothing when nothing is stored on the event', async () => {
    const { service } = newsroom();
    const { collation } = given(await service.collate(ferryStory()[0]));
    expect(collation.counts).toMatchObject({ pages: 1, outlets: 1, voices: 1 });
    expect(collation.comparison.rows.filter(({ verdict }) => verdict !== 'differ')).toEqual([]);
    expect(collation.comparison.denominator.voices).toBe(0);
  });
});
