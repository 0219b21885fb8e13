// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { daily, herald, post, wire } from './gallery/articles';
import { floodView } from './gallery/comparison';
import { libraryOf } from './gallery/library';
import { open } from './open-library';

const unread = new RegExp(`^Unread:\\s*${post.headline.value}`);

describe('the list', () => {
  it('draws the rows in sight of ten thousand, and says how many there are', async () => {
    const { container } = await open('#/library', 'ten-thousand');
    await screen.findByText('10,000 articles');
    await waitFor(() => expect(container.querySelectorAll('.card-link').length).toBeGreaterThan(5));
    expect(container.querySelectorAll('.card-link').length).toBeLessThan(60);
    expect(container.querySelector('[aria-setsize="10000"]')).toBeTruthy();
  });

  it('asks the background for what was searched, filtered and sorted', async () => {
    const { inputs } = await open('#/library');
    await screen.findByText('128 articles');
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'tram' } });
    await screen.findByRole('option', { name: 'Varn Daily' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Outlet' }), { target: { value: 'Varn Daily' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'headline up' } });
    await waitFor(() =>
      expect(inputs('article.list').at(-1)).toMatchObject({
        text: 'tram',
        outlet: 'Varn Daily',
        order: 'headline',
        descending: false,
        offset: 0,
      }),
    );
  });

  it('deletes by key and takes it back', async () => {
    const { inputs } = await open('#/library');
    const link = await screen.findByRole('link', { name: unread });
    fireEvent.keyDown(link, { key: 'Delete' });
    await screen.findByText('1 article deleted.');
    expect(inputs('article.delete')).toEqual([{ ids: [post.id] }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(inputs('article.undelete')).toEqual([{ undo: 'u1' }]));
  });

  it('marks read by key', async () => {
    const { inputs } = await open('#/library');
    fireEvent.keyDown(await screen.findByRole('link', { name: unread }), {
      key: 'r',
    });
    await waitFor(() => expect(inputs('article.annotate')).toEqual([{ id: post.id, read: true }]));
  });

  it('tags all selected, keeping the tags they have', async () => {
    const { inputs } = await open('#/library');
    fireEvent.click(await screen.findByRole('checkbox', { name: `Select “${post.headline.value}”` }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Tags, separated by commas' }), {
      target: { value: 'dam, flood' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add tags' }));
    await waitFor(() =>
      expect(inputs('article.annotate')).toEqual([{ id: post.id, tags: ['flood', 'Sorrel Valley', 'dam'] }]),
    );
  });

  it('says what to do when it is empty', async () => {
    await open('#/library', 'empty');
    expect(await screen.findByText('Nothing is saved yet')).toBeTruthy();
  });

  it('says a failure and tries again', async () => {
    const { inputs } = await open('#/library', 'error');
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(inputs('article.list').length).toBe(2));
    await new Promise((settled) => setTimeout(settled, 200));
    expect(inputs('article.list').length, 'a failure is not asked again by itself').toBe(2);
  });
});

describe('the reading view', () => {
  it('shows the whole text, the sentences that support rows as links', async () => {
    const { container } = await open(`#/article/${post.id}`);
    await waitFor(() => expect(container.querySelectorAll('.claim').length).toBeGreaterThan(4));
    const text = [...container.querySelectorAll('.reading-text > *')].map(
      (paragraph) => paragraph.textContent,
    );
    expect(text).toEqual(post.text.split('\n\n'));
    expect(container.querySelector('.claim-differ')?.textContent).toContain('2,300');
  });

  it('leads from a sentence to its row and opens it', async () => {
    const { container } = await open(`#/article/${post.id}`);
    await waitFor(() => expect(container.querySelector('#claim-row-road')).toBeTruthy());
    fireEvent.click(container.querySelector('#claim-row-road')!);
    const head = container.querySelector('[data-row-id="row-road"] .row-head')!;
    await waitFor(() => expect(head.getAttribute('aria-expanded')).toBe('true'));
    expect(document.activeElement).toBe(head);
  });

  it('says which facts changed between versions', async () => {
    await open(`#/article/${post.id}`);
    const versions = await screen.findByRole('region', { name: 'Versions' });
    await within(versions).findByText('people killed');
    const facts = [...versions.querySelectorAll('[data-change]')].map((fact) => fact.textContent);
    expect(facts).toEqual([
      'Headline changedAlder Dam gives way after night of rain→ became Alder Dam gives way after night of rain, valley towns cleared',
      'Byline changedIlse Tarn, Bo Wexley, Ada Mills→ became Ilse Tarn, Bo Wexley',
      'people killedAt least 12 people→ became At least 14 people' +
        'At least 12 people were killed, provincial governor Mara Quill said.' +
        'At least 14 people were killed, provincial governor Mara Quill said.',
      'New factRebuilding the dam will cost 48 million crowns, the governor’s office said.',
      'No longer thereThe weather service had warned of floods.',
    ]);
    expect(versions.textContent).toContain('2 sentences added · 1 sentence reworded');
  });

  it('keeps a note when its field is left', async () => {
    const { inputs } = await open(`#/article/${post.id}`);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Note' }), {
      target: { value: 'Check the toll.' },
    });
    await waitFor(() =>
      expect(inputs('article.annotate')).toEqual([{ id: post.id, note: 'Check the toll.' }]),
    );
  });

  it('says when the article is not there', async () => {
    await open('#/article/none');
    expect((await screen.findByRole('alert')).textContent).toContain('It is not in the library.');
  });
});

describe('stories', () => {
  it('are merged with a way back', async () => {
    const { inputs } = await open('#/stories');
    const boxes = await screen.findAllByRole('checkbox');
    for (const box of boxes) fireEvent.click(box);
    fireEvent.click(screen.getByRole('button', { name: 'These are one story' }));
    await screen.findByText('2 stories were made one.');
    expect(inputs('story.merge')).toEqual([{ ids: ['s-flood', 's-tram'] }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(inputs('article.undelete')).toEqual([{ undo: 'u2' }]));
  });

  it('show claims against voices in order of publication, silence told from cut texts', async () => {
    const { container } = await open('#/story/s-flood');
    await screen.findByRole('table');
    const columns = [...container.querySelectorAll('thead th bdi')].map((column) => column.textContent);
    expect(columns).toEqual([
      'The Marrow Post',
      'Kestrel Wire',
      'Ostin Herald',
      'Lowland Courier',
      'Evening Bell',
    ]);
    const row = screen.getByRole('row', { name: /ministry received the report/ });
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([
      'The Marrow Post: denied',
      'Kestrel Wire: received',
      'silent',
      'silent, perhaps cut short',
      'silent',
    ]);
    fireEvent.click(within(row).getByRole('button', { name: /Kestrel Wire:\s*received/ }));
    await waitFor(() =>
      expect(container.querySelector('.opened blockquote')?.textContent).toContain(
        'spokeswoman Ada Finch said.',
      ),
    );
  });

  it('leave out of the grid what the reader called wrong', async () => {
    await open('#/story/s-flood');
    await screen.findByRole('button', { name: '2 claims of one voice only' });
    cleanup();
    const [target] = floodView.collation.comparison.onlyHere.map(({ id }) => id);
    const wrong = { id: 'c9', at: '2031-03-08T10:00:00.000Z', kind: 'row', target, context: null };
    await open('#/story/s-flood', 'full', { 'correction.list': [wrong] as never });
    await screen.findByRole('button', { name: '1 claim of one voice only' });
  });

  it('mark a ring of outlets that cite one another', async () => {
    const { container } = await open('#/story/s-flood');
    await screen.findByText(/Lowland Courier rests on Ostin Herald\./);
    expect(container.querySelectorAll('.arc.loop')).toHaveLength(2);
  });

  it('let an article be taken out', async () => {
    const { inputs } = await open('#/story/s-flood');
    fireEvent.click(await screen.findByRole('checkbox', { name: `Select “${herald.headline.value}”` }));
    fireEvent.click(screen.getByRole('button', { name: '1 is not this story' }));
    await waitFor(() => expect(inputs('story.split')).toEqual([{ id: 's-flood', articles: [herald.id] }]));
  });
});

it('a page within a list marks the list it was reached from', async () => {
  await open('#/story/s-flood');
  const marked = within(screen.getByRole('navigation')).getAllByRole('link', { current: true });
  expect(marked.map((link) => link.textContent)).toEqual(['Stories']);
});

it('two articles stand side by side with the sentences of one row linked', async () => {
  const { container } = await open(`#/pair/${post.id}/${herald.id}`);
  await waitFor(() => expect(container.querySelector('#right-row-toll')).toBeTruthy());
  fireEvent.click(container.querySelector('#left-row-toll')!);
  await waitFor(() =>
    expect(container.querySelector('#right-row-toll')!.getAttribute('aria-current')).toBe('true'),
  );
  expect(container.querySelector('#right-row-toll')!.textContent).toContain('rose to 19');
});

it('two copies of one text are said to be one voice', async () => {
  await open(`#/pair/${wire.id}/${daily.id}`);
  await screen.findByText(/These two carry one text and count as one voice\. .*94/);
});

it('a search for what differs says what is still being compared', async () => {
  await open('#/library', 'waiting');
  await screen.findByText(/40 articles are still being compared\./);
});

it('the list says in how many things a story differs', async () => {
  const { container } = await open('#/library');
  await waitFor(() =>
    expect(container.querySelector('.differs')?.textContent).toMatch(/\d things? differs?/),
  );
});

describe('settings and corrections', () => {
  it('change one thing at a time', async () => {
    const { inputs } = await open('#/settings');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Save every article I open Collate on' }));
    await screen.findByText('Kept.');
    expect(inputs('settings.set')).toEqual([{ saveOnOpen: true }]);
  });

  it('refuse a window of no days', async () => {
    const { inputs } = await open('#/settings');
    const field = (await screen.findByRole('spinbutton')) as HTMLInputElement;
    fireEvent.change(field, { target: { value: '0' } });
    expect(inputs('settings.set')).toEqual([]);
    expect(field.value).toBe('30');
  });

  it('take a correction back', async () => {
    const { inputs } = await open('#/corrections');
    await screen.findByText('cost of the bridge');
    fireEvent.click(screen.getAllByRole('button', { name: 'Take back' })[0]!);
    await waitFor(() => expect(inputs('correction.remove')).toEqual([{ id: 'c1' }]));
    await waitFor(() => expect(screen.queryByText('cost of the bridge')).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('cost of the bridge');
    expect(inputs('correction.add')).toMatchObject([
      { kind: 'row', context: { label: 'cost of the bridge' } },
    ]);
  });

  it('name a correction kept without a name by its sentence', async () => {
    const quotes = [{ outlet: 'Ostin Herald', words: 'The mill will not reopen.' }];
    const context = { judgement: 'not-the-same', label: '', values: [{ label: '', quotes }] };
    const wrong = { id: 'c9', at: '2031-03-08T10:00:00.000Z', kind: 'row', target: 'row-gone', context };
    await open('#/corrections', 'full', { 'correction.list': [wrong] as never });
    await screen.findByText('The mill will not reopen.');
  });
});

it('the invented library holds what was asked for', () => {
  expect(new Set(libraryOf(500).map(({ id }) => id)).size).toBe(500);
});
