import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identify } from '../../src/model/identity';
import { newFeed, harbourPost as post, runFor, twoItems, World } from './world';

const minute = 60_000;
const ferry = 'https://harbour-post.example/ferry';
const page = '<p>The ferry Corvina ran aground off Vell on Tuesday evening.</p>';

let world: World;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-04T08:00:00Z') });
  world = new World();
  world.serve(post, twoItems);
  world.serve(ferry, page);
});

afterEach(() => {
  vi.useRealTimers();
});

const visitsTo = (address: string) => world.visits.filter((visit) => visit.address === address).length;
const idOf = (address: string) => identify(address, null).id;

async function landed(textRule: 'when-matching' | 'never' = 'when-matching') {
  const coverage = world.revive();
  await coverage.following.follow([newFeed(post, { textRule })]);
  await runFor(coverage, minute);
  expect(world.saved.size).toBe(2);
  expect(visitsTo(ferry)).toBe(0);
  return coverage;
}

describe('headlines that came before the reading', () => {
  it('bring their texts when the reader opens the story, once', async () => {
    const coverage = await landed();
    const id = idOf(ferry);
    expect(await coverage.wantTexts([id])).toEqual({ waiting: [id], ungranted: [] });
    expect(await coverage.wantTexts([id])).toEqual({ waiting: [id], ungranted: [] });
    await runFor(coverage, minute);
    expect(visitsTo(ferry)).toBe(1);
    expect(world.saved.get(id)?.text).toContain('Corvina');
    expect(await coverage.wantTexts([id])).toEqual({ waiting: [], ungranted: [] });
  });

  it('stay headlines where the reader chose so', async () => {
    const coverage = await landed('never');
    expect(await coverage.wantTexts([idOf(ferry)])).toEqual({ waiting: [], ungranted: [] });
    await runFor(coverage, minute);
    expect(visitsTo(ferry)).toBe(0);
  });

  it('are not asked for again and again when their text does not come', async () => {
    world.serve(ferry, { status: 500 });
    const coverage = await landed();
    for (let look = 0; look < 30; look++) {
      await coverage.wantTexts([idOf(ferry)]);
      await runFor(coverage, 5_000);
    }
    expect(visitsTo(ferry)).toBeLessThanOrEqual(2);
  });

  it('wait for the reader to allow another site, and come as soon as it is allowed', async () => {
    const elsewhere = 'https://www.harbour-group.example/ferry';
    world.serve(post, twoItems.replace(ferry, elsewhere));
    world.serve(elsewhere, page);
    world.granted.delete('www.harbour-group.example');
    const coverage = world.revive();
    await coverage.following.follow([newFeed(post, { textRule: 'when-matching' })]);
    await runFor(coverage, minute);
    const id = idOf(elsewhere);
    expect(await coverage.wantTexts([id])).toEqual({ waiting: [], ungranted: [elsewhere] });
    await runFor(coverage, 30 * minute);
    expect(visitsTo(elsewhere)).toBe(0);
    world.granted.add('www.harbour-group.example');
    expect(await coverage.grantsChanged()).toBe(1);
    await runFor(coverage, minute);
    expect(visitsTo(elsewhere)).toBe(1);
  });
});

describe('texts under the rule "always"', () => {
  it('are not given up for want of a grant, however long it takes', async () => {
    world.serve(post, twoItems);
    const elsewhere = 'https://www.harbour-group.example/ferry';
    world.serve(post, twoItems.replace(ferry, elsewhere));
    world.serve(elsewhere, page);
    world.granted.delete('www.harbour-group.example');
    const coverage = world.revive({ feedInterval: 48 * 3_600_000 });
    await coverage.following.follow([newFeed(post, { textRule: 'always' })]);
    await runFor(coverage, minute);
    vi.setSystemTime(Date.now() + 3 * 24 * 3_600_000);
    await runFor(coverage, minute);
    world.granted.add('www.harbour-group.example');
    await coverage.grantsChanged();
    await runFor(coverage, minute);
    expect(visitsTo(elsewhere)).toBe(1);
  });
});

describe('a feed that names no language', () => {
  it('has its headlines in the one they are written in together', async () => {
    world.languageOf = (text) => (text.includes('Ferry') && text.includes('Council') ? 'en' : null);
    await landed();
    expect([...world.saved.values()].map(({ language }) => language.value)).toEqual(['en', 'en']);
  });
});
