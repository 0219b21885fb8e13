import type { ArticleId } from '../model/article';
import { writeIds } from './article-ids';
import { ByteReader, ByteWriter, DamagedBytes } from './bytes';
import { checksumOf } from './hash';
import type { IndexEntry } from './salient';

/**
 * An immutable shard of the inverted index, as it lies in storage:
 *
 *   checksum (4 bytes, of all that follows) · articles · terms · id bytes · ids · days (2 bytes each) ·
 *   for each term: hash as the distance from the one before, postings, their length in bytes ·
 *   for each term its postings: article as the distance from the one before, weight (1 byte)
 */
export interface Segment {
  articles: number;
  days: Uint16Array;
  /** Term hashes, ascending. */
  keys: Uint32Array;
  counts: Uint32Array;
  /** Where the postings of a term begin in `bytes`; one entry more than terms. */
  offsets: Uint32Array;
  bytes: Uint8Array;
  idBytes: Uint8Array;
}

/** Term, article and weight of a posting fit in one number of 53 bits, so that a typed array sorts postings. */
const weightRange = 2 ** 8;
const articleRange = 2 ** 13;

/** Lays articles down as one segment, at most 8,192 of them; larger ones come about by merging. */
export function buildSegment(entries: readonly IndexEntry[]): Uint8Array {
  if (entries.length > articleRange) throw new RangeError(`${entries.length} articles in a new segment`);
  const postings = new Float64Array(entries.reduce((sum, { keys }) => sum + keys.length, 0));
  let count = 0;
  entries.forEach(({ keys, weights }, article) => {
    for (let at = 0; at < keys.length; at++) {
      postings[count++] = (keys[at]! * articleRange + article) * weightRange + weights[at]!;
    }
  });
  postings.sort();
  const lists = new PostingLists();
  for (const posting of postings) {
    const keyAndArticle = Math.floor(posting / weightRange);
    lists.add(Math.floor(keyAndArticle / articleRange), keyAndArticle % articleRange, posting % weightRange);
  }
  return encodeSegment(
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.day),
    lists,
  );
}

/** Collects postings in order of term, then article. */
export class PostingLists {
  private readonly dictionary = new ByteWriter();
  private readonly lists = new ByteWriter();
  private key = 0;
  private previousKey = 0;
  private count = 0;
  private start = 0;
  private previousArticle = 0;
  private terms = 0;

  add(key: number, article: number, weight: number): void {
    if (this.count === 0 || key !== this.key) {
      this.endTerm();
      this.key = key;
    }
    this.lists.varint(article - this.previousArticle);
    this.lists.byte(weight);
    this.previousArticle = article;
    this.count++;
  }

  private endTerm(): void {
    if (this.count === 0) return;
    this.dictionary.varint(this.key - this.previousKey);
    this.dictionary.varint(this.count);
    this.dictionary.varint(this.lists.length - this.start);
    this.previousKey = this.key;
    this.start = this.lists.length;
    this.previousArticle = 0;
    this.count = 0;
    this.terms++;
  }

  done(): { terms: number; dictionary: Uint8Array; lists: Uint8Array } {
    this.endTerm();
    return { terms: this.terms, dictionary: this.dictionary.done(), lists: this.lists.done() };
  }
}

/** The bytes of a segment from its parts. */
export function encodeSegment(
  ids: readonly ArticleId[],
  days: readonly number[],
  postings: PostingLists,
): Uint8Array {
  const { terms, dictionary, lists } = postings.done();
  const idBytes = writeIds(ids);
  const body = new ByteWriter();
  body.varint(ids.length);
  body.varint(terms);
  body.varint(idBytes.length);
  body.raw(idBytes);
  for (const day of days) {
    body.byte(day & 0xff);
    body.byte(day >>> 8);
  }
  body.raw(dictionary);
  body.raw(lists);
  const written = body.done();
  const sum = checksumOf(written);
  const whole = new Uint8Array(written.length + 4);
  new DataView(whole.buffer).setUint32(0, sum);
  whole.set(written, 4);
  return whole;
}

/** Opens a stored segment. Throws `DamagedBytes` when the checksum or the structure is wrong. */
export function openSegment(stored: Uint8Array): Segment {
  if (stored.length < 4) throw new DamagedBytes('no checksum');
  const expected = new DataView(stored.buffer, stored.byteOffset, 4).getUint32(0);
  const bytes = stored.subarray(4);
  if (checksumOf(bytes) !== expected) throw new DamagedBytes('checksum differs');
  const reader = new ByteReader(bytes);
  const articles = reader.varint();
  const terms = reader.varint();
  const idBytes = reader.raw(reader.varint());
  const days = new Uint16Array(articles);
  for (let at = 0; at < articles; at++) days[at] = reader.byte() | (reader.byte() << 8);
  const keys = new Uint32Array(terms);
  const counts = new Uint32Array(terms);
  const offsets = new Uint32Array(terms + 1);
  let key = 0;
  let offset = 0;
  for (let at = 0; at < terms; at++) {
    key += reader.varint();
    keys[at] = key;
    counts[at] = reader.varint();
    offsets[at] = offset;
    offset += reader.varint();
  }
  offsets[terms] = offset;
  const base = reader.position;
  if (base + offset !== bytes.length) throw new DamagedBytes('postings missing');
  return { articles, days, keys, counts, offsets: offsets.map((at) => at + base), bytes, idBytes };
}

/** Position of a term in a segment, -1 when it has none. */
export function findTerm(segment: Segment, key: number): number {
  let low = 0;
  let high = segment.keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = segment.keys[middle]!;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
