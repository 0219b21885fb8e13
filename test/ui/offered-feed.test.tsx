// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { CallName } from '../../src/messages/protocol';
import { OfferedFeed } from '../../src/popup/offered-feed';
import { connect } from '../../src/ui/connection';
import { connectHosts } from '../../src/ui/hosts';
import { loadLanguage } from '../../src/ui/texts';
import { post } from './gallery/articles';
import { fakeBackground } from './gallery/fake-background';
import { popupAnswers, readingOf } from './gallery/popup-states';

beforeAll(() => loadLanguage('en', ['messages']));
afterEach(cleanup);

/** Shows the offer and presses it; gives what the background was asked. */
async function follow(granted: boolean, change: Parameters<typeof fakeBackground>[0] = {}) {
  connectHosts(async () => granted);
  const asked: [CallName, unknown][] = [];
  const follows = { 'coverage.follow': { feeds: [], added: 1 } };
  connect(fakeBackground({ ...popupAnswers('feed-offered'), ...follows, ...change }, asked));
  render(<OfferedFeed reading={readingOf(post)} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Follow The Marrow Post' }));
  return asked.find(([name]) => name === 'coverage.follow')?.[1];
}

it('follows the feed of the page by the name of its outlet', async () => {
  const input = await follow(true);
  expect(input).toMatchObject({
    feeds: [{ address: 'https://marrowpost.test/feed', title: 'The Marrow Post', textRule: 'when-matching' }],
  });
  expect((await screen.findByRole('status')).textContent).toContain('The Marrow Post');
});

it('says what is missing when the reader declines the browser’s question', async () => {
  await follow(false);
  const declined = (await screen.findByRole('status')).textContent;
  cleanup();
  await follow(true);
  expect((await screen.findByRole('status')).textContent).not.toBe(declined);
});

it('says so when the feed could not be kept, and offers it again', async () => {
  await follow(true, { 'coverage.follow': 'storage-full' });
  expect((await screen.findByRole('alert')).textContent).toContain('full');
  expect(screen.queryByRole('status')).toBeNull();
});
