import { profileOf, sourceOf } from '../../src/match';
import type { Article } from '../../src/model/article';
import type { ServiceContext } from '../../src/service/context';
import { versionChanges } from '../../src/service/keep';
import { keyedBlobs } from '../../src/service/keyed-blobs';
import type { Change } from '../../src/store';
import { inventedArticle } from './invented-news';
import { elapsed, openLibrary, takeOrders, wordsTable, wordsTogether } from './library';

/** What filling took and what lies in the store after it. */
export interface Filled {
  articles: number;
  /** Time the index took for the articles added, their profiles included; NaN when they were there. */
  indexSeconds: number;
  segmentBytes: number;
  profileBytes: number;
  /** Bytes of all articles' texts, as UTF-8. */
  textBytes: number;
}

/** The words the index keeps of an article: what the rivals get to index. */
const salientWords = (article: Article): string[] => {
  const { terms, salient } = profileOf(article);
  const kept = new Set(salient.keys);
  return terms.words.filter((_, at) => kept.has(terms.keys[at]!));
};

async function bytesOf(context: ServiceContext, prefix: string): Promise<number> {
  const blobs = keyedBlobs(context.store);
  const keys = await blobs.keys(prefix);
  let bytes = 0;
  for (let at = 0; at < keys.length; at += wordsTogether) {
    for (const found of await blobs.getMany(keys.slice(at, at + wordsTogether))) bytes += found?.length ?? 0;
  }
  return bytes;
}

/** Saves the articles `from` to `to` of the invented news and indexes them; the time it took, in milliseconds. */
async function fill(
  context: ServiceContext,
  from: number,
  to: number,
  say: (line: string) => void,
): Promise<number> {
  const { store, index } = context;
  if (from === 0) {
    await store.clear();
    await index.rebuild(sourceOf([]));
  }
  let indexTime = 0;
  for (let start = from; start < to; start += wordsTogether) {
    const batch = Array.from({ length: Math.min(wordsTogether, to - start) }, (_, at) =>
      inventedArticle(start + at),
    );
    const saves = batch.flatMap((article) => versionChanges(article, undefined, context.clock()));
    const words: Change = {
      put: 'coverage',
      record: { table: wordsTable, key: String(start / wordsTogether), record: batch.map(salientWords) },
    };
    await store.write([...saves, words]);
    indexTime += await elapsed(() => index.addAll(batch));
    if (start % 10_000 === 0) say(`${start} of ${to} articles`);
  }
  return indexTime + (await elapsed(() => index.settled()));
}

/** Fills the library from one size to the next, unless it was kept from an earlier run at just this size. */
takeOrders<{ from: number; to: number }, Filled>(async ({ from, to }, say) => {
  const context = openLibrary();
  const kept = (await context.store.count('cards')) === to;
  const indexTime = kept ? Number.NaN : await fill(context, from, to, say);
  const some = Array.from({ length: 500 }, (_, number) => inventedArticle(number).text.length);
  const textBytes = (some.reduce((sum, length) => sum + length, 0) / some.length) * to;
  return {
    articles: to,
    indexSeconds: indexTime / 1000,
    segmentBytes: await bytesOf(context, 'match/segment/'),
    profileBytes: await bytesOf(context, 'match/profile/'),
    textBytes,
  };
});
