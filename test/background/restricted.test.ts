import { describe, expect, it } from 'vitest';
import { injectionFailure, restriction } from '../../src/background/page/restricted';

describe('pages no extension may look into', () => {
  it.each([
    'about:reader?url=https%3A%2F%2Fardel.example%2F',
    'chrome://settings/',
    'view-source:https://ardelcourier.example/ferry',
    'moz-extension://0a1b/options/index.html',
    'https://addons.mozilla.org/en-US/firefox/',
    'https://chromewebstore.google.com/detail/x',
    'https://chrome.google.com/webstore/detail/x',
    'not an address',
  ])('%s is one', (address) => expect(restriction(address)).toBe('page-restricted'));

  it.each([
    'https://ardelcourier.example/ferry',
    'http://127.0.0.1:8080/',
    'file:///home/reader/a.html',
    undefined,
  ])('%s is none', (address) => expect(restriction(address)).toBeNull());
});

describe('what the browser means by refusing a script', () => {
  it.each([
    ['No tab with id: 7.', 'page-closed'],
    ['Invalid tab ID: 7', 'page-closed'],
    ['Frame with ID 0 was removed.', 'page-changed'],
    ['Frame with ID 0 is showing error page', 'page-not-ready'],
    ['The extensions gallery cannot be scripted.', 'page-restricted'],
    ['Cannot access a chrome:// URL', 'page-restricted'],
    ['Cannot access contents of the page. Extension manifest must request permission', 'page-not-permitted'],
    ['Missing host permission for the tab', 'page-not-permitted'],
  ])('%s', (message, code) => {
    expect(injectionFailure(new Error(message), 'https://ardelcourier.example/ferry')).toBe(code);
  });

  it('a refused PDF file is a PDF, not a missing permission', () => {
    const refused = new Error('Missing host permission for the tab');
    expect(injectionFailure(refused, 'https://ardelcourier.example/report.PDF?page=2')).toBe('page-is-pdf');
  });
});
