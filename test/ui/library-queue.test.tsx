// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ArticleQuery } from '../../src/messages/library-calls';
import { everything } from '../../src/model/library-query';
import { libraryOf, listFrom } from './gallery/library';
import { open } from './open-library';

const cards = listFrom(libraryOf(6))({ ...everything, offset: 0, limit: 6 }).cards;

const link = (container: Element, index: number) =>
  waitFor(() => {
    const found = container.querySelector<HTMLElement>(`a[data-index="${index}"]`);
    expect(found).not.toBeNull();
    return found!;
  });

/** What a link does in a browser. */
function follow(found: HTMLElement): void {
  fireEvent.click(found);
  location.hash = found.getAttribute('href')!;
}

describe('the list as a queue', () => {
  it('stands as it was left when the reader comes back, the focus on the row that was opened', async () => {
    const { container, inputs } = await open('#/library', 'full', { 'article.list': listFrom(cards) });
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'a' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'outlet up' } });
    await waitFor(() => expect(inputs('article.list').at(-1)).toMatchObject({ text: 'a', order: 'outlet' }));
    follow(await link(container, 3));
    await screen.findByText(/n next in the list/);
    fireEvent.keyDown(document.body, { key: 'u' });
    const search = await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search' });
    expect(search.value).toBe('a');
    expect(inputs('article.list').at(-1)).toMatchObject({ text: 'a', order: 'outlet', descending: false });
    const back = await link(container, 3);
    await waitFor(() => expect(document.activeElement).toBe(back));
  });

  it('goes on with n, also when what was read has left the list', async () => {
    let unread = cards.slice(0, 3);
    const list = (query: ArticleQuery) => listFrom(unread)(query as never);
    const { container } = await open('#/library', 'full', { 'article.list': list as never });
    const first = await link(container, 0);
    expect(first.textContent).toContain(cards[0]!.headline);
    follow(first);
    await screen.findByText(/n next in the list/);
    fireEvent.keyDown(document.body, { key: 'n' });
    await waitFor(() => expect(location.hash).toBe(`#/article/${cards[1]!.id}`));
    unread = [unread[0]!, unread[2]!];
    await screen.findByText(/n next in the list/);
    fireEvent.keyDown(document.body, { key: 'n' });
    await waitFor(() => expect(location.hash).toBe(`#/article/${cards[2]!.id}`));
    await screen.findByText(/n next in the list/);
    fireEvent.keyDown(document.body, { key: 'n' });
    await waitFor(() => expect(location.hash).toBe('#/library'));
  });

  it('marks an article read by key, says so, and takes it back', async () => {
    const { inputs } = await open(`#/article/${cards[3]!.id}`);
    await screen.findByText(/n next in the list/);
    const was = screen.getByRole<HTMLInputElement>('checkbox', { name: 'I have read this' }).checked;
    fireEvent.keyDown(document.body, { key: 'r' });
    await screen.findByText(was ? 'Marked as unread.' : 'Marked as read.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(inputs('article.annotate')).toEqual([
        { id: cards[3]!.id, read: !was },
        { id: cards[3]!.id, read: was },
      ]),
    );
  });

  it.each([
    ['Delete', 'article.delete'],
    ['r', 'article.annotate'],
  ] as const)('says why a change by %s failed', async (key, call) => {
    const { container } = await open('#/library', 'full', { [call]: 'storage-full' });
    fireEvent.keyDown(await link(container, 0), { key });
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  });
});
