import type { KeyedBlobs } from './blobs';
import { DamagedBytes } from './bytes';
import { checksumOf } from './hash';
import { openPart, type Part } from './part';

/** Raised whenever an article would make another entry or profile than before: tokenising, stems, weights, the format. */
export const indexRules = 5;

const manifestKey = 'match/manifest';
export const tailName = 'tail';
export const segmentPrefix = 'match/segment/';
export const segmentKey = (name: string): string => segmentPrefix + name;

/** Which segments make the index up; written last and together with them. */
interface Manifest {
  rules: number;
  /** Number for the next segment's name: names are never used twice. */
  next: number;
  /** With the positions of articles removed since a segment was written. */
  segments: { name: string; level: number; removed: number[] }[];
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

const checksumLength = 4;

function encode(manifest: Manifest): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(manifest));
  const bytes = new Uint8Array(checksumLength + json.length);
  new DataView(bytes.buffer).setUint32(0, checksumOf(json));
  bytes.set(json, checksumLength);
  return bytes;
}

/** Null when the bytes are damaged. Which articles are removed stands in it too, so half a manifest is none. */
function decode(bytes: Uint8Array): Manifest | null {
  if (bytes.length < checksumLength) return null;
  const json = bytes.subarray(checksumLength);
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== checksumOf(json)) return null;
  return JSON.parse(new TextDecoder().decode(json)) as Manifest;
}

/** What of an open index is written beside its segments. */
export interface IndexSummary {
  parts: readonly Part[];
  hasTail: boolean;
  next: number;
  rebuild: IndexState;
}

/** The manifest as it is to be written, together with the segments it names. */
export function manifestEntry(index: IndexSummary): [string, Uint8Array] {
  const manifest: Manifest = {
    rules: indexRules,
    next: index.next,
    segments: index.parts.map(({ name, level, removed }) => ({ name, level, removed: [...(removed ?? [])] })),
    tail: index.hasTail,
    rebuild: index.rebuild,
  };
  return [manifestKey, encode(manifest)];
}

function openOne(name: string, level: number, bytes: Uint8Array | null, removed?: number[]): Part | null {
  if (!bytes) return null;
  try {
    return openPart(name, level, bytes, removed);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}

/** Segments of a lost manifest lie about, and names must not be used twice even so. */
function unusedName(keys: Iterable<string>): number {
  const numbers = Array.from(keys, (key) => Number(key.slice(segmentPrefix.length)));
  return Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
}

/** Opens what is whole; what is not is left out and said so. */
export async function openIndex(blobs: KeyedBlobs): Promise<OpenedIndex> {
  // What the manifest does not name is seldom there: reading one after the other would wait for the disk twice.
  const [manifestBytes, segments] = await Promise.all([
    blobs.get(manifestKey),
    blobs.getUnder(segmentPrefix),
  ]);
  const bytesOf = (name: string) => segments.get(segmentKey(name)) ?? null;
  const nothing = { parts: [], tail: null };
  if (!manifestBytes) return { ...nothing, next: 1, rebuild: 'missing' };
  const manifest = decode(manifestBytes);
  if (!manifest) return { ...nothing, next: unusedName(segments.keys()), rebuild: 'damaged' };
  if (manifest.rules !== indexRules) return { ...nothing, next: manifest.next, rebuild: 'old-rules' };
  const opened = manifest.segments.map(({ name, level, removed }) =>
    openOne(name, level, bytesOf(name), removed),
  );
  const tail = manifest.tail ? openOne(tailName, 0, bytesOf(tailName)) : null;
  const damaged = opened.includes(null) || (manifest.tail && tail === null);
  return {
    parts: opened.filter((part) => part !== null),
    tail,
    next: manifest.next,
    rebuild: damaged ? 'damaged' : manifest.rebuild,
  };
}
