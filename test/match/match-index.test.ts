import { describe, expect, it } from 'vitest';
import { MatchIndex, memoryBlobs } from '../../src/match';
import type { Article } from '../../src/model/article';
import { NaiveIndex } from './naive-index';
import { inventedArticle, randomNumbers } from './stories';

const articles = (count: number): Article[] => {
  const random = randomNumbers(7);
  return Array.from({ length: count }, (_, number) =>
    inventedArticle(number, Math.floor(number / 6), random, 60),
  );
};

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
    await index.rebuild([]);
    await index.addAll(all);
    await index.settled();
    expect((await index.status()).rebuild).toBe('not-needed');
    const [segment] = await blobs.keys('match/segment/');
    const bytes = (await blobs.get(segment!))!;
    bytes[bytes.length >> 1]! ^= 0x40;
    await blobs.put([[segment!, bytes]]);
    const reopened = new MatchIndex(blobs);
    const status = await reopened.status();
    expect(status.rebuild).toBe('damaged');
    expect(status.articles).toBeLessThan(400);
    await reopened.add(inventedArticle(9_000, 3, randomNumbers(3)));
    expect((await new MatchIndex(blobs).status()).rebuild).toBe('damaged');
    await reopened.rebuild(all);
    expect(await reopened.status()).toEqual({ articles: 400, rebuild: 'not-needed' });
    expect(await new MatchIndex(blobs).candidates(all[5]!, 10)).toEqual(await index.candidates(all[5]!, 10));
  }, 60_000);

  it('keeps what is added and removed while a rebuild runs', async () => {
    const all = articles(200);
    const index = new MatchIndex(memoryBlobs());
    await index.addAll(all.slice(0, 150));
    let paused = 0;
    await index.rebuild(all.slice(0, 150), {
      pause: async () => {
        paused++;
        if (paused !== 2) return;
        await index.add(all[180]!);
        await index.remove(all[3]!.id);
        expect((await index.candidates(all[181]!, 5)).length).toBeGreaterThan(0);
      },
    });
    expect(paused).toBeGreaterThan(2);
    expect((await index.status()).articles).toBe(150);
    const ids = (await index.candidates(all[181]!, 200)).map(({ id }) => id);
    expect(ids).toContain(all[180]!.id);
    expect(ids).not.toContain(all[3]!.id);
  }, 60_000);

  it('is missing before the first rebuild and empty after it', async () => {
    const index = new MatchIndex(memoryBlobs());
    expect(await index.status()).toEqual({ articles: 0, rebuild: 'missing' });
    await index.rebuild([]);
    expect(await index.status()).toEqual({ articles: 0, rebuild: 'not-needed' });
  });
});
