// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { CallName } from '../../src/messages/protocol';
import { Popup } from '../../src/popup/popup';
import { connect } from '../../src/ui/connection';
import { loadLanguage } from '../../src/ui/texts';
import { fakeBackground } from './gallery/fake-background';
import { popupAnswers } from './gallery/popup-states';

configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => loadLanguage('en', ['messages']));
afterEach(cleanup);

/** Opens the view over a page whose marks are what `page` says. */
async function open(page: { all: boolean }, panel = false) {
  const asked: [CallName, unknown][] = [];
  const change = (all: boolean, answer: object | null) => () => {
    page.all = all;
    return answer as never;
  };
  const answers = {
    ...popupAnswers('full'),
    'page.step': () => ({ ...page }),
    'page.highlight': change(true, { found: 3, missing: [] }),
    'page.clear': change(false, null),
  };
  connect(fakeBackground(answers as Parameters<typeof fakeBackground>[0], asked));
  render(<Popup tabId={7} panel={panel} />);
  const button = await screen.findByRole('button', { name: 'Mark in the page' });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  return {
    pressed: async (wanted: boolean) =>
      waitFor(() => expect(button.getAttribute('aria-pressed')).toBe(String(wanted))),
    button,
    asked,
  };
}

it('shows that the page is marked already, as after opening the popup a second time', async () => {
  const { pressed, button, asked } = await open({ all: true });
  await pressed(true);
  fireEvent.click(button);
  await pressed(false);
  expect(asked.map(([name]) => name)).toContain('page.clear');
});

it('follows what the reader does in the page meanwhile', async () => {
  const page = { all: false };
  const { pressed, button } = await open(page, true);
  fireEvent.click(button);
  await pressed(true);
  page.all = false;
  fireEvent.focus(window);
  await pressed(false);
});

it('passes the keys of the page on, and Escape where it does not close the view', async () => {
  const { pressed, button, asked } = await open({ all: false }, true);
  const steps = () => asked.flatMap(([name, input]) => (name === 'page.step' ? [input] : []));
  fireEvent.click(button);
  await pressed(true);
  fireEvent.keyDown(document.body, { altKey: true, code: 'KeyN' });
  fireEvent.keyDown(document.body, { altKey: true, code: 'KeyP' });
  expect(steps().slice(-2)).toEqual([
    { tabId: 7, step: 1 },
    { tabId: 7, step: -1 },
  ]);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await pressed(false);
});

it('leaves Escape to the popup, which closes with it', async () => {
  const { pressed, button, asked } = await open({ all: false });
  fireEvent.click(button);
  await pressed(true);
  expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true);
  expect(asked.map(([name]) => name)).not.toContain('page.clear');
});
