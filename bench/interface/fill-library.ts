import { contextOf } from '../../src/service/context';
import { versionChanges } from '../../src/service/keep';
import { indexedDbStore } from '../../src/store';
import { inventedArticle } from '../speed/invented-news';

const together = 500;

/** Puts invented articles into the extension's own library, indexed, with nothing owed to them. */
async function fillLibrary(articles: number): Promise<void> {
  const store = indexedDbStore('collate');
  const context = contextOf(store, () => new Date().toISOString());
  for (let start = 0; start < articles; start += together) {
    const batch = Array.from({ length: together }, (_, at) => inventedArticle(start + at));
    await store.write(batch.flatMap((article) => versionChanges(article, undefined, context.clock())));
    await context.index.addAll(batch);
  }
  await context.index.settled();
  store.close();
}

Object.assign(globalThis, { fillLibrary });
