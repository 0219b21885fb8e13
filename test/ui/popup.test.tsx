// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CollationView } from '../../src/messages/library-calls';
import type { CallName } from '../../src/messages/protocol';
import { failureCodes } from '../../src/model/result';
import { Popup } from '../../src/popup/popup';
import { connect } from '../../src/ui/connection';
import { loadLanguage, say } from '../../src/ui/texts';
import { post } from './gallery/articles';
import { floodView } from './gallery/comparison';
import { fakeBackground } from './gallery/fake-background';
import { popupAnswers } from './gallery/popup-states';

// A busy machine takes longer than the library's one second.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => loadLanguage('en', ['messages']));
afterEach(cleanup);

/** Opens the popup in one state, with some answers changed; gives what the background was asked. */
async function open(state: string, change: Parameters<typeof fakeBackground>[0] = {}) {
  const asked: [CallName, unknown][] = [];
  connect(fakeBackground({ ...popupAnswers(state), ...change }, asked));
  const { container } = render(<Popup tabId={7} />);
  const root = container.querySelector<HTMLElement>('[data-state]')!;
  await waitFor(() => expect(root.dataset.state).toMatch(/ready|failed/));
  return {
    asked,
    container,
    root,
    inputs: (name: CallName) => asked.filter(([n]) => n === name).map(([, i]) => i),
  };
}

const row = (container: Element, id: string) => {
  const found = container.querySelector<HTMLElement>(`[data-row-id="${id}"]`)!;
  return { found, head: found.querySelector<HTMLButtonElement>('.row-head')! };
};

describe('the head', () => {
  it('says what was read and where it came from', async () => {
    await open('full');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(post.headline.value);
    expect(screen.getByText('from the byline')).toBeTruthy();
    expect(screen.getByText('164 words')).toBeTruthy();
  });

  it('saves and then says since when', async () => {
    const { inputs } = await open('full');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('link', { name: /^Saved \w+ \d/ });
    expect(inputs('article.save')).toEqual([{ article: post, tabId: 7 }]);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('keeps the comparison when saving fails, and offers a way out', async () => {
    const { container } = await open('disk-full');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The disk is full');
    expect(within(alert).getByRole('link', { name: 'Free some space' }).getAttribute('href')).toContain(
      '#/storage',
    );
    expect(container.querySelectorAll('[data-row-id]').length).toBeGreaterThan(3);
  });

  it('never offers to save from a private window', async () => {
    const { inputs } = await open('private', {
      'settings.get': { ...(popupAnswers('full')['settings.get'] as object), saveOnOpen: true } as never,
    });
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(inputs('article.save')).toEqual([]);
  });

  it('saves by itself when the reader chose so', async () => {
    const { inputs } = await open('full', {
      'settings.get': { ...(popupAnswers('full')['settings.get'] as object), saveOnOpen: true } as never,
    });
    await waitFor(() => expect(inputs('article.save')).toHaveLength(1));
  });

  it('says why a text looks cut short', async () => {
    await open('cut');
    expect(screen.getByText('There is a notice asking to subscribe.')).toBeTruthy();
  });
});

describe('the rows', () => {
  it('come as differ, updates, agree, only here, left out here', async () => {
    const { container } = await open('full');
    const groups = [...container.querySelectorAll<HTMLElement>('[data-group]')].map(
      (group) => group.dataset.group,
    );
    expect(groups).toEqual(['differ', 'update', 'agree', 'only-here', 'left-out']);
  });

  it('name every value with who says it', async () => {
    const { container } = await open('full');
    const lines = [...row(container, 'row-road').found.querySelectorAll('.value-line')].map(
      (line) => line.textContent,
    );
    expect(lines).toEqual(['until 12 March The Marrow Post, Kestrel Wire', 'on 20 March Lowland Courier']);
  });

  it('tell what moved in the order it moved in, from whichever article it is seen', async () => {
    const answers = popupAnswers('full')['collation.make'] as unknown as CollationView;
    const { comparison } = answers.collation;
    const rows = comparison.rows.map((each) =>
      each.verdict === 'update' ? { ...each, values: [...each.values].reverse() } : each,
    );
    const turned = { ...answers, collation: { ...answers.collation, comparison: { ...comparison, rows } } };
    const { container } = await open('full', { 'collation.make': turned });
    const values = [...container.querySelectorAll('[data-verdict="update"] .value')];
    expect(values.map((value) => value.textContent)).toEqual(['14 people', '19']);
  });

  it('open to both sentences with the deciding words marked', async () => {
    const { container } = await open('full');
    const { found, head } = row(container, 'row-road');
    expect(head.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(head);
    expect(head.getAttribute('aria-expanded')).toBe('true');
    expect([...found.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toEqual([
      'The valley road will stay closed until 12 March.',
      'The valley road is closed until 12 March.',
      'The valley road is to reopen on 20 March.',
    ]);
    expect([...found.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('on 20 March');
    expect(found.textContent).toContain('One says until 12 March, the other on 20 March.');
  });

  it('link to the other page at the sentence and to the saved copy, as real links', async () => {
    const { container } = await open('full');
    fireEvent.click(row(container, 'row-report').head);
    const there = screen.getAllByRole('link', { name: 'Open there' })[0] as HTMLAnchorElement;
    expect(there.target).toBe('_blank');
    expect(there.href).toMatch(/^https:\/\/kestrelwire\.test\/dispatch\/alder-dam-fails#:~:text=The%20water/);
    const copy = screen.getAllByRole('link', { name: 'Saved copy' })[0] as HTMLAnchorElement;
    expect(copy.getAttribute('href')).toMatch(/options\/index\.html#\/article\/a1-/);
  });

  it('say when the sentence is no longer on the page', async () => {
    const { container, inputs } = await open('full', { 'page.show': { found: false } });
    fireEvent.click(row(container, 'row-road').head);
    fireEvent.click(within(row(container, 'row-road').found).getByRole('button', { name: 'Show in page' }));
    await screen.findByText('This sentence is no longer on the page.');
    expect(inputs('page.show')[0]).toMatchObject({ tabId: 7, mark: { id: 'row-road', kind: 'differ' } });
  });

  it('are never HTML', async () => {
    const view = structuredClone(popupAnswers('full')['collation.make']) as never as {
      articles: Record<string, { text: string }>;
    };
    const article = view.articles[post.id]!;
    article.text = article.text.replace('until 12 March', '<img src=x> Ma');
    const { container } = await open('full', { 'collation.make': view as never });
    fireEvent.click(row(container, 'row-road').head);
    expect(container.querySelector('img')).toBeNull();
    expect(row(container, 'row-road').found.textContent).toContain('<img src=x>');
  });

  it('are left out when a quote cannot be cut', async () => {
    const view = structuredClone(popupAnswers('full')['collation.make']) as never as {
      collation: {
        comparison: { rows: { id: string; values: { evidence: { quote: { end: number } }[] }[] }[] };
      };
    };
    const broken = view.collation.comparison.rows.find(({ id }) => id === 'row-report')!;
    broken.values[1]!.evidence[0]!.quote.end = 1e9;
    const { container } = await open('full', { 'collation.make': view as never });
    expect(container.querySelector('[data-row-id="row-report"]')).toBeNull();
    expect(container.querySelector('[data-row-id="row-road"]')).toBeTruthy();
  });

  it('can be called wrong and back', async () => {
    const { container, inputs } = await open('full');
    fireEvent.click(row(container, 'row-road').head);
    fireEvent.click(within(row(container, 'row-road').found).getByRole('button', { name: 'This is wrong' }));
    fireEvent.click(screen.getByRole('button', { name: 'Not a conflict' }));
    await screen.findByText('1 row you marked as wrong');
    expect(container.querySelector('[data-row-id="row-road"]')).toBeNull();
    expect(inputs('correction.add')[0]).toMatchObject({
      kind: 'row',
      target: 'row-road',
      context: { judgement: 'not-a-conflict', verdict: 'differ', label: 'valley road closed' },
    });
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(container.querySelector('[data-row-id="row-road"]')).toBeTruthy());
  });

  it('are named in the list of what is wrong as they were in theirs', async () => {
    const view = structuredClone(floodView);
    const road = view.collation.comparison.rows.find(({ id }) => id === 'row-road')!;
    road.kind = 'statement';
    road.label = '';
    road.values[0]!.label = '';
    const { container } = await open('full', { 'collation.make': view as never });
    fireEvent.click(row(container, 'row-road').head);
    fireEvent.click(within(row(container, 'row-road').found).getByRole('button', { name: 'This is wrong' }));
    fireEvent.click(screen.getByRole('button', { name: 'Not a conflict' }));
    await screen.findByText('1 row you marked as wrong');
    expect(container.querySelector('.corrected')!.textContent).toContain('The valley road will stay closed');
  });

  it('are walked by the arrow keys', async () => {
    const { container } = await open('full');
    const { head } = row(container, 'row-moved');
    head.focus();
    fireEvent.keyDown(head, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(row(container, 'row-road').head);
    fireEvent.keyDown(document.activeElement!, { key: 'k' });
    expect(document.activeElement).toBe(head);
  });

  it('copy as a citation', async () => {
    const writeText = vi.fn(async () => {});
    Object.assign(navigator, { clipboard: { writeText } });
    const { container } = await open('full');
    fireEvent.click(row(container, 'row-road').head);
    fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    await screen.findByText('Copied');
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('**Differ: valley road closed**'));
  });
});

describe('the coverage', () => {
  it('counts pages, outlets and voices, and opens a voice to its copies', async () => {
    await open('full');
    expect(screen.getByText('6 pages · 6 outlets · 5 voices · 4 sources')).toBeTruthy();
    const chip = screen.getByRole('button', { name: /Kestrel Wire.*and 1 copy/ });
    fireEvent.click(chip);
    expect(screen.getByText('2 pages carry this text. They count as one voice.')).toBeTruthy();
    expect(screen.getByText('Likely first: Kestrel Wire.')).toBeTruthy();
    expect(screen.getByText(/a shortened text: 94% of it stands in the fuller one/)).toBeTruthy();
  });

  it('says why an article matched', async () => {
    const { container } = await open('full');
    container.querySelector<HTMLDetailsElement>('details.matches')!.open = true;
    expect(await screen.findAllByText('Shared places: Sorrel Valley and Lower Venn')).toHaveLength(5);
  });

  it('gives every "only here" its denominator', async () => {
    const { container } = await open('full');
    const note = container.querySelector('[data-group="only-here"] .group-note')!;
    expect(note.textContent).toBe(
      'Compared with 4 other voices. Coverage from Mar 5, 2031 to Mar 7, 2031. Perhaps cut short: Lowland Courier.',
    );
  });

  it('puts the number of differing rows on the icon', async () => {
    const { inputs } = await open('full');
    await waitFor(() => expect(inputs('page.badge')).toEqual([{ tabId: 7, differing: 3 }]));
  });
});

describe('without rows', () => {
  it('says what to do when nothing is stored', async () => {
    await open('empty');
    expect(screen.getByRole('heading', { name: 'No other coverage stored yet' })).toBeTruthy();
    expect(screen.getByText('Open the same story at another outlet and click Collate there.')).toBeTruthy();
  });

  it.each(['reading', 'comparing'])('says in words that it is %s', async (state) => {
    connect(fakeBackground(popupAnswers(state)));
    render(<Popup tabId={7} />);
    const words = state === 'reading' ? 'Reading the page…' : 'Comparing with your stored coverage…';
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it.each(failureCodes)('says the sentence for %s', async (code) => {
    await open('full', { 'page.read': code });
    const sentence = screen.getByRole('alert').querySelector('p')!.textContent!;
    expect(sentence).toBe(say(`failure_${code.replaceAll('-', '_')}` as never));
    expect(sentence).not.toContain('_');
  });

  it('reads the selection when asked to', async () => {
    const { inputs } = await open('no-article');
    fireEvent.click(screen.getByRole('button', { name: 'Use the selected text' }));
    await waitFor(() => expect(inputs('page.read')).toContainEqual({ tabId: 7, way: 'selection' }));
  });

  it('retries a comparison without reading again', async () => {
    const { inputs } = await open('compare-failed');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(inputs('collation.part')).toHaveLength(2));
    expect(inputs('page.read')).toHaveLength(1);
  });
});
