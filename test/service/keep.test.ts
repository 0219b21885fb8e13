import { describe, expect, it } from 'vitest';
import { everything } from '../../src/model/library-query';
import { article, budgetReport, codeOf, ferryStory, given, newsroom } from './newsroom';

const firstPage = { ...everything, offset: 0, limit: 50 };

describe('saving', () => {
  it('keeps an article and says when', async () => {
    const { service } = newsroom();
    const [courier] = ferryStory();
    const saved = given(await service.saveArticle(courier));
    expect(saved).toEqual({ id: courier.id, savedAt: '2031-03-02T08:00:01.000Z', version: 1 });
    expect(given(await service.getArticle(courier.id)).article).toEqual(courier);
  });

  it('makes no version when the text is the same, however often and at once', async () => {
    const { service } = newsroom();
    const [courier] = ferryStory();
    const answers = await Promise.all([1, 2, 3].map(() => service.saveArticle(courier)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(given(await service.getArticle(courier.id)).versions).toHaveLength(1);
  });

  it('makes a version when the text changed and keeps the old one as it was', async () => {
    const { service, setClock } = newsroom();
    const [courier] = ferryStory();
    await service.saveArticle(courier);
    setClock('2031-03-03T08:00:00.000Z');
    const text = `${courier.text} The search ended at noon.`;
    const later = { ...courier, text };
    expect(given(await service.saveArticle(later)).version).toBe(2);
    const { versions, article: newest, card } = given(await service.getArticle(courier.id));
    expect(versions.map((version) => version.article.text)).toEqual([courier.text, text]);
    expect(newest.text).toBe(text);
    expect(card.versions).toBe(2);
    expect(given(await service.savedState(later))).toMatchObject({ versions: 2, sameText: true });
    expect(given(await service.savedState(courier))).toMatchObject({ versions: 2, sameText: false });
  });

  it('refuses what is no article, naming the field', async () => {
    const { service } = newsroom();
    const [courier] = ferryStory();
    const broken = { ...courier, paragraphs: [{ start: 0, end: 1_000_000, kind: 'text' }] };
    const answer = await service.saveArticle(broken);
    expect(answer).toMatchObject({ failure: { code: 'record-damaged', detail: { field: 'paragraphs[0]' } } });
    expect(given(await service.listArticles(firstPage)).total).toBe(0);
  });
});

describe('deleting', () => {
  it('takes all versions and gives them back on undo, marks included', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(courier);
    await service.saveArticle({ ...courier, text: `${courier.text} More.` });
    await service.saveArticle(herald);
    await service.annotate(courier.id, { tags: ['sea', ' sea', ''], note: 'compare the injured' });
    const before = given(await service.getArticle(courier.id));
    const { undo, count } = given(await service.deleteArticles([courier.id]));
    expect(count).toBe(1);
    expect(codeOf(await service.getArticle(courier.id))).toBe('not-found');
    expect(given(await service.listArticles(firstPage)).cards.map(({ id }) => id)).toEqual([herald.id]);
    expect(given(await service.undo(undo))).toEqual({ count: 1 });
    expect(given(await service.getArticle(courier.id))).toEqual(before);
    expect(before.card.tags).toEqual(['sea']);
  });

  it('gives the same undo when the page asks again because it never got the answer', async () => {
    const { service } = newsroom();
    const [courier] = ferryStory();
    await service.saveArticle(courier);
    const first = given(await service.deleteArticles([courier.id]));
    expect(given(await service.deleteArticles([courier.id]))).toEqual(first);
  });

  it('does not overwrite what was saved anew before the undo', async () => {
    const { service } = newsroom();
    const [courier] = ferryStory();
    await service.saveArticle(courier);
    const { undo } = given(await service.deleteArticles([courier.id]));
    const anew = { ...courier, text: `${courier.text} Anew.` };
    await service.saveArticle(anew);
    await service.undo(undo);
    expect(given(await service.getArticle(courier.id)).article.text).toBe(anew.text);
  });

  it('takes the article out of the comparison and puts it back on undo', async () => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    await service.saveArticle(herald);
    await service.settled();
    const pages = async () => given(await service.collate(courier)).collation.counts.pages;
    expect(await pages()).toBe(2);
    const { undo } = given(await service.deleteArticles([herald.id]));
    expect(await pages()).toBe(1);
    await service.undo(undo);
    expect(await pages()).toBe(2);
  });

  it('says so when there is nothing to delete or to take back', async () => {
    const { service } = newsroom();
    expect(codeOf(await service.deleteArticles(['a1-00000000000000000000']))).toBe('not-found');
    expect(codeOf(await service.undo('articles nothing'))).toBe('already-gone');
  });
});

describe('listing and searching', () => {
  const found = async (text: string, more: object = {}) => {
    const { service } = newsroom();
    const [courier, herald] = ferryStory();
    const old = article('Callow Times', 'Harbour dredging begins', 'Dredging of the harbour began.', {
      day: '2030-11-30',
    });
    for (const each of [courier, herald, budgetReport(), old]) await service.saveArticle(each);
    await service.annotate(courier.id, { tags: ['Sea'], read: true });
    const { cards } = given(
      await service.listArticles({ ...firstPage, order: 'headline', descending: false, text, ...more }),
    );
    return cards.map(({ headline }) => headline.split(' ')[0]);
  };

  it('finds inflected words anywhere in the text, all of them', async () => {
    expect(await found('ferries')).toEqual(['Ferry', 'Five']);
    expect(await found('ferry captains')).toEqual(['Five']);
    expect(await found('zebra')).toEqual([]);
  });

  it('finds phrases word by word, and their words apart do not count', async () => {
    expect(await found('"coastguard commander Ilse Varga"')).toEqual(['Ferry', 'Five']);
    expect(await found('"Varga Ilse"')).toEqual([]);
  });

  it('leaves out what is excluded', async () => {
    expect(await found('ferry -captain')).toEqual(['Ferry']);
  });

  it('knows the operators', async () => {
    expect(await found('outlet:courier')).toEqual(['Callow', 'Ferry']);
    expect(await found('outlet:"penhollow herald"')).toEqual(['Five']);
    expect(await found('before:2031')).toEqual(['Harbour']);
    expect(await found('after:2031-03 school')).toEqual(['Callow']);
    expect(await found('tag:sea')).toEqual(['Ferry']);
    expect(await found('is:unread ferry')).toEqual(['Five']);
  });

  it('finds the beginning of a word in headlines while it is being typed', async () => {
    expect(await found('dredg')).toEqual(['Harbour']);
  });

  it('filters by outlet and day, sorts and cuts pages', async () => {
    expect(await found('', { outlet: 'Ardel Courier' })).toEqual(['Callow', 'Ferry']);
    expect(await found('', { day: '2030-11-30' })).toEqual(['Harbour']);
    expect(await found('', { order: 'published', descending: false, limit: 1 })).toEqual(['Harbour']);
    expect(await found('', { offset: 3 })).toEqual(['Harbour']);
  });
});
