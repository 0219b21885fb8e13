import { beforeEach, describe, expect, it, vi } from 'vitest';
import { articleTask } from '../../src/coverage';
import type { ImportRecord } from '../../src/coverage/records';
import {
  freshWorld,
  minute,
  newFeed,
  harbourPost as post,
  runFor,
  start,
  twoItems,
  type World,
} from './world';

let world: World;

beforeEach(() => {
  world = freshWorld();
});

describe('robots.txt that has moved', () => {
  it('is followed to https and kept to', async () => {
    const plain = 'http://harbour-post.example/feed.xml';
    world.serve(plain, twoItems);
    world.serve('http://harbour-post.example/robots.txt', {
      status: 301,
      headers: { location: 'https://harbour-post.example/robots.txt' },
    });
    world.serve('https://harbour-post.example/robots.txt', 'User-agent: *\nDisallow: /');
    const coverage = world.revive();
    await coverage.following.follow([newFeed(plain)]);
    await runFor(coverage, minute);
    expect(world.visitsTo(plain)).toHaveLength(0);
    const [first, second] = world.visits;
    expect(second!.at - first!.endedAt!).toBeGreaterThanOrEqual(5_000);
    expect((await coverage.following.list())[0]?.failure?.code).toBe('robots-disallow');
  });

  it('to a host without grant is not followed and counts as absent', async () => {
    world.serve(post, twoItems);
    world.serve('https://harbour-post.example/robots.txt', {
      status: 302,
      headers: { location: 'https://tracker.example/robots.txt' },
    });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(world.visits.some(({ host }) => host === 'tracker.example')).toBe(false);
    expect(world.saved.size).toBe(2);
  });

  it('does not go in circles', async () => {
    world.serve(post, twoItems);
    const robots = 'https://harbour-post.example/robots.txt';
    world.serve(robots, { status: 302, headers: { location: robots } });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 2 * minute);
    expect(world.visitsTo(robots).length).toBeLessThanOrEqual(6);
    expect(world.saved.size).toBe(2);
  });
});

describe('a host that is down', () => {
  it('is left alone as a whole, however many feeds it has', async () => {
    const feeds = Array.from({ length: 10 }, (_, index) => `https://harbour-post.example/${index}.xml`);
    for (const feed of feeds) world.serve(feed, { status: 500 });
    const coverage = world.revive();
    await coverage.following.follow(feeds.map((feed) => newFeed(feed)));
    await runFor(coverage, 4 * minute);
    expect(feeds.flatMap((feed) => world.visitsTo(feed)).length).toBeLessThanOrEqual(5);
  });
});

describe('a reader who presses again', () => {
  it('does not get past what the host asked for', async () => {
    const search = 'https://search.example/rss?q=ferry';
    world.serve(search, { status: 429, headers: { 'retry-after': '600' } });
    const coverage = world.revive();
    const ask = async () => {
      const asked = coverage.interactive.fetchNow(search, 'search', null);
      await vi.advanceTimersByTimeAsync(30_000);
      return asked;
    };
    expect(await ask()).toMatchObject({ ok: false, failure: { code: 'request-limited' } });
    const again = await ask();
    expect(again).toMatchObject({ ok: false, failure: { code: 'request-limited' } });
    expect(JSON.stringify(again)).toContain('2026-03-04T08:1');
    expect(world.visitsTo(search)).toHaveLength(1);
    vi.setSystemTime(start + 20 * minute);
    await ask();
    expect(world.visitsTo(search)).toHaveLength(2);
  });
});

describe('an answer that breaks what reads it', () => {
  it('does not hold up those after it', async () => {
    world.serve(post, twoItems);
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const coverage = world.revive();
    await world.store.write([
      {
        table: 'arrivals',
        put: [
          {
            ...{ key: 'feed:broken', at: 'now', feed: null, importId: null, importRow: null },
            content: { kind: 'items', items: [{ address: 'no address' } as never] },
          },
        ],
      },
    ]);
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(world.saved.size).toBe(2);
    expect(await world.store.list('arrivals')).toEqual([]);
    expect(quiet).toHaveBeenCalled();
    quiet.mockRestore();
  });
});

describe('links of an import', () => {
  const record: ImportRecord = {
    ...{ key: 'import', at: '2026-03-04T08:00:00Z', name: 'links.csv', format: 'csv', state: 'done' },
    ...{ taken: 0, known: 0, setAside: 0, rows: [], articles: [], pending: [], through: 4, links: 4 },
  };
  const place = (name: string) => `https://harbour-post.example/${name}`;
  const names = ['ferry', 'gone', 'picture', 'empty'];

  async function follow() {
    const coverage = world.revive();
    await coverage.store.write([
      { table: 'imports', put: [record] },
      {
        table: 'tasks',
        put: names.map((name, index) =>
          articleTask(
            place(name),
            { importId: 'import', importRow: index + 1 },
            { due: start, purpose: 'imported-link', typedHost: null },
          ),
        ),
      },
    ]);
    return coverage;
  }

  it('are reported one by one, and what they brought is part of the import', async () => {
    world.serve(post, twoItems);
    const first = world.revive();
    await first.following.follow([newFeed(post)]);
    await runFor(first, minute);
    world.serve(place('ferry'), '<p>The ferry Corvina ran aground off Vell on Tuesday evening.</p>');
    world.serve(place('picture'), { headers: { 'content-type': 'image/png' }, body: 'x' });
    world.serve(place('empty'), 'nothing');
    world.saved.delete([...world.saved.keys()][0]!);
    const coverage = await follow();
    await runFor(coverage, 2 * minute);
    const settled = await coverage.store.get('imports', 'import');
    expect(settled).toMatchObject({ links: 0, taken: 1, setAside: 3 });
    expect(settled?.articles).toHaveLength(1);
    expect(settled?.rows.map(({ position, reason }) => [position, reason]).sort()).toEqual([
      [2, 'request-refused'],
      [3, 'no-article'],
      [4, 'no-article'],
    ]);
  });

  it('wait for the reader to allow their site for as long as it takes', async () => {
    world.serve(place('ferry'), 'x');
    world.granted.clear();
    const coverage = await follow();
    await runFor(coverage, minute);
    expect(world.visits).toEqual([]);
    expect(await coverage.queue.nextWake()).toBeNull();
    vi.setSystemTime(start + 5 * 24 * 3_600_000);
    await runFor(coverage, minute);
    expect(await coverage.store.count('tasks')).toBe(4);
    world.granted.add('harbour-post.example');
    expect(await coverage.grantsChanged()).toBe(4);
    await runFor(coverage, 2 * minute);
    expect(world.visitsTo(place('ferry'))).toHaveLength(1);
  });

  it('bring nothing more once the import is taken back', async () => {
    world.serve(place('ferry'), { delay: 3_000, body: '<p>The ferry Corvina ran aground.</p>' });
    const coverage = await follow();
    const stepping = coverage.queue.step(Date.now() + 20_000);
    await vi.advanceTimersByTimeAsync(8_000);
    await coverage.store.write([{ table: 'imports', put: [{ ...record, state: 'undone' }] }]);
    await vi.advanceTimersByTimeAsync(30_000);
    await stepping;
    expect(world.saved.size).toBe(0);
  });
});
