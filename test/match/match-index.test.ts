import { describe, expect, it } from 'vitest';
import { MatchIndex, memoryBlobs, sourceOf } from '../../src/match';
import { checksumOf } from '../../src/match/hash';
import type { Article } from '../../src/model/article';
import { NaiveIndex } from './naive-index';
import { inventedArticle, randomNumbers } from './stories';

const articles = (count: number): Article[] => {
  const random = randomNumbers(7);
  return Array.from({ length: count }, (_, number) =>
    inventedArticle(number, Math.floor(number / 6), random, 60),
  );
};

/** The same manifest as older rules wrote it. */
function manifestOfRules(manifest: Uint8Array, rules: number): Uint8Array {
  const json = new TextDecoder().decode(manifest.subarray(4)).replace(/"rules":\d/, `"rules":${rules}`);
  const bytes = new Uint8Array(manifest.length);
  bytes.set(new TextEncoder().encode(json), 4);
  new DataView(bytes.buffer).setUint32(0, checksumOf(bytes.subarray(4)));
  return bytes;
}

const rounded = (candidates: { id: string; score: number }[]) =>
  candidates.map(({ id, score }) => ({ id, score: Math.round(score * 1e9) }));

describe('the match index', () => {
  it('gives the answers of a naive index after a thousand changes, and so does a fresh build', async () => {
    const all = articles(340);
    const random = randomNumbers(11);
    const blobs = memoryBlobs();
    let index = new MatchIndex(blobs);
    const naive = new NaiveIndex();
    const stored = new Set<Article>();
    for (let change = 0; change < 1000; change++) {
      const one = all[Math.floor(random() * all.length)]!;
      if (stored.has(one) && random() < 0.45) {
        stored.delete(one);
        naive.remove(one.id);
        await index.remove(one.id);
      } else {
        stored.add(one);
        naive.add(one);
        await index.add(one);
      }
      // A worker dies and another starts: nothing but the blobs is left.
      if (change % 137 === 0) {
        await index.settled();
        index = new MatchIndex(blobs);
      }
    }
    await index.settled();
    expect((await index.status()).articles).toBe(stored.size);
    const fresh = new MatchIndex(memoryBlobs());
    await fresh.addAll(stored);
    for (const query of all.filter((_, at) => at % 29 === 0)) {
      const expected = naive.candidates(query, 20);
      expect(expected.length).toBeGreaterThan(3);
      expect(rounded(await index.candidates(query, 20))).toEqual(rounded(expected));
      expect(await fresh.candidates(query, 20)).toEqual(await index.candidates(query, 20));
    }
  }, 120_000);

  it('merges its segments and keeps their number small', async () => {
    const blobs = memoryBlobs();
    const index = new MatchIndex(blobs);
    await index.addAll(articles(1_300));
    await index.settled();
    expect((await blobs.keys('match/segment/')).length).toBeLessThanOrEqual(4);
    expect((await index.status()).articles).toBe(1_300);
  }, 60_000);

  it('says that it is damaged, goes on with the rest, and is whole after a rebuild', async () => {
    const all = articles(400);
    const blobs = memoryBlobs();
    const index = new MatchIndex(blobs);
    await index.rebuild(sourceOf([]));
    await index.addAll(all);
    await index.settled();
    expect((await index.status()).rebuild).toBe('not-needed');
    const [segment] = await blobs.keys('match/segment/');
    const bytes = (await blobs.get(segment!))!;
    bytes[bytes.length >> 1]! ^= 0x40;
    await blobs.put([[segment!, bytes]]);
    await blobs.put([['match/segment/9999', bytes]]);
    const reopened = new MatchIndex(blobs);
    const status = await reopened.status();
    expect(status.rebuild).toBe('damaged');
    expect(status.articles).toBeLessThan(400);
    await reopened.add(inventedArticle(9_000, 3, randomNumbers(3)));
    expect((await new MatchIndex(blobs).status()).rebuild).toBe('damaged');
    await reopened.rebuild(sourceOf(all));
    expect(await reopened.status()).toEqual({ articles: 400, rebuild: 'not-needed' });
    expect(await blobs.get('match/segment/9999')).toBeNull();
    expect(await new MatchIndex(blobs).candidates(all[5]!, 10)).toEqual(await index.candidates(all[5]!, 10));
  }, 60_000);

  it('finds what it has while it is rebuilt, and keeps what is added and removed meanwhile', async () => {
    const all = articles(400);
    const index = new MatchIndex(memoryBlobs());
    const found: number[] = [];
    await index.rebuild(sourceOf(all.slice(0, 350)), async () => {
      found.push((await index.candidates(all[1]!, 400)).length);
      if (found.length !== 20) return;
      await index.add(all[380]!);
      await index.remove(all[3]!.id);
      await index.remove(all[349]!.id);
    });
    expect(found[0]).toBe(0);
    expect(found[19]).toBeGreaterThan(100);
    expect(await index.status()).toEqual({ articles: 349, rebuild: 'not-needed' });
    const ids = (await index.candidates(all[381]!, 400)).map(({ id }) => id);
    expect(ids).toContain(all[380]!.id);
    expect(ids).not.toContain(all[3]!.id);
    expect(ids).not.toContain(all[349]!.id);
  }, 60_000);

  it('goes on with a rebuild that was killed, reading no text twice, and drops what is no longer stored', async () => {
    const all = articles(400);
    const blobs = memoryBlobs();
    const read: string[] = [];
    const counted = (stored: Article[]) => {
      const source = sourceOf(stored);
      return {
        ...source,
        read: (ids: readonly string[]) => {
          read.push(...ids);
          return source.read(ids);
        },
      };
    };
    let pauses = 0;
    const killed = new MatchIndex(blobs).rebuild(counted(all), async () => {
      if (++pauses > 20) throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    const again = new MatchIndex(blobs);
    expect((await again.status()).rebuild).toBe('missing');
    await again.rebuild(counted(all.slice(1)));
    expect(await again.status()).toEqual({ articles: 399, rebuild: 'not-needed' });
    expect(new Set(read).size).toBe(400);
    expect(read.length).toBeLessThan(400 + 130);
    expect((await again.profiles([all[0]!.id])).size).toBe(0);
  }, 60_000);

  it.each(['a damaged manifest', 'a manifest of other rules'])('starts anew from %s', async (what) => {
    const all = articles(300);
    const blobs = memoryBlobs();
    const index = new MatchIndex(blobs);
    await index.rebuild(sourceOf(all));
    await index.remove(all[7]!.id);
    await index.settled();
    const bytes = (await blobs.get('match/manifest'))!;
    if (what === 'a damaged manifest') bytes[bytes.length - 5]! ^= 1;
    else bytes.set(manifestOfRules(bytes, 1));
    await blobs.put([['match/manifest', bytes]]);
    const reopened = new MatchIndex(blobs);
    expect(await reopened.status()).toEqual({
      articles: 0,
      rebuild: what === 'a damaged manifest' ? 'damaged' : 'old-rules',
    });
    const stored = all.filter((_, at) => at !== 7);
    await reopened.rebuild(sourceOf(stored));
    expect(await reopened.candidates(all[8]!, 30)).toEqual(await index.candidates(all[8]!, 30));
  });

  it('is missing before the first rebuild and empty after it', async () => {
    const index = new MatchIndex(memoryBlobs());
    expect(await index.status()).toEqual({ articles: 0, rebuild: 'missing' });
    await index.rebuild(sourceOf([]));
    expect(await index.status()).toEqual({ articles: 0, rebuild: 'not-needed' });
  });
});
