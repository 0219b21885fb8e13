import type { ServiceContext } from './context';

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
