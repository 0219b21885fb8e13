import type { TrashEntry } from '../model/library-query';
import type { ArticleRecord, CardRecord, TrashRecord } from '../store';
import type { ServiceContext } from './context';

/** A deletion can be taken back for this long. */
const trashDays = 30;

/** Headlines named of one deletion. */
const named = 3;

/** Empties the trash of what is older than a month. */
export async function emptyOldTrash({ store, clock }: ServiceContext): Promise<void> {
  const before = new Date(Date.parse(clock()) - trashDays * 86_400_000).toISOString();
  const old = await store.keys('trash', { index: 'at', before });
  await store.write(old.map((key) => ({ remove: 'trash', key })));
}

const kindOf = ({ id }: TrashRecord): TrashEntry['kind'] => {
  if (id.startsWith('articles ')) return 'articles';
  return id.startsWith('texts ') ? 'texts' : 'stories';
};

const bytesOf = ({ puts }: TrashRecord): number =>
  puts.reduce(
    (sum, { table, record }) =>
      table === 'articles'
        ? sum + new TextEncoder().encode((record as ArticleRecord).article.text).length
        : sum,
    0,
  );

/** What can be taken back, the latest first. */
export async function listTrash({ store }: ServiceContext): Promise<TrashEntry[]> {
  const records = await store.range('trash', { index: 'at', descending: true });
  return records.map((record) => ({
    undo: record.id,
    at: record.at,
    kind: kindOf(record),
    count: record.count,
    bytes: bytesOf(record),
    headlines: record.puts
      .flatMap(({ table, record: put }) => (table === 'cards' ? [(put as CardRecord).card.headline] : []))
      .slice(0, named),
  }));
}

/** Empties the trash for good: nothing in it can be taken back after this. */
export async function emptyTrash({ store }: ServiceContext): Promise<{ count: number }> {
  const keys = await store.keys('trash', {});
  await store.write(keys.map((key) => ({ remove: 'trash', key })));
  return { count: keys.length };
}
