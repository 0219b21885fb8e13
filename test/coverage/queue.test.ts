import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  feedOf,
  freshWorld,
  minute,
  newFeed,
  harbourPost as post,
  runFor,
  twoItems,
  type World,
} from './world';

let world: World;

beforeEach(() => {
  world = freshWorld();
});

describe('a feed', () => {
  it('lands its items as headlines and is asked again only after its interval', async () => {
    world.serve(post, twoItems);
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 29 * minute);
    expect(world.visitsTo(post)).toHaveLength(1);
    expect([...world.saved.values()].map((article) => article.headline.value).sort()).toEqual([
      'Council votes on tram',
      'Ferry runs aground off Vell',
    ]);
    expect([...world.saved.values()][0]?.completeness.state).toBe('headline-only');
    expect(world.arrived).toHaveLength(2);
    await runFor(coverage, 8 * minute);
    expect(world.visitsTo(post)).toHaveLength(2);
    expect(world.arrived).toHaveLength(2);
  });

  it('is asked conditionally and keeps what it has on 304', async () => {
    world.serve(post, (headers) =>
      headers['If-None-Match'] === '"7"' && headers['If-Modified-Since']
        ? { status: 304 }
        : { body: twoItems, headers: { etag: '"7"', 'last-modified': 'Wed, 04 Mar 2026 07:00:00 GMT' } },
    );
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 40 * minute);
    expect(world.visitsTo(post).map(({ status }) => status)).toEqual([200, 304]);
    const [feed] = await coverage.following.list();
    expect(feed).toMatchObject({ items: 2, failures: 0, failure: null });
  });

  it('says why it cannot be read and is left alone longer with each failure', async () => {
    world.serve(post, '<html><body>Sign in</body></html>');
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 60 * minute);
    const [feed] = await coverage.following.list();
    expect(feed?.failure).toEqual({ code: 'feed-malformed', detail: { reason: 'web-page' } });
    const gaps = world.visitsTo(post).map((visit, index, all) => visit.at - (all[index - 1]?.at ?? visit.at));
    expect(gaps.slice(2).every((gap, index) => gap > gaps[index + 1]!)).toBe(true);
    expect(gaps.length).toBeGreaterThan(3);
  });

  it('waits as long as Retry-After says', async () => {
    world.serve(post, { status: 429, headers: { 'retry-after': '1800' } });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 29 * minute);
    expect(world.visitsTo(post)).toHaveLength(1);
    await runFor(coverage, 3 * minute);
    expect(world.visitsTo(post)).toHaveLength(2);
  });

  it('that is gone for good is paused', async () => {
    world.serve(post, { status: 410 });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 60 * minute);
    expect(world.visitsTo(post)).toHaveLength(1);
    expect((await coverage.following.list())[0]?.paused).toBe(true);
  });

  it('that hangs ends at the time limit and holds up nobody', async () => {
    world.serve(post, { hang: true });
    world.serve('https://vell-courier.example/rss', feedOf('Vell Courier', []));
    const coverage = world.revive({ parallelHosts: 2 });
    await coverage.following.follow([newFeed(post), newFeed('https://vell-courier.example/rss')]);
    await runFor(coverage, 2 * minute);
    expect(world.visitsTo('https://vell-courier.example/rss')).toHaveLength(1);
    const feeds = await coverage.following.list();
    expect(feeds.find(({ address }) => address === post)?.failure?.code).toBe('request-timeout');
  });

  it('of 200 megabytes costs no more than the limit', async () => {
    let sent = 0;
    const chunk = new Uint8Array(1024 * 1024).fill(120);
    world.serve(post, () => ({
      body: new ReadableStream({
        pull(controller) {
          sent += chunk.byteLength;
          if (sent > 200 * 1024 * 1024) controller.close();
          else controller.enqueue(chunk);
        },
      }),
    }));
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(sent).toBeLessThan(13 * 1024 * 1024);
    expect((await coverage.following.list())[0]?.failure?.code).toBe('feed-too-large');
  });

  it('unfollowed while it is being fetched leaves nothing behind', async () => {
    world.serve(post, { body: twoItems, delay: 5_000 });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    const step = coverage.queue.step(Date.now() + 20_000);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(world.visitsTo(post)).toHaveLength(1);
    await coverage.following.unfollow([(await coverage.following.list())[0]!.key]);
    await vi.advanceTimersByTimeAsync(20_000);
    await step;
    expect(await world.store.list('feeds')).toEqual([]);
    expect(await world.store.list('tasks')).toEqual([]);
    expect(world.saved.size).toBe(0);
  });
});

describe('the text behind a headline', () => {
  const ferry = 'https://harbour-post.example/ferry';
  const tram = 'https://harbour-post.example/tram';
  beforeEach(() => {
    world.serve(post, twoItems);
    world.serve(ferry, '<html><p>The ferry ran aground.</p></html>');
    world.serve(tram, '<html><p>The council voted.</p></html>');
  });

  it.each([
    ['never', 0, 0],
    ['when-matching', 1, 0],
    ['always', 1, 1],
  ] as const)('under the rule "%s"', async (textRule, ferryVisits, tramVisits) => {
    world.matching.add('Ferry runs aground off Vell');
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post, { textRule })]);
    await runFor(coverage, 5 * minute);
    expect(world.visitsTo(ferry)).toHaveLength(ferryVisits);
    expect(world.visitsTo(tram)).toHaveLength(tramVisits);
    expect([...world.saved.values()].filter(({ text }) => text !== '')).toHaveLength(
      ferryVisits + tramVisits,
    );
  });

  it('is given up at once when the page refuses', async () => {
    world.serve(ferry, { status: 403 });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post, { textRule: 'always' })]);
    await runFor(coverage, 60 * minute);
    expect(world.visitsTo(ferry)).toHaveLength(1);
  });
});

describe('what is normal', () => {
  it('a lost network: nothing is sent and nobody failed', async () => {
    world.serve(post, twoItems);
    world.isOnline = false;
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(world.visits).toEqual([]);
    world.isOnline = true;
    await runFor(coverage, minute);
    expect(world.saved.size).toBe(2);
    expect((await coverage.following.list())[0]?.failures).toBe(0);
  });

  it('a full disk: what arrived waits and lands later without another request', async () => {
    world.serve(post, twoItems);
    world.isFull = true;
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(coverage.trouble?.code).toBe('storage-full');
    expect(await world.store.count('arrivals')).toBe(1);
    world.isFull = false;
    await runFor(coverage, minute);
    expect(world.saved.size).toBe(2);
    expect(world.visitsTo(post)).toHaveLength(1);
  });

  it('a host that is asked too often in one day rests until the next', async () => {
    const items = Array.from({ length: 20 }, (_, index) => ({
      headline: `Report ${index}`,
      address: `https://harbour-post.example/${index}`,
    }));
    world.serve(post, feedOf('Harbour Post', items));
    for (const { address } of items) world.serve(address, '<p>Text</p>');
    const coverage = world.revive({ requestsPerHostAndDay: 10 });
    await coverage.following.follow([newFeed(post, { textRule: 'always' })]);
    await runFor(coverage, 60 * minute);
    expect(world.visits).toHaveLength(10);
  });
});
