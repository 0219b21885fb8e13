import type { CoverageStore } from '../../coverage';
import type { HandlerContext } from '../context';
import { readPreference, writePreference } from './preferences';

/** Headlines and fetched texts kept at most, whatever their age: the oldest go first. */
const coverageLimit = 30_000;
/** Articles removed in one go; the rest waits for the next day's turn or the next batch. */
const batch = 200;

const cameByItself = new Set(['feed', 'fetched']);

/**
 * Once a day clears away coverage that came by itself, is older than the reader's limit, and that nothing hangs on:
 * not read, noted or tagged, and not on the event of an article the reader saved.
 */
export async function clearOldCoverage(context: HandlerContext, store: CoverageStore): Promise<number> {
  const today = context.clock().slice(0, 10);
  const { days } = await readPreference(store, 'retention');
  if (days === null || (await readPreference(store, 'cleared')) === today) return 0;
  const cards = (await context.store.range('cards', { index: 'savedAt' })).map(({ card }) => card);
  const kept = new Set(cards.filter(({ how }) => !cameByItself.has(how)).map(({ id }) => id));
  const stories = await context.service.listStories({ offset: 0, limit: Number.MAX_SAFE_INTEGER });
  if (!stories.ok) return 0;
  const needed = new Set(
    stories.value.stories
      .filter(({ articles }) => articles.some((id) => kept.has(id)))
      .flatMap(({ articles }) => articles),
  );
  const loose = cards.filter(
    ({ id, how, read, note, tags }) =>
      cameByItself.has(how) && !needed.has(id) && !read && note === '' && tags.length === 0,
  );
  const limit = new Date(Date.parse(context.clock()) - days * 86_400_000).toISOString();
  const surplus = Math.max(0, loose.length - coverageLimit);
  const old = loose.filter(({ savedAt }, index) => savedAt < limit || index < surplus);
  let removed = 0;
  for (let start = 0; start < old.length; start += batch) {
    const ids = old.slice(start, start + batch).map(({ id }) => id);
    if ((await context.service.deleteArticles(ids)).ok) removed += ids.length;
  }
  await writePreference(store, 'cleared', today);
  return removed;
}
