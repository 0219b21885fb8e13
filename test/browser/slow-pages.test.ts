import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from '../../scripts/browser/popup';
import type { SitePage } from '../../scripts/browser/serve';
import { kinds, openSetting, type Setting } from './harness';

const host = 'http://www.skellowgazette.test';
const headline = 'Skellow opens its lock to houseboats';
const paragraphs = [
  'The canal board of Skellow opened the town’s upper lock to houseboats on Thursday, after two winters in which nobody could pass and eleven families lived below the weir.',
  'Thirty-eight boats went through on the first day. The repair cost 740,000 marks, the board said, which is a third more than had been set aside for it.',
  '“We had forgotten what the other side looks like,” said Perrin Hallow, who has kept a boat on the lower canal for nine years and sells firewood from it.',
  'The lower lock is to follow in May. Until then the water is let down at night, and boats must be moored by nine in the evening, the board said in its notice.',
];
const opening = (head = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${headline} - Skellow Gazette</title>${head}</head><body><article><h1>${headline}</h1>`;
const told = (count: number): string =>
  paragraphs
    .slice(0, count)
    .map((text) => `<p>${text}</p>`)
    .join('\n');
const ending = '</article></body></html>';

const never = (path: string, type: string): SitePage => ({
  address: `${host}${path}`,
  body: '',
  type,
  endless: true,
});

const sites = {
  picture: {
    address: `${host}/picture`,
    body: `${opening()}<img src="/endless.png" alt="The lock">${told(4)}${ending}`,
  },
  script: {
    address: `${host}/script`,
    body: `${opening()}${told(4)}</article><script src="/endless.js"></script><footer>Skellow Gazette</footer>${ending}`,
  },
  stalled: { address: `${host}/stalled`, body: `${opening()}${told(2)}<p>“We had for`, endless: true },
  blocked: {
    address: `${host}/blocked`,
    body: `${opening('<script src="/endless.js"></script>')}${told(4)}${ending}`,
  },
} satisfies Record<string, SitePage>;

const served = [
  ...Object.values(sites),
  never('/endless.png', 'image/png'),
  never('/endless.js', 'text/javascript'),
];

describe.each(kinds)('pages that never finish loading, in %s', (kind) => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await openSetting(kind, served);
  });
  afterAll(() => setting?.close());

  const readIt = async ({ address }: SitePage, selector: string) => {
    const page = await setting.browser.openUnfinished(address, selector);
    const popup = await setting.browser.clickToolbar(page);
    const shown = await look(popup);
    const cut = await popup.$$eval('.cut li', (items) => items.map((item) => item.textContent));
    const state = await page.evaluate(() => document.readyState);
    await popup.close();
    await page.close();
    return { ...shown, cut, readyState: state };
  };

  test('an article whose picture never comes is read, and called whole', async () => {
    const shown = await readIt(sites.picture, 'p:last-of-type');
    expect(shown.readyState).toBe('interactive');
    expect(shown.state).toBe('ready');
    expect(shown.headline).toBe(headline);
    expect(shown.cut).toEqual([]);
  });

  test('an article before a script that never comes is read, and said to have been loading', async () => {
    const shown = await readIt(sites.script, 'p:last-of-type');
    expect(shown.readyState).toBe('loading');
    expect(shown.state).toBe('ready');
    expect(shown.headline).toBe(headline);
    expect(shown.cut).toEqual(['The page was still loading when it was read.']);
  });

  test('a page whose text stops arriving midway is read as far as it is there, and said to be cut', async () => {
    const shown = await readIt(sites.stalled, 'p:nth-of-type(2)');
    expect(shown.readyState).toBe('loading');
    expect(shown.state).toBe('ready');
    expect(shown.headline).toBe(headline);
    expect(shown.cut).toContain('The page was still loading when it was read.');
  });

  test('a page of which nothing can be read yet is said to be loading, with a way to try again', async () => {
    const shown = await readIt(sites.blocked, 'head script');
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The page is still loading.');
    expect(shown.failure).toContain('Try again');
  });
});
