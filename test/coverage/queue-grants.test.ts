import { beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, minute, newFeed, harbourPost as post, runFor, twoItems, type World } from './world';

let world: World;

beforeEach(() => {
  world = freshWorld();
});

describe('where requests go', () => {
  it('nowhere without a grant, and the feed says so', async () => {
    world.serve(post, twoItems);
    world.granted.clear();
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(world.visits).toEqual([]);
    expect((await coverage.following.list())[0]).toMatchObject({
      failure: { code: 'host-not-permitted', detail: { host: 'harbour-post.example' } },
      failures: 0,
    });
  });

  it('not to the reader’s own network, by address or redirect', async () => {
    const inner = 'http://192.168.1.1/feed';
    world.serve(inner, twoItems);
    world.serve(post, { status: 302, headers: { location: 'http://127.0.0.1:8080/admin' } });
    world.granted.add('127.0.0.1:8080');
    const coverage = world.revive();
    await coverage.following.follow([newFeed(inner), newFeed(post)]);
    await runFor(coverage, 2 * minute);
    expect(world.visits.map(({ host }) => host)).toEqual(['harbour-post.example', 'harbour-post.example']);
    const codes = (await coverage.following.list()).map(({ failure }) => failure?.code);
    expect(codes).toEqual(['host-private', 'host-private']);
  });

  it('to a private host that the reader typed', async () => {
    world.serve('http://127.0.0.1:8080/feed', twoItems);
    const coverage = world.revive();
    await coverage.following.follow([newFeed('http://127.0.0.1:8080/feed', { origin: 'typed' })]);
    await runFor(coverage, minute);
    expect(world.visitsTo('http://127.0.0.1:8080/feed')).toHaveLength(1);
  });

  it('not behind a redirect to a host without grant', async () => {
    world.serve(post, { status: 301, headers: { location: 'https://tracker.example/feed' } });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, minute);
    expect(world.visits.some(({ host }) => host === 'tracker.example')).toBe(false);
    expect((await coverage.following.list())[0]?.failure).toEqual({
      code: 'host-not-permitted',
      detail: { host: 'tracker.example' },
    });
  });

  it('follows a permanent move once and remembers it', async () => {
    const moved = 'https://www.vell-courier.example/feed';
    world.serve(post, { status: 301, headers: { location: moved } });
    world.serve(moved, twoItems);
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 40 * minute);
    expect(world.visitsTo(post)).toHaveLength(1);
    expect(world.visitsTo(moved)).toHaveLength(2);
    expect(world.saved.size).toBe(2);
  });

  it('not in circles', async () => {
    world.serve(post, { status: 302, headers: { location: post } });
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 2 * minute);
    expect(world.visitsTo(post)).toHaveLength(6);
  });

  it('not where robots.txt forbids it', async () => {
    world.serve('https://harbour-post.example/robots.txt', 'User-agent: *\nDisallow: /feed');
    world.serve(post, twoItems);
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 60 * minute);
    expect(world.visits.map(({ address }) => address)).toEqual(['https://harbour-post.example/robots.txt']);
    expect((await coverage.following.list())[0]?.failure?.code).toBe('robots-disallow');
  });

  it('not while robots.txt cannot be reached', async () => {
    world.serve('https://harbour-post.example/robots.txt', { status: 503 });
    world.serve(post, twoItems);
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post)]);
    await runFor(coverage, 30 * minute);
    expect(world.visitsTo(post)).toHaveLength(0);
  });
});
