import { ByteReader } from './bytes';
import type { Part } from './part';
import type { IndexEntry } from './salient';
import { encodeSegment, PostingLists } from './segment';

/** Terms merged between two pauses: a few milliseconds of work. */
const termsPerSlice = 4_000;

/** New position of each living article of a part; -1 for removed ones. */
function renumber(part: Part, from: number): { positions: Int32Array; next: number } {
  let next = from;
  const positions = new Int32Array(part.segment.articles).fill(-1);
  for (let at = 0; at < positions.length; at++) if (!part.removed?.has(at)) positions[at] = next++;
  return { positions, next };
}

/**
 * Joins segments into one, leaving out removed articles. Articles keep their order, so the result does not
 * depend on when it is made.
 * @param pause awaited between slices, so that the worker can answer meanwhile
 */
export async function mergeParts(parts: readonly Part[], pause: () => Promise<void>): Promise<Uint8Array> {
  const positions: Int32Array[] = [];
  const ids: string[] = [];
  const days: number[] = [];
  for (const part of parts) {
    const numbered = renumber(part, ids.length);
    positions.push(numbered.positions);
    numbered.positions.forEach((position, at) => {
      if (position < 0) return;
      ids.push(part.ids.at(at));
      days.push(part.segment.days[at]!);
    });
  }
  const lists = new PostingLists();
  const cursors = parts.map(() => 0);
  for (let terms = 1; ; terms++) {
    let key = Number.POSITIVE_INFINITY;
    parts.forEach(({ segment }, index) => {
      const next = segment.keys[cursors[index]!];
      if (next !== undefined && next < key) key = next;
    });
    if (key === Number.POSITIVE_INFINITY) break;
    parts.forEach(({ segment }, index) => {
      const at = cursors[index]!;
      if (segment.keys[at] !== key) return;
      cursors[index] = at + 1;
      const reader = new ByteReader(segment.bytes, segment.offsets[at]!);
      let article = 0;
      for (let left = segment.counts[at]!; left > 0; left--) {
        article += reader.varint();
        const weight = reader.byte();
        const position = positions[index]![article]!;
        if (position >= 0) lists.add(key, position, weight);
      }
    });
    if (terms % termsPerSlice === 0) await pause();
  }
  return encodeSegment(ids, days, lists);
}

/** The entries a segment was built from. */
export function entriesOf(part: Part): IndexEntry[] {
  const { segment } = part;
  const keys: number[][] = Array.from({ length: segment.articles }, () => []);
  const weights: number[][] = Array.from({ length: segment.articles }, () => []);
  segment.keys.forEach((key, at) => {
    const reader = new ByteReader(segment.bytes, segment.offsets[at]!);
    let article = 0;
    for (let left = segment.counts[at]!; left > 0; left--) {
      article += reader.varint();
      keys[article]!.push(key);
      weights[article]!.push(reader.byte());
    }
  });
  return part.ids.all().map((id, at) => ({
    id,
    day: segment.days[at]!,
    keys: Uint32Array.from(keys[at]!),
    weights: Uint8Array.from(weights[at]!),
  }));
}
