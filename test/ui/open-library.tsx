import { cleanup, configure, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { CallName } from '../../src/messages/protocol';
import { everything } from '../../src/model/library-query';
import { OptionsApp } from '../../src/options/app';
import { rememberPlace } from '../../src/options/library/place';
import { connect } from '../../src/ui/connection';
import { loadLanguage } from '../../src/ui/texts';
import { fakeBackground } from './gallery/fake-background';
import { optionsAnswers } from './gallery/options-answers';

// A busy machine takes longer than the library's one second.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => loadLanguage('en', ['messages', 'library', 'coverage']));
beforeEach(() => {
  rememberPlace({ asking: everything, index: null });
  // jsdom lays nothing out: the list is told the height of its window.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 660 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 900 });
  Element.prototype.scrollIntoView = () => {};
  globalThis.CSS ??= { escape: (name: string) => name } as never;
  Element.prototype.scrollTo = () => {};
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as never;
});
afterEach(cleanup);

/** Opens one page of the library in one state; gives what the background was asked. */
export async function open(hash: string, state = 'full', change: Parameters<typeof fakeBackground>[0] = {}) {
  const asked: [CallName, unknown][] = [];
  connect(fakeBackground({ ...optionsAnswers(state), ...change }, asked));
  location.hash = hash;
  const { container } = render(<OptionsApp />);
  await waitFor(() => expect(container.querySelector('[data-state="ready"]')).toBeTruthy());
  return {
    container,
    inputs: (name: CallName) => asked.filter(([n]) => n === name).map(([, input]) => input),
  };
}
