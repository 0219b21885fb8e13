import { beforeEach, describe, expect, it, vi } from 'vitest';
import { feedOf, freshWorld, minute, newFeed, harbourPost as post, runFor, type World } from './world';

let world: World;

beforeEach(() => {
  world = freshWorld();
});

describe('a killed worker', () => {
  it('loses nothing and fetches nothing twice that had arrived', async () => {
    const addresses = Array.from({ length: 40 }, (_, index) => `https://outlet-${index}.example/feed`);
    addresses.forEach((address, index) => {
      const items = [{ headline: `Report ${index}`, address: new URL('/report', address).href }];
      world.serve(address, { body: feedOf(`Outlet ${index}`, items), delay: 30 + ((index * 97) % 900) });
    });
    let coverage = world.revive();
    await coverage.following.follow(addresses.map((address) => newFeed(address)));
    for (let kill = 0; kill < 20; kill++) {
      void coverage.queue.step(Date.now() + 60_000);
      await vi.advanceTimersByTimeAsync(217 + kill * 131);
      coverage = world.revive();
    }
    await runFor(coverage, 5 * minute);
    expect(world.saved.size).toBe(40);
    const log = await world.store.list('requests');
    expect(log).toHaveLength(world.visits.length);
    expect(log.filter(({ outcome }) => outcome === 'under-way')).toEqual([]);
    for (const address of addresses) {
      const arrived = log.filter((entry) => entry.address === address && entry.outcome === 'arrived');
      expect(arrived).toHaveLength(1);
      const interrupted = log.filter((entry) => entry.address === address && entry.outcome === 'interrupted');
      expect(world.visitsTo(address)).toHaveLength(1 + interrupted.length);
    }
    expect(log.some(({ outcome }) => outcome === 'interrupted')).toBe(true);
  });
});

describe('the request log', () => {
  it('holds every request the servers saw, and hosts are asked one at a time with an interval', async () => {
    const items = ['a', 'b', 'c'].map((name) => ({
      headline: name,
      address: `https://harbour-post.example/${name}`,
    }));
    world.serve(post, feedOf('Harbour Post', items));
    for (const { address } of items) world.serve(address, { body: '<p>Text</p>', delay: 3_000 });
    world.serve('https://vell-courier.example/rss', { status: 500 });
    const coverage = world.revive();
    await coverage.following.follow([
      newFeed(post, { textRule: 'always' }),
      newFeed('https://vell-courier.example/rss'),
    ]);
    await runFor(coverage, 20 * minute);
    const log = await world.store.list('requests');
    expect(log.map(({ address, status }) => `${address} ${status}`).sort()).toEqual(
      world.visits.map(({ address, status }) => `${address} ${status}`).sort(),
    );
    for (const host of ['harbour-post.example', 'vell-courier.example']) {
      const visits = world.visits.filter((visit) => visit.host === host);
      visits.slice(1).forEach((visit, index) => {
        expect(visit.at - visits[index]!.endedAt!).toBeGreaterThanOrEqual(5_000);
      });
    }
  });
});
