import { profileOf } from '../../src/match';
import { everything } from '../../src/model/library-query';
import { save } from '../../src/service/keep';
import { searchCards } from '../../src/service/search';
import { toldStory } from '../../src/service/told-story';
import { inventedArticle } from './invented-news';
import { elapsed, openLibrary, quantile, takeOrders } from './library';

/** What a worker takes that has answered before, in milliseconds; medians unless named otherwise. */
export interface Warm {
  query: number;
  query95: number;
  story: number;
  add: number;
  add95: number;
  addMost: number;
  save: number;
  firstList: number;
  list: number;
  pages: number;
}

/** Articles beyond every size that is measured, for adding. */
const beyond = 5_000_000;

takeOrders<{ articles: number }, Warm>(async ({ articles }) => {
  const context = openLibrary();
  const asked = Array.from({ length: 60 }, (_, at) =>
    inventedArticle(Math.floor(((at + 0.5) * articles) / 60)),
  );
  let pages = 0;
  const story = async (at: number) => {
    pages += (await toldStory(context, asked[at]!)).pages.length;
  };
  const query = async (at: number) => (await context.index.statistics()).nearest(profileOf(asked[at]!), 60);
  const each = async (from: number, to: number, work: (at: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let at = from; at < to; at++) times.push(await elapsed(() => work(at)));
    return times;
  };
  await each(0, 5, story);
  pages = 0;
  const stories = await each(5, 35, story);
  const queries = [...(await each(0, 60, query)), ...(await each(0, 60, query))];
  const adds = await each(0, 150, (at) => context.index.add(inventedArticle(beyond + at)));
  await context.index.settled();
  await each(0, 150, (at) => context.index.remove(inventedArticle(beyond + at).id));
  await context.index.settled();
  const page = { ...everything, offset: 0, limit: 50 };
  const [firstList] = await each(0, 1, () => searchCards(context, page));
  const lists = await each(0, 10, () => searchCards(context, page));
  const saves = await each(0, 20, (at) => save(context, inventedArticle(2 * beyond + at), '0'));
  for (let at = 0; at < 20; at++) {
    const { id } = inventedArticle(2 * beyond + at);
    await context.store.write([
      { remove: 'articles', key: [id, 1] },
      { remove: 'cards', key: id },
      { remove: 'words', key: id },
      { remove: 'work', key: id },
    ]);
  }
  return {
    query: quantile(queries, 0.5),
    query95: quantile(queries, 0.95),
    story: quantile(stories, 0.5),
    add: quantile(adds, 0.5),
    add95: quantile(adds, 0.95),
    addMost: Math.max(...adds),
    save: quantile(saves, 0.5),
    firstList: firstList!,
    list: quantile(lists, 0.5),
    pages: pages / stories.length,
  };
});
