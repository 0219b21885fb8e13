// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CallName } from '../../src/messages/protocol';
import type { Correction } from '../../src/messages/story-calls';
import { Popup } from '../../src/popup/popup';
import { pageMarks } from '../../src/ui/components/collation';
import { connect } from '../../src/ui/connection';
import { loadLanguage } from '../../src/ui/texts';
import { background, daily } from './gallery/articles';
import { floodView } from './gallery/comparison';
import { fakeBackground } from './gallery/fake-background';
import { popupAnswers } from './gallery/popup-states';

// A busy machine takes longer than the library's one second.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => loadLanguage('en', ['messages']));
afterEach(cleanup);

/** Opens the popup in one state; gives what the background was asked. */
async function open(state: string) {
  const asked: [CallName, unknown][] = [];
  connect(fakeBackground(popupAnswers(state), asked));
  const { container } = render(<Popup tabId={7} />);
  const root = container.querySelector<HTMLElement>('[data-state]')!;
  await waitFor(() => expect(root.dataset.state).toBe('ready'));
  return { container, inputs: (name: CallName) => asked.filter(([n]) => n === name).map(([, i]) => i) };
}

describe('a long list', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('draws the axes of its far rows when they come near', async () => {
    vi.stubGlobal('ContentVisibilityAutoStateChangeEvent', Event);
    const { container } = await open('forty-rows');
    const drawn = () => [...container.querySelectorAll('.axis')].filter((axis) => axis.childElementCount > 0);
    const rows = [...container.querySelectorAll('[data-row-id]')];
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(rows.filter((each) => each.classList.contains('far'))).toEqual(rows.slice(6));
    expect(drawn().map((axis) => axis.closest('li'))).toEqual(
      rows.slice(0, 6).filter((each) => each.querySelector('.axis')),
    );
    const far = rows[6]!;
    for (const skipped of [true, false]) {
      far.dispatchEvent(Object.assign(new Event('contentvisibilityautostatechange'), { skipped }));
      const expected = skipped ? 0 : 3;
      await waitFor(() => expect(far.querySelectorAll('.point')).toHaveLength(expected));
    }
  });

  it('draws all of them in a browser that does not tell what is in sight', async () => {
    const { container } = await open('forty-rows');
    expect([...container.querySelectorAll('.axis')].filter((axis) => !axis.childElementCount)).toEqual([]);
  });

  it('draws less certain rows when they are asked for', async () => {
    const { container } = await open('full');
    const fold = container.querySelector<HTMLDetailsElement>('.less-certain')!;
    expect(fold.querySelector('[data-row-id]')).toBeNull();
    fold.open = true;
    await waitFor(() => expect(fold.querySelectorAll('[data-row-id]')).toHaveLength(1));
  });
});

describe('what is only here or left out, and less certain', () => {
  it('stands in the fold, each kind under its name, and neither in its group nor in the page', async () => {
    const { container } = await open('full');
    const fold = container.querySelector<HTMLDetailsElement>('.less-certain')!;
    expect(container.textContent).not.toContain('kept their ovens lit');
    fold.open = true;
    await waitFor(() => expect(fold.textContent).toContain('kept their ovens lit'));
    const sections = [...fold.querySelectorAll('section')].map((section) => [
      section.querySelector('h3')!.textContent.trim(),
      section.querySelectorAll('li.row').length,
    ]);
    expect(sections).toEqual([
      ['Only here 1', 1],
      ['Left out here 1', 1],
    ]);
    const marks = pageMarks(floodView, null).filter(({ kind }) => kind === 'only-here');
    expect(marks.map(({ id }) => id)).toEqual(['only-bells', 'only-schools']);
  });
});

describe('a copy', () => {
  it('shows what it adds, in its own words', async () => {
    const { container } = await open('full');
    fireEvent.click(within(container.querySelector('.voices')!).getByText('Kestrel Wire'));
    const details = (await screen.findByText('Adds 1 passage')).parentElement!;
    expect(details.querySelector('blockquote')!.textContent).toBe(daily.text.slice(0, 59));
  });
});

describe('a voice that shares passages with another', () => {
  it('says whose, how much of either text, and opens to the words and to what stands beside them', async () => {
    const { container } = await open('full');
    expect(container.querySelector('.reused-here')!.textContent).toBe(
      'This article shares passages with Ostin Herald.',
    );
    fireEvent.click(within(container.querySelector('.voices')!).getByText('Ostin Herald'));
    expect(container.querySelector('.voice-details')!.textContent).not.toContain('a text of its own');
    const title = 'Shares 1 passage with The Marrow Post: 23% of this text, 13% of that one';
    const shared = (await screen.findByText(title)).parentElement!;
    expect([...shared.querySelectorAll('blockquote')].map(({ textContent }) => textContent)).toEqual([
      background,
    ]);
    const beside = screen.getByText('Adds 2 passages').parentElement!;
    expect(beside.querySelector('blockquote')!.textContent).toContain('The death toll');
  });
});

describe('articles that were nearly taken', () => {
  it('are looked for when asked, each with why it was not, and can be taken', async () => {
    const { container, inputs } = await open('full');
    const fold = container.querySelector<HTMLDetailsElement>('.near-misses')!;
    expect(inputs('collation.near-misses')).toEqual([]);
    fold.open = true;
    await waitFor(() => expect(fold.textContent).toContain('Valley towns drill for a break of Alder Dam'));
    expect(fold.textContent).toContain('Published too many days apart');
    expect(fold.textContent).toContain('Shared names: Alder Dam');
    fireEvent.click(within(fold).getByRole('button', { name: 'Same story' }));
    await waitFor(() => expect(inputs('correction.add')).toHaveLength(1));
    expect(inputs('correction.add')[0]).toMatchObject({ kind: 'same-event' });
  });
});

describe('what stands on one side only', () => {
  it.each([
    ['only-here', 'Others say it too', 'said-elsewhere'],
    ['left-out', 'This article says it too', 'said-here'],
  ])('%s: is copied, called wrong, and brought back', async (group, words, judgement) => {
    const written = vi.fn(async () => {});
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } });
    const { container, inputs } = await open('full');
    const list = () => [...container.querySelectorAll(`[data-group="${group}"] li.row`)];
    const before = list().length;
    const quote = list()[0]!.querySelector('blockquote')!.textContent!;
    fireEvent.click(within(list()[0] as HTMLElement).getByRole('button', { name: 'More' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Copy as text' }));
    await waitFor(() => expect(written).toHaveBeenCalledWith(expect.stringContaining(quote)));
    fireEvent.click(screen.getByRole('button', { name: 'This is wrong' }));
    fireEvent.click(await screen.findByRole('button', { name: words }));
    await waitFor(() => expect(list()).toHaveLength(before - 1));
    const [added] = inputs('correction.add') as Pick<Correction, 'kind' | 'context'>[];
    expect(added).toMatchObject({ kind: 'row', context: { judgement, verdict: group } });
    expect(JSON.stringify(added?.context)).toContain(quote.replaceAll('"', '\\"'));
    const corrected = container.querySelector<HTMLElement>('.corrected')!;
    expect(corrected.textContent).toContain(quote);
    fireEvent.click(within(corrected).getByText('Undo'));
    await waitFor(() => expect(list()).toHaveLength(before));
    vi.unstubAllGlobals();
  });
});

describe('the summary', () => {
  const lines = (container: Element) =>
    [...container.querySelectorAll('.summary li')].map(({ textContent }) => textContent);

  it('says in one look what there is', async () => {
    const { container } = await open('full');
    expect(lines(container)).toEqual([
      '3 differ',
      '1 update',
      '1 agrees',
      '2 only here',
      '1 left out here',
      '3 less certain',
    ]);
  });

  it('says also that nothing differs', async () => {
    const { container } = await open('all-wrong');
    expect(lines(container)).toEqual(['nothing differs', '2 only here', '1 left out here', '2 less certain']);
    expect(screen.queryByRole('button', { name: 'nothing differs' })).toBeNull();
  });

  it('leaves its place to a sentence where nothing can be compared', async () => {
    const { container } = await open('no-rows');
    expect(lines(container)).toEqual([]);
  });

  it('keeps a place for what is still looked for', async () => {
    connect(fakeBackground(popupAnswers('rows-told')));
    const { container } = render(<Popup tabId={7} />);
    await waitFor(() => expect(lines(container)).toHaveLength(6));
    expect(lines(container).slice(3)).toEqual(['Only here …', 'Left out here …', 'Less certain …']);
  });

  it.each([
    ['1 agrees', '[data-group="agree"] .group-head'],
    ['3 less certain', '.less-certain summary'],
  ])('leads to %s and opens it', async (name, head) => {
    Element.prototype.scrollIntoView = () => {};
    const { container } = await open('full');
    fireEvent.click(screen.getByRole('button', { name }));
    const found = container.querySelector<HTMLElement>(head)!;
    expect(document.activeElement).toBe(found);
    const holder = found.closest('[data-group], details')!;
    await waitFor(() => expect(holder.querySelector('[data-row-id]')).not.toBeNull());
  });
});

describe('why these articles', () => {
  it('is told in words when it is asked for, and one that does not belong is taken out with a way back', async () => {
    const { container, inputs } = await open('full');
    const fold = container.querySelector<HTMLDetailsElement>('details.matches')!;
    expect(fold.querySelector('li')).toBeNull();
    fold.open = true;
    const [first] = await within(fold).findAllByRole('button', { name: 'Not this story' });
    expect(fold.textContent).toMatch(/Shared (?:names|places|dates|numbers): /);
    fireEvent.click(first!);
    await waitFor(() => expect(inputs('correction.add')).toMatchObject([{ kind: 'not-same-event' }]));
    const notice = container.querySelector<HTMLElement>('.last-correction')!;
    fireEvent.click(await within(notice).findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(inputs('correction.remove')).toEqual([{ id: 'c1' }]));
  });
});
