import { describe, expect, it } from 'vitest';
import { budgetReport, codeOf, ferryStory, given, newsroom } from './newsroom';

async function oldLibrary() {
  const room = newsroom();
  const [courier, herald] = ferryStory();
  const plain = 'Gulls circled above the harbour all day.';
  const told = { ...courier, text: `${courier.text}\n\n${plain}` };
  const paragraphs = [
    ...courier.paragraphs,
    { start: courier.text.length + 2, end: told.text.length, kind: 'text' as const },
  ];
  const article = { ...told, paragraphs };
  given(await room.service.saveArticle(article));
  given(await room.service.saveArticle(herald));
  await room.service.settled();
  room.setClock('2031-09-02T08:00:00.000Z');
  given(await room.service.saveArticle(budgetReport()));
  await room.service.settled();
  return { ...room, article, herald, plain };
}

describe('the keep rule', () => {
  it('says beforehand which texts would go and changes nothing', async () => {
    const { service, article, herald } = await oldLibrary();
    const preview = given(await service.keepPreview(90));
    expect(preview.cards.map(({ id }) => id)).toEqual([article.id, herald.id]);
    expect(preview).toMatchObject({ articles: 2, versions: 0 });
    expect(preview.freed).toBeGreaterThan(0);
    expect(preview.freed).toBeLessThan(preview.bytes);
    expect(given(await service.getArticle(article.id)).article).toEqual(article);
  });

  it('shows of one article which sentences would stay', async () => {
    const { service, article, plain } = await oldLibrary();
    const { kept } = given(await service.keepLook(article.id));
    const words = kept.map(({ start, end }) => article.text.slice(start, end));
    expect(words.join(' ')).toContain('214 people on board');
    expect(words).not.toContain(plain);
  });

  it('leaves the facts, so that the rows about them stand as they did', async () => {
    const { service, article, herald, plain } = await oldLibrary();
    const before = given(await service.collate(herald)).collation.comparison.rows;
    expect(given(await service.keepApply(90))).toMatchObject({ count: 2, left: 0 });
    const kept = given(await service.getArticle(article.id)).article;
    expect(kept.text).not.toContain(plain);
    expect(kept.completeness).toEqual({ state: 'perhaps-cut', reasons: ['text-dropped'] });
    const after = given(await service.collate(given(await service.getArticle(herald.id)).article));
    const differing = (rows: typeof before) =>
      rows
        .filter(({ verdict }) => verdict === 'differ')
        .map(({ label, values }) => [label, ...values.map((value) => value.label)]);
    expect(differing(before).length).toBeGreaterThan(0);
    expect(differing(after.collation.comparison.rows)).toEqual(differing(before));
  });

  it('leaves alone what the reader tagged or noted', async () => {
    const { service, article, herald } = await oldLibrary();
    given(await service.annotate(article.id, { tags: ['ferry'] }));
    given(await service.annotate(herald.id, { note: 'Ask Varga.' }));
    expect(given(await service.keepPreview(90)).articles).toBe(0);
    expect(given(await service.keepApply(90))).toEqual({ undo: null, count: 0, left: 0 });
  });

  it('is taken back with everything set meanwhile', async () => {
    const { service, article } = await oldLibrary();
    const { undo } = given(await service.keepApply(90));
    given(await service.annotate(article.id, { tags: ['ferry'] }));
    expect(given(await service.undo(undo ?? '')).count).toBe(2);
    const back = given(await service.getArticle(article.id));
    expect(back.article).toEqual(article);
    expect(back.card).toMatchObject({ tags: ['ferry'], completeness: 'whole' });
    expect(codeOf(await service.undo(undo ?? ''))).toBe('already-gone');
  });

  it('never overwrites a text that was saved anew meanwhile', async () => {
    const { service, article } = await oldLibrary();
    const { undo } = given(await service.keepApply(90));
    given(await service.saveArticle(article));
    expect(given(await service.undo(undo ?? '')).count).toBe(1);
    expect(given(await service.getArticle(article.id)).article).toEqual(article);
  });

  it('works by itself when a worker starts, once it is switched on', async () => {
    const { service, article } = await oldLibrary();
    await service.catchUp();
    expect(given(await service.getArticle(article.id)).article).toEqual(article);
    given(await service.changeSettings({ fullTextDays: 90 }));
    await service.catchUp();
    expect(given(await service.getArticle(article.id)).article.completeness.reasons).toEqual([
      'text-dropped',
    ]);
  });
});

describe('the trash', () => {
  it('lists what can be taken back and is emptied at a word', async () => {
    const { service, herald } = await oldLibrary();
    const { undo } = given(await service.deleteArticles([herald.id]));
    given(await service.keepApply(90));
    const listed = given(await service.listTrash());
    expect(listed.map(({ kind, count }) => [kind, count])).toEqual([
      ['texts', 1],
      ['articles', 1],
    ]);
    expect(listed[1]).toMatchObject({ undo, headlines: [herald.headline.value] });
    expect(listed[1]?.bytes).toBe(herald.text.length);
    expect(given(await service.emptyTrash()).count).toBe(2);
    expect(given(await service.listTrash())).toEqual([]);
  });
});
