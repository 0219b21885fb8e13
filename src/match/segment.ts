import type { ArticleId } from '../model/article';
import { writeIds } from './article-ids';
import { ByteReader, ByteWriter, DamagedBytes } from './bytes';
import { checksumOf } from './hash';
import type { IndexEntry } from './salient';
import { TermKeys, termKeyBytes, writeTermKeys } from './term-keys';

/**
 * An immutable shard of the inverted index, as it lies in storage:
 *
 *   checksum (of all that follows) · articles · terms · bytes of ids · bytes of the dictionary ·
 *   for each block of thirty-two terms: where its entries and its postings begin · term hashes (`term-keys.ts`) ·
 *   ids · dictionary: for each term its postings and their length in bytes, both in one where it is a single one ·
 *   for each term its postings: article as the distance from the one before (`ByteWriter.distance`),
 *   weight (1 byte)
 *
 * Numbers of the first two lines have four bytes, little-endian as in every machine a browser runs on, and are not
 * copied when a segment is opened: a worker just started reads of the dictionary what a query asks for.
 */
export interface Segment {
  articles: number;
  idBytes: Uint8Array;
  keys: TermKeys;
  /** Where each block's entries begin in `dictionary`. */
  entryStarts: Uint32Array;
  /** Where each block's postings begin in `lists`. */
  listStarts: Uint32Array;
  dictionary: Uint8Array;
  lists: Uint8Array;
}

const blockTerms = 32;
const headerNumbers = 5;

/** Bytes of the shortest posting: distance and weight. Lengths of lists are kept as what goes beyond. */
const leastPosting = 2;

/** An entry below this is the spare length of a single posting (its distance is one to four bytes); others are counts. */
const severalFrom = 4;

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
    lists,
  );
}

/** Collects postings in order of term, then article. */
export class PostingLists {
  readonly dictionary = new ByteWriter();
  readonly lists = new ByteWriter();
  readonly keys: number[] = [];
  readonly entryStarts: number[] = [];
  readonly listStarts: number[] = [];
  private key = 0;
  private count = 0;
  private start = 0;
  private previousArticle = 0;

  add(key: number, article: number, weight: number): void {
    if (this.count === 0 || key !== this.key) {
      this.endTerm();
      this.key = key;
    }
    this.lists.distance(article - this.previousArticle);
    this.lists.byte(weight);
    this.previousArticle = article;
    this.count++;
  }

  /** To be called after the last posting. */
  endTerm(): void {
    if (this.count === 0) return;
    if (this.keys.length % blockTerms === 0) {
      this.entryStarts.push(this.dictionary.length);
      this.listStarts.push(this.start);
    }
    this.keys.push(this.key);
    const spare = this.lists.length - this.start - leastPosting * this.count;
    // Most terms stand in one article: these take one byte.
    if (this.count === 1) this.dictionary.varint(spare);
    else {
      this.dictionary.varint(this.count + severalFrom - 2);
      this.dictionary.varint(spare);
    }
    this.start = this.lists.length;
    this.previousArticle = 0;
    this.count = 0;
  }
}

/** The bytes of a segment from its parts. */
export function encodeSegment(ids: readonly ArticleId[], postings: PostingLists): Uint8Array {
  postings.endTerm();
  const { keys, entryStarts, listStarts } = postings;
  const idBytes = writeIds(ids);
  const dictionary = postings.dictionary.done();
  const lists = postings.lists.done();
  const blocks = entryStarts.length;
  const numbers = new Uint32Array(headerNumbers + 2 * blocks);
  numbers.set([0, ids.length, keys.length, idBytes.length, dictionary.length]);
  numbers.set(entryStarts, headerNumbers);
  numbers.set(listStarts, headerNumbers + blocks);
  const pieces = [new Uint8Array(numbers.buffer), writeTermKeys(keys), idBytes, dictionary, lists];
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  new Uint32Array(whole.buffer, 0, 1)[0] = checksumOf(whole.subarray(4));
  return whole;
}

/** Opens a stored segment. Throws `DamagedBytes` when the checksum or the structure is wrong. */
export function openSegment(stored: Uint8Array): Segment {
  // Views of four bytes must begin at a multiple of four.
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  if (bytes.length < 4 * headerNumbers) throw new DamagedBytes('no header');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerNumbers);
  if (checksumOf(bytes.subarray(4)) !== header[0]) throw new DamagedBytes('checksum differs');
  const [, articles, terms, idLength, dictionaryLength] = header as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  const blocks = Math.ceil(terms / blockTerms);
  const numbers = (at: number, count: number) =>
    new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * (headerNumbers + at), count);
  const keys = 4 * (headerNumbers + 2 * blocks);
  const ids = keys + termKeyBytes(terms);
  const entries = ids + idLength;
  const lists = entries + dictionaryLength;
  if (lists > bytes.length) throw new DamagedBytes('postings missing');
  return {
    articles,
    idBytes: bytes.subarray(ids, entries),
    keys: new TermKeys(bytes.buffer, bytes.byteOffset + keys, terms),
    entryStarts: numbers(0, blocks),
    listStarts: numbers(blocks, blocks),
    dictionary: bytes.subarray(entries, lists),
    lists: bytes.subarray(lists),
  };
}

/** Where the postings of a term begin in a segment's lists, and how many there are. */
export interface PostingList {
  start: number;
  count: number;
}

/** Walks over the terms of a segment in order. */
export class TermCursor implements PostingList {
  key = 0;
  count = 0;
  start = 0;
  private next = 0;
  private readonly keys: Generator<number, void>;
  private readonly entries: ByteReader;

  constructor(segment: Segment) {
    this.keys = segment.keys.all();
    this.entries = new ByteReader(segment.dictionary);
  }

  /** Goes on to the next term; false after the last. */
  advance(): boolean {
    const { done, value } = this.keys.next();
    if (done) return false;
    this.key = value;
    const entry = this.entries.varint();
    this.count = entry < severalFrom ? 1 : entry - severalFrom + 2;
    const spare = entry < severalFrom ? entry : this.entries.varint();
    this.start = this.next;
    this.next += leastPosting * this.count + spare;
    return true;
  }
}

/**
 * Looks a term up; false when the segment has none of it. Thousands of terms are looked up in every segment for one
 * answer, so the entries of a block are decoded without making objects of them.
 */
export function findTerm(segment: Segment, key: number, found: PostingList): boolean {
  const at = segment.keys.positionOf(key);
  if (at < 0) return false;
  const { dictionary } = segment;
  const block = Math.floor(at / blockTerms);
  let position = segment.entryStarts[block]!;
  let start = segment.listStarts[block]!;
  let count = 0;
  let length = 0;
  for (let left = (at % blockTerms) + 1; left > 0; left--) {
    start += length;
    count = 0;
    for (;;) {
      let byte = dictionary[position++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = dictionary[position++]!;
        value |= (byte & 0x7f) << shift;
      }
      if (count === 0 && value >= severalFrom) {
        count = value - severalFrom + 2;
        continue;
      }
      if (count === 0) count = 1;
      length = leastPosting * count + value;
      break;
    }
  }
  found.start = start;
  found.count = count;
  return true;
}
