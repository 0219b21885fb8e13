import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browser/driven';
import { everything } from '../../src/model/library-query';
import { kinds } from './harness';
import { type Answers, ask, type CoverageSetting, openCoverage } from './outlets';

const granted = ['harbour-post.test', 'vell-courier.test', 'lighthouse.test', 'marlow-times.test'];
const allHosts = [...granted, 'www.vell-courier.test', 'tracker.test', 'quay-news.test'];

const feed = (name: string, host: string, headline: string) =>
  `<rss version="2.0"><channel><title>${name}</title><item><title>${headline}</title><link>http://${host}/ferry</link></item></channel></rss>`;

const article = `<!doctype html><html lang="en"><head><title>Ferry runs aground off Vell</title></head><body><article><h1>Ferry runs aground off Vell</h1>
<p>The ferry Corvina ran aground off Vell on Tuesday evening with 214 people aboard, the harbour office said.</p>
<p>Tugs pulled it free before midnight and brought it to the old quay, where buses were waiting for the passengers.</p>
<p>Two people were treated for bruises after falling on the stairs between the decks, a spokeswoman for the hospital said.</p>
<p>The captain told inspectors that the engine had stopped twice within sight of the lighthouse before the grounding.</p>
<p>The operator cancelled its sailings on Wednesday and said it would pay for hotel rooms and for missed connections.</p>
<p>Vell's council had warned in January that the channel was silting up and asked the ministry to have it dredged.</p>
</article></body></html>`;

const answers: Answers = {
  'harbour-post.test/robots.txt': () => [
    200,
    { 'content-type': 'text/plain' },
    'User-agent: *\nDisallow: /private',
  ],
  'harbour-post.test/feed.xml': (headers) =>
    headers['if-none-match'] === '"7"'
      ? [304, {}, '']
      : [
          200,
          { etag: '"7"', 'content-type': 'application/rss+xml', 'set-cookie': 'visitor=1' },
          feed('Harbour Post', 'harbour-post.test', 'Ferry runs aground off Vell'),
        ],
  'harbour-post.test/ferry': () => [200, { 'content-type': 'text/html' }, article],
  'vell-courier.test/feed': () => [301, { location: 'http://www.vell-courier.test/feed.xml' }, ''],
  'www.vell-courier.test/feed.xml': () => [
    200,
    { 'content-type': 'text/xml' },
    feed('Vell Courier', 'www.vell-courier.test', 'Ferry pulled free at Vell'),
  ],
  'lighthouse.test/rss': () => [302, { location: 'http://tracker.test/rss' }, ''],
  'tracker.test/rss': () => [200, {}, feed('Tracker', 'tracker.test', 'Must never be asked')],
  'marlow-times.test/rss': () => [429, { 'retry-after': '3600' }, 'slow down'],
};

describe.each(kinds)('followed outlets in %s', (kind) => {
  let setting: CoverageSetting;
  let page: Page;

  beforeAll(async () => {
    setting = await openCoverage(kind, granted, answers);
    page = await setting.browser.openExtensionPage('options/index.html');
  });
  afterAll(() => setting?.close());

  const follow = (address: string, textRule: 'always' | 'never' = 'never') =>
    ask(page, 'coverage.follow', {
      feeds: [{ address, title: '', home: null, owner: null, language: null, origin: 'opml', textRule }],
    });
  const feedAt = async (address: string) =>
    (await ask(page, 'coverage.feeds', null)).feeds.find((each) => each.address === address);
  const headlines = async () => {
    return (await ask(page, 'article.list', { ...everything, offset: 0, limit: 50 })).cards;
  };

  test('bring headlines, and the text where the reader asked for it', async () => {
    await follow('http://harbour-post.test/feed.xml', 'always');
    const card = await until(
      'the text',
      async () => (await headlines()).find(({ how }) => how === 'fetched'),
      50,
    );
    expect(card).toMatchObject({ headline: 'Ferry runs aground off Vell', completeness: 'whole' });
    expect(
      setting.outlets.seen.filter(({ host }) => host === 'harbour-post.test').map(({ path }) => path),
    ).toEqual(['/robots.txt', '/feed.xml', '/ferry']);
  }, 60_000);

  test('are followed through a redirect within the grant, and not out of it', async () => {
    await follow('http://vell-courier.test/feed');
    await follow('http://lighthouse.test/rss');
    await until(
      'the moved feed',
      async () => (await feedAt('http://www.vell-courier.test/feed.xml'))?.items === 1,
      50,
    );
    const refused = await until(
      'the refusal',
      async () => (await feedAt('http://lighthouse.test/rss'))?.failure,
      50,
    );
    expect(refused).toEqual({ code: 'host-not-permitted', detail: { host: 'tracker.test' } });
    expect(setting.outlets.seen.filter(({ host }) => host === 'tracker.test')).toEqual([]);
  }, 110_000);

  test('are not asked without a grant, and left alone when they say so', async () => {
    await follow('http://quay-news.test/rss');
    await follow('http://marlow-times.test/rss');
    const missing = await until(
      'the missing grant',
      async () => (await feedAt('http://quay-news.test/rss'))?.failure,
      30,
    );
    expect(missing).toEqual({ code: 'host-not-permitted', detail: { host: 'quay-news.test' } });
    const limited = await until(
      'the limit',
      async () => (await feedAt('http://marlow-times.test/rss'))?.failure,
      50,
    );
    expect(limited.code).toBe('request-limited');
    await ask(page, 'coverage.ask', { keys: null });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(
      setting.outlets.seen.filter(({ path, host }) => host === 'marlow-times.test' && path === '/rss'),
    ).toHaveLength(1);
    expect(setting.outlets.seen.filter(({ host }) => host === 'quay-news.test')).toEqual([]);
  }, 110_000);

  test('survive the end of the worker and are asked conditionally, without cookies', async () => {
    await setting.browser.killBackground();
    await ask(page, 'coverage.ask', { keys: [(await feedAt('http://harbour-post.test/feed.xml'))!.key] });
    const asked = () => setting.outlets.seen.filter(({ path }) => path === '/feed.xml' || path === '/feed');
    await until(
      'the second poll',
      async () => asked().some(({ headers }) => headers['if-none-match'] === '"7"'),
      40,
    );
    expect(
      asked().every(({ headers }) => headers.cookie === undefined && headers.referer === undefined),
    ).toBe(true);
    expect((await headlines()).map(({ headline }) => headline).sort()).toEqual([
      'Ferry pulled free at Vell',
      'Ferry runs aground off Vell',
    ]);
  }, 60_000);

  test('stand in the request log with every request the servers saw, and no other', async () => {
    const settled = async () => {
      const { entries } = await ask(page, 'coverage.requests', { before: null, limit: 500 });
      return entries.every(({ outcome }) => outcome !== 'under-way') && entries;
    };
    const entries = await until('the last request', settled);
    const logged = entries.map(({ address, host }) => `${host}${new URL(address).pathname}`).sort();
    const served = setting.outlets.seen
      .filter(({ host }) => allHosts.includes(host))
      .map(({ host, path }) => `${host}${path}`)
      .sort();
    expect(logged).toEqual(served);
  }, 30_000);
});
