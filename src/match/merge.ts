import { eachPosting, type Part } from './part';
import type { IndexEntry } from './salient';
import { encodeSegment, PostingLists, TermCursor } from './segment';

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
  for (const part of parts) {
    const numbered = renumber(part, ids.length);
    positions.push(numbered.positions);
    numbered.positions.forEach((position, at) => {
      if (position >= 0) ids.push(part.ids.at(at));
    });
  }
  const lists = new PostingLists();
  const cursors = parts.map(({ segment }) => new TermCursor(segment));
  const open = cursors.map((cursor) => cursor.advance());
  for (let terms = 1; open.includes(true); terms++) {
    const key = Math.min(...cursors.map((cursor, at) => (open[at] ? cursor.key : Number.POSITIVE_INFINITY)));
    cursors.forEach((cursor, at) => {
      if (!open[at] || cursor.key !== key) return;
      eachPosting(parts[at]!.segment, cursor, (article, weight) => {
        const position = positions[at]![article]!;
        if (position >= 0) lists.add(key, position, weight);
      });
      open[at] = cursor.advance();
    });
    if (terms % termsPerSlice === 0) await pause();
  }
  return encodeSegment(ids, lists);
}

/** The entries a segment was built from. */
export function entriesOf(part: Part): IndexEntry[] {
  const { segment } = part;
  const keys: number[][] = Array.from({ length: segment.articles }, () => []);
  const weights: number[][] = Array.from({ length: segment.articles }, () => []);
  const cursor = new TermCursor(segment);
  while (cursor.advance()) {
    eachPosting(segment, cursor, (article, weight) => {
      keys[article]!.push(cursor.key);
      weights[article]!.push(weight);
    });
  }
  return part.ids.all().map((id, at) => ({
    id,
    keys: Uint32Array.from(keys[at]!),
    weights: Uint8Array.from(weights[at]!),
  }));
}
