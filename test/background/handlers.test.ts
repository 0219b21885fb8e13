import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandlerContext } from '../../src/background/context';
import type { PageContent } from '../../src/content/protocol';
import { type PageSnapshot, readPage } from '../../src/extract/reading';
import type { ReadWay } from '../../src/messages/page-calls';
import { ferryStory, given, newsroom } from '../service/newsroom';

const page = 'https://ardel-courier.example/2031/ferry-morwenna-runs-aground-off-tresk';

interface FakeTab {
  id: number;
  url?: string;
  incognito: boolean;
}

const tabs = new Map<number, FakeTab>();
/** What the content script of a tab answers; `null` before it was injected. */
let inPage: (name: string, input: unknown) => unknown = () => null;
const injected: string[] = [];
const badges: unknown[] = [];

vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: {
      get: async (id: number) => {
        const tab = tabs.get(id);
        if (!tab) throw new Error(`No tab with id: ${id}.`);
        return tab;
      },
    },
    scripting: {
      executeScript: async ({ files, args }: { files?: string[]; args?: [string, string, unknown] }) => {
        if (files) {
          injected.push(...files);
          return [{}];
        }
        return [{ result: inPage(args![1], args![2]) }];
      },
    },
    action: {
      setBadgeText: async (badge: unknown) => void badges.push(badge),
      setBadgeBackgroundColor: async () => {},
    },
  },
}));

const { pageHandlers } = await import('../../src/background/handlers/page');
const { libraryHandlers } = await import('../../src/background/handlers/library');

const [courier] = ferryStory();
/** What the content script would have read of the page with the courier's article. */
const snapshot = (): PageSnapshot => {
  const paragraphs = courier.text.split('\n\n').map((text) => `<p>${text}</p>`);
  const html = `<title>${courier.headline.value}</title><article><h1>${courier.headline.value}</h1>${paragraphs.join('')}</article>`;
  const reading = readPage(new JSDOM(html, { url: page }).window.document, { address: page });
  if (!reading.ok) throw new Error(reading.failure.code);
  return reading.value;
};
const content: PageContent = {
  page: snapshot(),
  way: 'readability',
  selectedText: '',
  tabAddress: page,
  feeds: [],
  loading: false,
};

function context(): HandlerContext {
  const { service, store } = newsroom();
  return { service, store, clock: () => '2031-03-02T08:00:00.000Z', parseHtml: vi.fn() };
}

const read = (handlers = pageHandlers(context()), way: 'automatic' | 'second-reader' = 'automatic') =>
  handlers['page.read']({ tabId: 1, way });

const codeOf = (result: { ok: boolean; failure?: { code: string } }): string =>
  result.failure?.code ?? 'read';

beforeEach(() => {
  tabs.clear();
  tabs.set(1, { id: 1, url: page, incognito: false });
  injected.length = 0;
  badges.length = 0;
  inPage = () => ({ ok: true, value: content });
});

describe('reading a tab', () => {
  it('begins the collation that is asked for next', async () => {
    const shared = context();
    const handlers = pageHandlers(shared);
    given(await handlers['page.prepare'](null));
    const { article, run } = given(await read(handlers));
    const first = given(await shared.service.collationPart(article, { run, position: 0 }));
    expect(first).toMatchObject({ run, position: 0, part: { part: 'story' } });
  });

  it('gives what was read and what the store knows of it', async () => {
    const shared = context();
    const handlers = pageHandlers(shared);
    const reading = given(await read(handlers));
    expect(reading).toMatchObject({ tabAddress: page, feeds: [], saved: null, private: false });
    expect(reading.article).toMatchObject({
      id: courier.id,
      text: courier.text,
      headline: { value: courier.headline.value },
      captured: { at: '2031-03-02T08:00:00.000Z', how: 'page', reader: 'readability' },
    });
    given(await shared.service.saveArticle(courier));
    expect(await read(handlers)).toMatchObject({ value: { saved: { versions: 1, sameText: true } } });
    expect(injected).toEqual([]);
  });

  it('injects the script where it is not, and asks again', async () => {
    inPage = () => (injected.length > 0 ? { ok: true, value: content } : null);
    expect(codeOf(await read())).toBe('read');
    expect(injected).toEqual(['content.js']);
  });

  it('says of a page that was still arriving that its text may be a beginning, or that there is none yet', async () => {
    inPage = () => ({ ok: true, value: { ...content, loading: true } });
    const { completeness, text } = given(await read()).article;
    expect(completeness).toEqual({ state: 'perhaps-cut', reasons: ['still-loading'] });
    expect(text).toBe(courier.text);
    const nothing = { ...content.page, blocks: [], found: [] };
    inPage = () => ({ ok: true, value: { ...content, page: nothing, loading: true } });
    expect(codeOf(await read())).toBe('page-not-ready');
    inPage = () => ({ ok: true, value: { ...content, page: nothing } });
    expect(codeOf(await read())).toBe('no-article');
  });

  it('tries once more after a page that changed under way, and then says so', async () => {
    let asked = 0;
    inPage = () => {
      asked += 1;
      return asked === 1 ? { ok: false, failure: { code: 'page-changed' } } : { ok: true, value: content };
    };
    expect(codeOf(await read())).toBe('read');
    inPage = () => ({ ok: false, failure: { code: 'page-changed' } });
    expect(codeOf(await read())).toBe('page-changed');
  });

  it('does not take a reading of another address than the tab shows now', async () => {
    inPage = () => {
      tabs.set(1, { id: 1, url: 'https://ardel-courier.example/2031/budget', incognito: false });
      return { ok: true, value: content };
    };
    expect(codeOf(await read())).toBe('page-changed');
  });

  it('says that the tab was closed, before and during the reading', async () => {
    tabs.clear();
    expect(codeOf(await read())).toBe('page-closed');
    tabs.set(1, { id: 1, url: page, incognito: false });
    inPage = () => {
      tabs.clear();
      return { ok: true, value: content };
    };
    expect(codeOf(await read())).toBe('page-closed');
  });

  it('leaves pages of the browser alone', async () => {
    tabs.set(1, { id: 1, url: 'chrome://settings/', incognito: false });
    expect(codeOf(await read())).toBe('page-restricted');
    expect(injected).toEqual([]);
  });

  it('brings the second reader when asked, when the first found nothing, and where the site needs it', async () => {
    const shared = context();
    const handlers = pageHandlers(shared);
    expect(codeOf(await read(handlers, 'second-reader'))).toBe('read');
    expect(injected).toEqual(['second-reader.js']);
    inPage = (_name, input) =>
      (input as { way: string }).way === 'defuddle'
        ? { ok: true, value: content }
        : { ok: false, failure: { code: 'no-article' } };
    expect(codeOf(await read(handlers))).toBe('read');
    expect(injected).toEqual(['second-reader.js', 'second-reader.js']);
    inPage = () => ({ ok: true, value: content });
    await shared.service.changeSettings({ readerByHost: { 'ardel-courier.example': 'defuddle' } });
    await read(handlers);
    expect(injected).toHaveLength(3);
  });

  it('remembers which reader was chosen for the site, until the other one is', async () => {
    const shared = context();
    const handlers = pageHandlers(shared);
    const ways: string[] = [];
    inPage = (_name, input) => {
      ways.push((input as { way: string }).way);
      return { ok: true, value: content };
    };
    const readBy = (way: ReadWay) => handlers['page.read']({ tabId: 1, way });
    for (const way of ['automatic', 'second-reader', 'automatic', 'first-reader', 'automatic'] as const)
      expect(codeOf(await readBy(way))).toBe('read');
    expect(ways).toEqual(['readability', 'defuddle', 'defuddle', 'readability', 'readability']);
    expect(given(await shared.service.settings()).readerByHost).toEqual({});
  });

  it('goes back to the first reader where the chosen one finds nothing any more', async () => {
    const shared = context();
    given(await shared.service.changeSettings({ readerByHost: { 'ardel-courier.example': 'defuddle' } }));
    inPage = (_name, input) =>
      (input as { way: string }).way === 'defuddle'
        ? { ok: false, failure: { code: 'no-article' } }
        : { ok: true, value: content };
    expect(codeOf(await read(pageHandlers(shared)))).toBe('read');
  });

  it('keeps the choice of a private window to itself', async () => {
    tabs.set(1, { id: 1, url: page, incognito: true });
    const shared = context();
    expect(codeOf(await read(pageHandlers(shared), 'second-reader'))).toBe('read');
    expect(given(await shared.service.settings()).readerByHost).toEqual({});
  });

  it('keeps the first reason when the second reader finds nothing either', async () => {
    inPage = (_name, input) => ({
      ok: false,
      failure: { code: (input as { way: string }).way === 'defuddle' ? 'page-too-large' : 'no-article' },
    });
    expect(codeOf(await read())).toBe('no-article');
  });
});

describe('a private window', () => {
  it('is read and compared, but nothing of it is saved', async () => {
    tabs.set(1, { id: 1, url: page, incognito: true });
    const shared = context();
    expect(await read(pageHandlers(shared))).toMatchObject({ ok: true, value: { private: true } });
    const library = libraryHandlers(shared);
    expect(codeOf(await library['article.save']({ article: courier, tabId: 1 }))).toBe('window-private');
    expect(codeOf(await library['collation.make']({ article: courier }))).toBe('read');
    for (const table of ['articles', 'cards', 'words', 'analyses', 'work'] as const)
      expect(await shared.store.count(table), table).toBe(0);
  });
});

describe('the badge', () => {
  it('shows the number of differing rows of one tab, and nothing for none', async () => {
    const handlers = pageHandlers(context());
    for (const differing of [3, 0, null]) await handlers['page.badge']({ tabId: 1, differing });
    expect(badges).toEqual([
      { tabId: 1, text: '3' },
      { tabId: 1, text: '' },
      { tabId: 1, text: '' },
    ]);
  });
});
