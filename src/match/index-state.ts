import type { ArticleId } from '../model/article';
import { type IndexState, manifestEntry, segmentKey, tailName } from './manifest';
import { entriesOf } from './merge';
import { openPart, type Part } from './part';
import type { IndexEntry } from './salient';
import { buildSegment } from './segment';

/** Articles the tail takes before it becomes a segment of its own: small enough to be written with every save. */
export const tailArticles = 128;

/** Segments of one level before they are merged into one of the next. */
const mergeCount = 8;

/**
 * The articles that are in no other segment yet: entries to be changed, and the segment they are searched and stored as.
 * Either is made of the other when it is asked for.
 */
export class Tail {
  private part: Part | null = null;

  private constructor(
    private known: readonly IndexEntry[] | null,
    private stored: Uint8Array | null,
  ) {}

  static of(entries: readonly IndexEntry[]): Tail {
    return new Tail(entries, null);
  }

  /** A segment as it was read from storage. */
  static opened(part: Part | null): Tail {
    const tail = new Tail(part ? null : [], null);
    tail.part = part;
    return tail;
  }

  get entries(): readonly IndexEntry[] {
    this.known ??= this.part ? entriesOf(this.part) : [];
    return this.known;
  }

  /** To be written; null when there are no articles. */
  get bytes(): Uint8Array | null {
    if (!this.stored && this.entries.length > 0) this.stored = buildSegment(this.entries);
    return this.stored;
  }

  get segments(): Part[] {
    if (!this.part && this.bytes) this.part = openPart(tailName, 0, this.bytes);
    return this.part ? [this.part] : [];
  }
}

/** What the index holds in memory once it is loaded. Changed by making another one, so that readers keep theirs. */
export interface IndexContents {
  parts: Part[];
  tail: Tail;
  next: number;
  rebuild: IndexState;
}

/** An index that is being changed. */
export type ChangingIndex = Omit<IndexContents, 'tail'> & { tail: IndexEntry[] };

export type Write = [key: string, bytes: Uint8Array | null];

export const copyOf = (index: IndexContents): ChangingIndex => ({
  ...index,
  parts: [...index.parts],
  tail: [...index.tail.entries],
});

export const contentsOf = (index: ChangingIndex): IndexContents => ({ ...index, tail: Tail.of(index.tail) });

export const allParts = ({ parts, tail }: IndexContents): Part[] => [...parts, ...tail.segments];

/** Takes an article out, wherever it is. */
export function removeFrom(index: ChangingIndex, id: ArticleId): void {
  const inTail = index.tail.findIndex((entry) => entry.id === id);
  if (inTail >= 0) index.tail.splice(inTail, 1);
  index.parts = index.parts.map((part) => withoutArticle(part, id));
}

function withoutArticle(part: Part, id: ArticleId): Part {
  const position = part.ids.find(id);
  if (position < 0 || part.removed?.has(position)) return part;
  return { ...part, removed: new Set(part.removed).add(position) };
}

/** Turns the tail into segments while it holds `least` articles or more; returns what is to be written. */
export function flushTail(index: ChangingIndex, least: number): Write[] {
  const writes: Write[] = [];
  while (index.tail.length > 0 && index.tail.length >= least) {
    const bytes = buildSegment(index.tail.splice(0, tailArticles));
    const name = String(index.next++);
    index.parts.push(openPart(name, 0, bytes));
    writes.push([segmentKey(name), bytes]);
  }
  return writes;
}

/** The tail and the manifest, as they are to be written with any change. */
export const stateWrites = (index: IndexContents): Write[] => [
  [segmentKey(tailName), index.tail.bytes],
  ...manifestWrites(index),
];

export const manifestWrites = (index: IndexContents): Write[] => [
  manifestEntry({ ...index, hasTail: index.tail.segments.length > 0 }),
];

/** The segments to merge next: eight of one level, or one that is more than half removed articles. */
export function mergeDue(index: IndexContents): Part[] | null {
  const hollow = index.parts.find((part) => (part.removed?.size ?? 0) * 2 > part.segment.articles);
  if (hollow) return [hollow];
  const levels = [...new Set(index.parts.map((part) => part.level))].sort((left, right) => left - right);
  for (const level of levels) {
    const alike = index.parts.filter((part) => part.level === level);
    if (alike.length >= mergeCount) return alike.slice(0, mergeCount);
  }
  return null;
}

/**
 * Puts a merged segment in the place of those it was made from. Articles removed while the merge ran are removed
 * from it too. Null when the parts are gone, which is so after a rebuild.
 */
export function withMerged(
  index: IndexContents,
  due: readonly Part[],
  bytes: Uint8Array,
): IndexContents | null {
  const current = due.map((part) => index.parts.find((one) => one.name === part.name));
  if (current.includes(undefined)) return null;
  let merged = openPart(String(index.next), due[0]!.level + (due.length > 1 ? 1 : 0), bytes);
  current.forEach((part, at) => {
    for (const position of part?.removed ?? []) {
      if (!due[at]!.removed?.has(position)) merged = withoutArticle(merged, part!.ids.at(position));
    }
  });
  const names = new Set(due.map((part) => part.name));
  const place = index.parts.findIndex((part) => names.has(part.name));
  const parts = index.parts.filter((part) => !names.has(part.name));
  if (merged.segment.articles > 0) parts.splice(place, 0, merged);
  return { ...index, parts, next: index.next + 1 };
}
