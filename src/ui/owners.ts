import type { Voice } from '../model/comparison';
import type { Articles } from './proof';

/** Owners by host, for the outlets whose owner is known. */
export type Owners = Readonly<Record<string, string>>;

/** Owner of the outlet that speaks for a voice. */
export const ownerOf = (voice: Voice, articles: Articles, owners: Owners): string | null =>
  owners[articles[voice.lead]?.host ?? ''] ?? null;

/** Owners that speak with more than one voice, with the outlets they speak through. */
export function ownerLines(
  voices: readonly Voice[],
  articles: Articles,
  owners: Owners,
): { owner: string; outlets: string[] }[] {
  const byOwner = new Map<string, string[]>();
  for (const voice of voices) {
    const owner = ownerOf(voice, articles, owners);
    const outlet = voice.outlets[0];
    if (owner && outlet) byOwner.set(owner, [...(byOwner.get(owner) ?? []), outlet]);
  }
  return [...byOwner].flatMap(([owner, outlets]) => (outlets.length > 1 ? [{ owner, outlets }] : []));
}
