import type { KeyedBlobs } from './blobs';
import { DamagedBytes } from './bytes';
import { openPart, type Part } from './part';

/** Raised whenever an article would make another entry than before: tokenising, stems, weights, the format. */
export const indexRules = 1;

export const manifestKey = 'match/manifest';
export const removedKey = 'match/removed';
export const tailName = 'tail';
export const segmentKey = (name: string): string => `match/segment/${name}`;

/** Which segments make the index up; written last and together with them. */
interface Manifest {
  rules: number;
  /** Number for the next segment's name: names are never used twice. */
  next: number;
  segments: { name: string; level: number }[];
  /** Whether the segment that still takes articles holds any. */
  tail: boolean;
  /** Whether articles are missing since an earlier damage, until the index is rebuilt. */
  rebuild: IndexState;
}

export type IndexState = 'not-needed' | 'missing' | 'damaged' | 'old-rules';

/** An index as opened from storage. `rebuild` says whether articles are missing from it. */
export interface OpenedIndex {
  parts: Part[];
  tail: Part | null;
  next: number;
  rebuild: IndexState;
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const isManifest = (value: unknown): value is Manifest => {
  if (typeof value !== 'object' || value === null) return false;
  const { rules, next, segments } = value as Partial<Manifest>;
  return typeof rules === 'number' && typeof next === 'number' && Array.isArray(segments);
};

function decode<T>(bytes: Uint8Array | null, accept: (value: unknown) => value is T): T | null {
  if (!bytes) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return accept(value) ? value : null;
  } catch {
    return null;
  }
}

const isRemoved = (value: unknown): value is Record<string, number[]> =>
  typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);

/** What of an open index is written beside its segments. */
export interface IndexSummary {
  parts: readonly Part[];
  hasTail: boolean;
  next: number;
  rebuild: IndexState;
}

/** Writes of a manifest and of the removed articles, to be put together with the segments they name. */
export function manifestEntries(index: IndexSummary): [string, Uint8Array][] {
  const removed = index.parts.filter((part) => part.removed).map((part) => [part.name, [...part.removed!]]);
  const manifest: Manifest = {
    rules: indexRules,
    next: index.next,
    segments: index.parts.map(({ name, level }) => ({ name, level })),
    tail: index.hasTail,
    rebuild: index.rebuild,
  };
  return [
    [manifestKey, encode(manifest)],
    [removedKey, encode(Object.fromEntries(removed))],
  ];
}

async function openOne(
  blobs: KeyedBlobs,
  name: string,
  level: number,
  removed: number[] | undefined,
): Promise<Part | null> {
  const bytes = await blobs.get(segmentKey(name));
  if (!bytes) return null;
  try {
    return openPart(name, level, bytes, removed);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}

/** Opens what is whole; what is not is left out and said so. */
export async function openIndex(blobs: KeyedBlobs): Promise<OpenedIndex> {
  const [manifestBytes, removedBytes] = await Promise.all([blobs.get(manifestKey), blobs.get(removedKey)]);
  const manifest = decode(manifestBytes, isManifest);
  const nothing = { parts: [], tail: null, next: 1 };
  if (!manifest) return { ...nothing, rebuild: manifestBytes ? 'damaged' : 'missing' };
  if (manifest.rules !== indexRules) return { ...nothing, next: manifest.next, rebuild: 'old-rules' };
  const removed = decode(removedBytes, isRemoved) ?? {};
  const opened = await Promise.all(
    manifest.segments.map(({ name, level }) => openOne(blobs, name, level, removed[name])),
  );
  const tail = manifest.tail ? await openOne(blobs, tailName, 0, undefined) : null;
  const damaged = opened.includes(null) || (manifest.tail && tail === null);
  return {
    parts: opened.filter((part) => part !== null),
    tail,
    next: manifest.next,
    rebuild: damaged ? 'damaged' : manifest.rebuild,
  };
}
