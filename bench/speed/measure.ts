import { collapseVoices, decideStory, MatchIndex, sourceOf } from '../../src/match';
import type { Article } from '../../src/model/article';
import { keyedBlobs } from '../../src/service/keyed-blobs';
import { indexedDbStore } from '../../src/store';
import { inventedArticle } from './invented-news';

/** Figures of one size of store, in milliseconds and bytes. */
export interface SpeedFigures {
  articles: number;
  buildSeconds: number;
  indexBytes: number;
  coldLoad: number;
  coldStory: number;
  warmQuery: number;
  warmQuery95: number;
  warmStory: number;
  add: number;
  add95: number;
  addMost: number;
  sameInStory: number;
}

const quantile = (values: number[], share: number): number =>
  [...values].sort((left, right) => left - right)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ]!;

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Fills a store and measures the product's way over it: index, candidates, texts, decision, voices. */
export async function measure(articles: number, say: (line: string) => void): Promise<SpeedFigures> {
  const name = `speed-${articles}`;
  const store = indexedDbStore(name);
  await store.clear();
  const blobs = keyedBlobs(store);
  const building = new MatchIndex(blobs);
  await building.rebuild(sourceOf([]));
  const buildSeconds =
    (await elapsed(async () => {
      for (let start = 0; start < articles; start += 1_000) {
        const batch = Array.from({ length: Math.min(1_000, articles - start) }, (_, at) =>
          inventedArticle(start + at),
        );
        await store.write(
          batch.map((article) => ({
            put: 'coverage' as const,
            record: { table: 'speed', key: article.id, record: article } as never,
          })),
        );
        await building.addAll(batch);
        if (start % 10_000 === 0) say(`${start} of ${articles}`);
      }
      await building.settled();
    })) / 1000;
  let indexBytes = 0;
  for (const key of await blobs.keys('match/')) indexBytes += (await blobs.get(key))?.length ?? 0;

  const queries = Array.from({ length: 30 }, (_, at) =>
    inventedArticle(Math.floor(((at + 0.5) * articles) / 30)),
  );
  const textsOf = async (ids: string[]): Promise<Article[]> =>
    (
      await store.getMany(
        'coverage',
        ids.map((id) => ['speed', id] as never),
      )
    ).flatMap((record) => (record ? [(record as unknown as { record: Article }).record] : []));
  let sameInStory = 0;
  const story = async (index: MatchIndex, article: Article) => {
    const found = await index.candidates(article);
    const texts = await textsOf(found.map(({ id }) => id));
    const decision = decideStory(article, texts, { statistics: await index.statistics() });
    const same = new Set(decision.same.map((match) => match.article));
    sameInStory += same.size;
    collapseVoices([article, ...texts.filter((text) => same.has(text.id))]);
  };
  const coldLoads: number[] = [];
  const coldStories: number[] = [];
  for (const article of queries.slice(0, 5)) {
    const cold = new MatchIndex(blobs);
    const load = await elapsed(() => cold.candidates(article));
    coldLoads.push(load);
    const again = new MatchIndex(blobs);
    coldStories.push(await elapsed(() => story(again, article)));
  }
  const index = new MatchIndex(blobs);
  await index.candidates(queries[0]!);
  sameInStory = 0;
  const warmStories: number[] = [];
  for (const article of queries) warmStories.push(await elapsed(() => story(index, article)));
  const warmQueries: number[] = [];
  for (const article of [...queries, ...queries])
    warmQueries.push(await elapsed(() => index.candidates(article)));
  const adds: number[] = [];
  for (let at = 0; at < 200; at++) {
    const article = inventedArticle(articles + 5_000_000 + at);
    adds.push(await elapsed(() => index.add(article)));
  }
  await index.settled();
  store.close();
  return {
    articles,
    buildSeconds,
    indexBytes,
    coldLoad: quantile(coldLoads, 0.5),
    coldStory: quantile(coldStories, 0.5),
    warmQuery: quantile(warmQueries, 0.5),
    warmQuery95: quantile(warmQueries, 0.95),
    warmStory: quantile(warmStories, 0.5),
    add: quantile(adds, 0.5),
    add95: quantile(adds, 0.95),
    addMost: Math.max(...adds),
    sameInStory: sameInStory / queries.length,
  };
}
