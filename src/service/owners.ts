import { loadOwners } from '../coverage/starter-packs';
import type { Article } from '../model/article';

let known: Promise<ReadonlyMap<string, string>> | null = null;

/** Owners of the outlets of these articles by their host, as far as the starter packs name them. */
export async function ownersOf(articles: Article[]): Promise<Record<string, string>> {
  known ??= loadOwners();
  const owners = await known;
  const hosts = [...new Set(articles.map(({ host }) => host))].sort();
  return Object.fromEntries(
    hosts.flatMap((host): [string, string][] => {
      const owner = owners.get(host);
      return owner ? [[host, owner]] : [];
    }),
  );
}
