// @vitest-environment jsdom
import { act, cleanup, configure, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { CallName } from '../../src/messages/protocol';
import { connect } from '../../src/ui/connection';
import { loadLanguage } from '../../src/ui/texts';
import { herald, post } from './gallery/articles';
import { fakeBackground } from './gallery/fake-background';
import { popupAnswers, readingOf } from './gallery/popup-states';

configure({ asyncUtilTimeout: 20_000 });

/** The tab in front, and who wants to know when it is another. */
const front = {
  tab: null as { id: number; address: string | undefined } | null,
  listeners: new Set<() => void>(),
};

vi.mock('../../src/browser', () => ({
  activeTab: async () => front.tab,
  onActiveTabChanged: (listener: () => void) => {
    front.listeners.add(listener);
    return () => front.listeners.delete(listener);
  },
}));

const { Panel } = await import('../../src/popup/panel');

beforeAll(() => loadLanguage('en', ['messages']));
beforeEach(() => front.listeners.clear());
afterEach(cleanup);

const goTo = (id: number, address: string | undefined) =>
  act(async () => {
    front.tab = { id, address };
    for (const listener of front.listeners) listener();
  });

async function open(articles: Record<number, typeof post>) {
  const asked: [CallName, unknown][] = [];
  const read = ({ tabId }: { tabId: number }) => readingOf(articles[tabId] ?? post);
  connect(fakeBackground({ ...popupAnswers('full'), 'page.read': read as never }, asked));
  const { container } = render(<Panel />);
  return {
    headline: (wanted: string) =>
      waitFor(() => expect(container.querySelector('.head h1')?.textContent).toBe(wanted)),
    reads: () => asked.filter(([name]) => name === 'page.read').map(([, input]) => input),
  };
}

it('speaks of the tab in front, and of the next one when the reader goes there', async () => {
  front.tab = { id: 1, address: 'https://marrowpost.test/a' };
  const { headline, reads } = await open({ 1: post, 2: herald });
  await headline(post.headline.value);
  await goTo(2, 'https://ostinherald.test/b');
  await headline(herald.headline.value);
  expect(reads()).toEqual([
    { tabId: 1, way: 'automatic' },
    { tabId: 2, way: 'automatic' },
  ]);
});

it('stays as it is when the page in front only finishes loading', async () => {
  front.tab = { id: 1, address: 'https://marrowpost.test/a' };
  const { headline, reads } = await open({ 1: post });
  await headline(post.headline.value);
  await goTo(1, 'https://marrowpost.test/a');
  expect(reads()).toHaveLength(1);
});

it('takes any sign of a new page for one where the address is hidden from it', async () => {
  front.tab = { id: 1, address: undefined };
  const { headline, reads } = await open({ 1: post });
  await headline(post.headline.value);
  await goTo(1, undefined);
  await waitFor(() => expect(reads()).toHaveLength(2));
});

it('stops listening when it is closed', async () => {
  front.tab = { id: 1, address: 'https://marrowpost.test/a' };
  const { headline } = await open({ 1: post });
  await headline(post.headline.value);
  expect(front.listeners.size).toBe(1);
  cleanup();
  await waitFor(() => expect(front.listeners.size).toBe(0));
});
