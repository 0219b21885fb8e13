// @vitest-environment jsdom
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/preact';
import { options } from 'preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallName } from '../../src/messages/protocol';
import type { DeliveredPart } from '../../src/model/collation-parts';
import { Popup } from '../../src/popup/popup';
import { connect } from '../../src/ui/connection';
import { loadLanguage } from '../../src/ui/texts';
import { floodView } from './gallery/comparison';
import { delivering, fakeBackground, partsOf } from './gallery/fake-background';
import { popupAnswers } from './gallery/popup-states';

configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => loadLanguage('en', ['messages']));
afterEach(cleanup);

const parts = partsOf(floodView);

/** Opens the popup over a background that hands a part over each time it is told to. */
function opened(change: Parameters<typeof fakeBackground>[0] = {}) {
  const asked: [CallName, unknown][] = [];
  const waiting: { position: number; answer: (delivered: DeliveredPart | string) => void }[] = [];
  const part = ({ position }: { position: number }) =>
    new Promise((answer) => waiting.push({ position, answer }));
  connect(fakeBackground({ ...popupAnswers('full'), 'collation.part': part as never, ...change }, asked));
  const { container } = render(<Popup tabId={7} />);
  const state = () => container.querySelector<HTMLElement>('[data-state]')!.dataset.state;
  const hand = async (answer: (position: number) => DeliveredPart | string) => {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(0));
    const next = waiting.shift()!;
    next.answer(answer(next.position));
    await waitFor(() => expect(waiting.length === 1 || /ready|failed/.test(state() ?? '')).toBe(true));
    // What the part changed is drawn now.
    await act(async () => undefined);
  };
  return {
    asked,
    container,
    /** Hands over the next part of a run. */
    deliver: (run = 'one') => hand((position) => ({ run, position, part: parts[position]! })),
    hand,
    state,
    groups: () =>
      [...container.querySelectorAll<HTMLElement>('[data-group]')].map(({ dataset }) => dataset.group),
    progress: () => container.querySelector('.progress')!.textContent,
  };
}

describe('a comparison that comes in parts', () => {
  it('draws each row once, not again with every part that comes after', async () => {
    let heads = 0;
    options.vnode = (vnode) => {
      if ((vnode.props as { class?: unknown } | null)?.class === 'row-head') heads++;
    };
    const { deliver, container } = opened();
    for (let part = 0; part < parts.length; part++) await deliver();
    delete options.vnode;
    const rows = container.querySelectorAll('.row-head').length;
    expect(rows).toBeGreaterThan(3);
    expect(heads).toBe(rows);
  });

  it('is drawn as it comes, and says in words what it waits for', async () => {
    const { deliver, state, groups, progress } = opened();
    await waitFor(() => expect(progress()).toBe('Comparing with your stored coverage…'));
    await deliver();
    expect(screen.getByText(/5 voices/)).toBeTruthy();
    expect(groups()).toEqual([]);
    await deliver();
    expect(progress()).toBe('5 of 5 voices read…');
    await deliver();
    expect(progress()).toBe('4 of 4 other voices compared…');
    await deliver();
    expect(groups()).toEqual(['differ', 'update', 'agree']);
    expect(progress()).toBe('Looking for what only this article says…');
    await deliver();
    expect(groups()).toEqual(['differ', 'update', 'agree', 'only-here']);
    expect(progress()).toBe('Looking for what is left out here…');
    expect(state()).toBe('comparing');
    await deliver();
    expect(groups()).toEqual(['differ', 'update', 'agree', 'only-here', 'left-out']);
    expect(progress()).toBe('');
    expect(state()).toBe('ready');
  });

  it('takes nothing away and puts nothing above what is drawn', async () => {
    const { deliver, container } = opened();
    let before: Element[] = [];
    for (let part = 0; part < parts.length; part++) {
      await deliver();
      const drawn = [...container.querySelectorAll('.coverage, [data-group], [data-row-id], .progress')];
      const kept = drawn.filter((element) => before.includes(element));
      expect(kept).toEqual(before);
      const body = drawn.filter((element) => !element.matches('.progress'));
      expect(body.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      before = drawn;
    }
    expect(before.length).toBeGreaterThan(10);
  });

  it('puts the number on the icon when the rows are there, not before', async () => {
    const { deliver, asked } = opened();
    const badges = () => asked.filter(([name]) => name === 'page.badge').map(([, input]) => input);
    for (const _part of ['story', 'read', 'compared']) await deliver();
    expect(badges()).toEqual([]);
    await deliver();
    await waitFor(() => expect(badges()).toEqual([{ tabId: 7, differing: 3 }]));
  });

  it('marks the page only when all is there', async () => {
    const { deliver } = opened();
    await deliver();
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Mark in the page' });
    expect(button.disabled).toBe(true);
    for (const _part of parts.slice(1)) await deliver();
    expect(button.disabled).toBe(false);
  });

  it('comes once more from a background that was stopped in between', async () => {
    const { deliver, hand, state, groups, asked } = opened();
    for (const _part of parts.slice(0, 3)) await deliver();
    await hand(() => ({ run: 'two', position: 0, part: parts[0]! }));
    expect(state()).toBe('comparing');
    for (const _part of parts.slice(1)) await deliver('two');
    expect(state()).toBe('ready');
    expect(groups()).toEqual(['differ', 'update', 'agree', 'only-here', 'left-out']);
    const positions = asked.flatMap(([name, input]) =>
      name === 'collation.part' ? [(input as { position: number }).position] : [],
    );
    expect(positions).toEqual([0, 1, 2, 3, 1, 2, 3, 4, 5]);
  });

  it('gives up on a background that is stopped again and again', async () => {
    const { hand, state } = opened();
    for (let death = 0; death <= 4; death++) {
      await hand(() => ({ run: `run ${death}`, position: 0, part: parts[0]! }));
    }
    expect(state()).toBe('failed');
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('keeps what is drawn when the rest fails, and says so below it', async () => {
    const { deliver, hand, state, groups, container } = opened();
    for (const _part of parts.slice(0, 4)) await deliver();
    await hand(() => 'disk-full');
    expect(state()).toBe('failed');
    expect(groups()).toEqual(['differ', 'update', 'agree']);
    const notice = container.querySelector('[role=alert]')!;
    const rows = container.querySelector('[data-group=agree]')!;
    expect(rows.compareDocumentPosition(notice) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('says at once that nothing is stored on the event', async () => {
    const alone = popupAnswers('empty')['collation.make'] as never;
    opened({ 'collation.part': delivering(alone, 1) as never });
    await screen.findByRole('region', { name: /./ });
    expect(screen.getByRole('heading', { level: 2 }).textContent).not.toBe('');
  });
});
