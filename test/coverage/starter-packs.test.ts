import { describe, expect, it } from 'vitest';
import { loadOwners, loadStarterPack, starterPacks } from '../../src/coverage/starter-packs';

const packs = await Promise.all(starterPacks.map(async ({ id }) => (await loadStarterPack(id))!));

describe.each(packs.map((pack) => [pack.id, pack] as const))('the starter pack %s', (id, pack) => {
  it('says what it is, where it is from, that its addresses were not tried, and under which licence', () => {
    expect(pack.title).toBe(starterPacks.find((each) => each.id === id)?.title);
    expect(pack.source).toMatch(/No address was requested/);
    expect(pack.licence).toBe('MIT');
  });

  it('names an owner, a home page and a feed over https for each outlet, each once', () => {
    for (const { name, owner, home, feed, language } of pack.outlets) {
      expect([name, owner].every((text) => text.trim() === text && text !== '')).toBe(true);
      expect([home, feed].every((address) => new URL(address).protocol === 'https:')).toBe(true);
      expect(language).toMatch(/^[a-z]{2}$/);
    }
    expect(new Set(pack.outlets.map(({ feed }) => feed)).size).toBe(pack.outlets.length);
  });
});

describe('owners', () => {
  it('are told by the outlet’s host, and an outlet in two packs has one', async () => {
    const owners = await loadOwners();
    const byHome = new Map<string, string>();
    for (const { home, owner } of packs.flatMap(({ outlets }) => outlets)) {
      const { hostname } = new URL(home);
      expect(byHome.get(hostname) ?? owner, hostname).toBe(owner);
      byHome.set(hostname, owner);
    }
    expect(owners.size).toBeGreaterThan(40);
  });
});
