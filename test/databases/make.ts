import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { pairTarget } from '../../src/model/library';
import { indexedDbStore } from '../../src/store';
import { budgetReport, ferryStory, given, newsroom } from '../service/newsroom';
import { dumpDatabase, dumpText } from './dump';

/**
 * Writes the database a release leaves behind, once, by hand, when it is released:
 * `npx tsx test/databases/make.ts test/databases/0.1.0.json`. Never run by a test.
 */
async function main(path: string): Promise<void> {
  const store = indexedDbStore('release');
  const { service } = newsroom(store);
  const [courier, herald] = ferryStory();
  const budget = budgetReport();
  for (const each of [courier, herald, budget]) given(await service.saveArticle(each));
  given(await service.saveArticle({ ...courier, text: `${courier.text} The search ended at noon.` }));
  await service.settled();
  given(await service.annotate(courier.id, { tags: ['sea'], note: 'compare the injured', read: true }));
  const target = pairTarget(herald.id, budget.id);
  given(await service.addCorrection({ kind: 'not-same-event', target, context: null }));
  given(await service.changeSettings({ saveOnOpen: true, dayWindow: 14 }));
  given(await service.deleteArticles([budget.id]));
  await service.settled();
  await store.write([
    { put: 'coverage', record: { table: 'feeds', key: 'feed-1', record: { key: 'feed-1', title: 'Ardel Courier' } } },
  ]);
  store.close();
  writeFileSync(path, dumpText(await dumpDatabase('release')));
}

await main(process.argv[2] as string);
