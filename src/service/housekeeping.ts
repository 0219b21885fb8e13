import type { ServiceContext } from './context';

/** A deletion can be taken back for this long. */
const trashDays = 30;

/** Empties the trash of what is older than a month. */
export async function emptyOldTrash({ store, clock }: ServiceContext): Promise<void> {
  const before = new Date(Date.parse(clock()) - trashDays * 86_400_000).toISOString();
  const old = await store.keys('trash', { index: 'at', before });
  await store.write(old.map((key) => ({ remove: 'trash', key })));
}

/** What is kept and how much room it takes; bytes are null where the browser does not say. */
export async function storageStatus({ store }: ServiceContext): Promise<{
  articles: number;
  quarantined: number;
  usedBytes: number | null;
  quotaBytes: number | null;
}> {
  const [articles, quarantined] = await Promise.all([store.count('cards'), store.count('quarantine')]);
  const estimate = await globalThis.navigator?.storage?.estimate?.();
  return {
    articles,
    quarantined,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
}
