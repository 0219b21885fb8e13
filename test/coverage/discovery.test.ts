import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Discovery } from '../../src/coverage';
import { linkedFeeds, typedAddress } from '../../src/coverage/discovery';
import { grantPatterns } from '../../src/coverage/grants';
import { parseReadingList, writeReadingList } from '../../src/coverage/opml';
import { isPrivateHost } from '../../src/coverage/private-hosts';
import type { Result } from '../../src/model/result';
import { twoItems, World } from './world';

let world: World;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-04T08:00:00Z') });
  world = new World();
});
afterEach(() => {
  vi.useRealTimers();
});

async function discover(written: string): Promise<Result<Discovery>> {
  const found = world.revive().discover(written);
  let isDone = false;
  void found.finally(() => {
    isDone = true;
  });
  while (!isDone) await vi.advanceTimersByTimeAsync(500);
  return found;
}

const home = 'https://harbour-post.example/';
const found = (result: Result<Discovery>) =>
  result.ok ? result.value.found.map(({ address, by }) => [address, by]) : result.failure.code;

describe('feeds of a site', () => {
  it('by the address of a feed itself', async () => {
    world.serve('https://harbour-post.example/feed.xml', twoItems);
    expect(found(await discover('harbour-post.example/feed.xml'))).toEqual([
      ['https://harbour-post.example/feed.xml', 'itself'],
    ]);
  });

  it('by link tags, comment feeds last', async () => {
    world.serve(
      home,
      `<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
       <link href='/feed?a=1&amp;b=2' rel='alternate' type='application/rss+xml' title='News'>
       <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
       <link rel=alternate hreflang=fr href="/fr"></head></html>`,
    );
    expect(found(await discover('harbour-post.example'))).toEqual([
      ['https://harbour-post.example/feed?a=1&b=2', 'link'],
      ['https://harbour-post.example/comments/feed', 'link'],
    ]);
  });

  it('in well-known places', async () => {
    world.serve(home, '<html><head></head></html>');
    world.serve('https://harbour-post.example/rss.xml', twoItems);
    expect(found(await discover(home))).toEqual([
      ['https://harbour-post.example/rss.xml', 'well-known-place'],
    ]);
  });

  it('through robots.txt and a sitemap index', async () => {
    const sitemap = (body: string) => `<?xml version="1.0"?>${body}`;
    world.serve(home, '<html></html>');
    world.serve(
      'https://harbour-post.example/robots.txt',
      'User-agent: *\nAllow: /\nSitemap: https://harbour-post.example/map.xml',
    );
    world.serve(
      'https://harbour-post.example/map.xml',
      sitemap(
        '<sitemapindex><sitemap><loc>https://harbour-post.example/news-map.xml</loc></sitemap></sitemapindex>',
      ),
    );
    world.serve(
      'https://harbour-post.example/news-map.xml',
      sitemap(
        '<urlset xmlns:news="n"><url><loc>https://harbour-post.example/ferry</loc><news:news><news:title>Ferry</news:title></news:news></url></urlset>',
      ),
    );
    expect(found(await discover(home))).toEqual([['https://harbour-post.example/news-map.xml', 'robots']]);
    expect(world.visits.filter(({ address }) => address.endsWith('/robots.txt'))).toHaveLength(1);
  });

  it('are not there: the reason is named and every request is logged', async () => {
    world.serve(home, '<html></html>');
    expect(found(await discover(home))).toBe('feed-not-found');
    expect(await world.store.count('requests')).toBe(world.visits.length);
  });

  it('of a site without grant are not looked for', async () => {
    expect(found(await discover(home))).toBe('host-not-permitted');
    expect(world.visits).toEqual([]);
  });

  it('hide behind no base element', () => {
    const html =
      '<base href="https://feeds.harbour-post.example/x/"><link rel="alternate" type="application/atom+xml" href="a.xml">';
    expect(linkedFeeds(html, home)[0]?.address).toBe('https://feeds.harbour-post.example/x/a.xml');
  });
});

describe('addresses', () => {
  it.each([
    [' harbour-post.example ', 'https://harbour-post.example/'],
    ['feed://harbour-post.example/rss', 'https://harbour-post.example/rss'],
    ['http://127.0.0.1:8080/feed', 'http://127.0.0.1:8080/feed'],
    ['two words', null],
    ['javascript:alert(1)', null],
    ['https://me:secret@harbour-post.example/', null],
    ['', null],
  ])('typed as “%s”', (written, expected) => {
    expect(typedAddress(written)).toBe(expected);
  });

  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['[::1]', true],
    ['[::ffff:7f00:1]', true],
    ['[fd00::1]', true],
    ['[2606:4700::1111]', false],
    ['localhost', true],
    ['printer', true],
    ['nas.local', true],
    ['harbour-post.example.', false],
    ['8.8.8.8', false],
  ])('%s is private: %s', (host, expected) => {
    expect(isPrivateHost(host)).toBe(expected);
  });

  it('ask for the outlet’s own site and no more', () => {
    expect(grantPatterns('https://www.harbour-post.co.uk/feed')).toEqual(['https://*.harbour-post.co.uk/*']);
    expect(grantPatterns('https://vell.blogspot.com/feed')).toEqual(['https://*.vell.blogspot.com/*']);
    expect(grantPatterns('http://127.0.0.1:8080/feed')).toEqual([
      'https://127.0.0.1/*',
      'http://127.0.0.1/*',
    ]);
  });
});

describe('reading lists', () => {
  it('come back as they were written', () => {
    const feeds = [
      {
        address: 'https://harbour-post.example/feed?a=1&b=2',
        title: 'Harbour “Post” & <Sons>',
        home: 'https://harbour-post.example/',
      },
      { address: 'https://vell-courier.example/rss', title: 'Vell Courier', home: null },
    ];
    expect(parseReadingList(writeReadingList(feeds))).toEqual({ ok: true, value: { feeds, setAside: [] } });
  });

  it('set aside what has no address, and each feed once', () => {
    const list = `<opml version="1.0"><body><outline text="Folder"><outline text="A" xmlUrl="feed:https://a.example/f"/><outline text="A again" xmlUrl="https://a.example/f"/></outline><outline text="Nothing" type="rss"/></body></opml>`;
    const parsed = parseReadingList(list);
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        feeds: [{ address: 'https://a.example/f', title: 'A' }],
        setAside: [{ reason: 'same-address' }, { reason: 'no-address' }],
      },
    });
    expect(parseReadingList('<html></html>')).toMatchObject({
      ok: false,
      failure: { code: 'feed-malformed' },
    });
  });
});
