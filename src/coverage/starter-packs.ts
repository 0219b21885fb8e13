import { outletHost } from '../model/identity';

/** One outlet of a starter pack: facts that anybody may know and use. */
export interface StarterOutlet {
  name: string;
  home: string;
  owner: string;
  feed: string;
  language: string;
}

/** Outlets of a country and language to choose from. `source` and `licence` say where the list is from. */
export interface StarterPack {
  id: string;
  title: string;
  country: string;
  language: string;
  source: string;
  licence: string;
  outlets: StarterOutlet[];
}

/** The packs there are, in the order they are offered; their outlets are loaded when one is chosen. */
export const starterPacks: { id: string; title: string }[] = [
  { id: 'world-en', title: 'World (English)' },
  { id: 'gb-en', title: 'United Kingdom (English)' },
  { id: 'us-en', title: 'United States (English)' },
  { id: 'de-de', title: 'Deutschland (Deutsch)' },
  { id: 'fr-fr', title: 'France (français)' },
  { id: 'es-es', title: 'España (español)' },
  { id: 'ar', title: 'العربية' },
];

const loaders: Record<string, () => Promise<{ default: StarterPack }>> = {
  'world-en': () => import('./data/starter-packs/world-en.json'),
  'gb-en': () => import('./data/starter-packs/gb-en.json'),
  'us-en': () => import('./data/starter-packs/us-en.json'),
  'de-de': () => import('./data/starter-packs/de-de.json'),
  'fr-fr': () => import('./data/starter-packs/fr-fr.json'),
  'es-es': () => import('./data/starter-packs/es-es.json'),
  ar: () => import('./data/starter-packs/ar.json'),
};

/** The outlets of one pack, or null when there is no such pack. Only for pages: a worker may not import at run time. */
export async function loadStarterPack(id: string): Promise<StarterPack | null> {
  return (await loaders[id]?.())?.default ?? null;
}

/** Owner by outlet host over all packs, for "same owner" beside the voices. */
export async function loadOwners(): Promise<ReadonlyMap<string, string>> {
  const packs = await Promise.all(starterPacks.map(({ id }) => loadStarterPack(id)));
  return new Map(
    packs.flatMap((pack) =>
      (pack?.outlets ?? []).map(({ home, owner }): [string, string] => [
        outletHost(new URL(home).hostname),
        owner,
      ]),
    ),
  );
}
