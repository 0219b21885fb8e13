import type { ArticleId } from '../model/article';
import { ByteReader, ByteWriter } from './bytes';

/** `a1-` and twenty hexadecimal digits, as `identify` makes them, fit in eleven bytes; anything else stays text. */
const identified = /^a(\d{1,2})-([0-9a-f]{20})$/;
const asText = 0;
const identifiedLength = 11;

/** Ids one after another. */
export function writeIds(ids: readonly ArticleId[]): Uint8Array {
  const writer = new ByteWriter();
  const encoder = new TextEncoder();
  for (const id of ids) {
    const match = identified.exec(id);
    if (match && Number(match[1]) > 0) {
      writer.byte(Number(match[1]));
      for (let at = 0; at < 20; at += 2) writer.byte(Number.parseInt(match[2]!.slice(at, at + 2), 16));
    } else {
      const bytes = encoder.encode(id);
      writer.byte(asText);
      writer.varint(bytes.length);
      writer.raw(bytes);
    }
  }
  return writer.done();
}

const hexadecimal = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

function readId(reader: ByteReader): ArticleId {
  const rule = reader.byte();
  if (rule === asText) return new TextDecoder().decode(reader.raw(reader.varint()));
  let digits = '';
  for (const byte of reader.raw(identifiedLength - 1)) digits += hexadecimal[byte];
  return `a${rule}-${digits}`;
}

/** Reads ids written by `writeIds` at their positions, without decoding the others. */
export class IdList {
  private offsets: Uint32Array | null = null;
  private readonly even: boolean;
  /** Ids read before: neighbours are asked for by many articles. */
  private readonly known: ArticleId[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    readonly count: number,
  ) {
    this.even = bytes.length === count * identifiedLength && this.allIdentified();
  }

  private allIdentified(): boolean {
    for (let at = 0; at < this.bytes.length; at += identifiedLength)
      if (this.bytes[at] === asText) return false;
    return true;
  }

  private offsetOf(position: number): number {
    if (this.even) return position * identifiedLength;
    if (!this.offsets) {
      const reader = new ByteReader(this.bytes);
      this.offsets = new Uint32Array(this.count);
      for (let at = 0; at < this.count; at++) {
        this.offsets[at] = reader.position;
        if (reader.byte() === asText) reader.raw(reader.varint());
        else reader.raw(identifiedLength - 1);
      }
    }
    return this.offsets[position]!;
  }

  at(position: number): ArticleId {
    this.known[position] ??= readId(new ByteReader(this.bytes, this.offsetOf(position)));
    return this.known[position];
  }

  /** Position of an id, -1 when it is not here. */
  find(id: ArticleId): number {
    const wanted = writeIds([id]);
    for (let position = 0; position < this.count; position++) {
      const start = this.offsetOf(position);
      let same = 0;
      while (same < wanted.length && this.bytes[start + same] === wanted[same]) same++;
      if (same === wanted.length) return position;
    }
    return -1;
  }

  all(): ArticleId[] {
    return Array.from({ length: this.count }, (_, position) => this.at(position));
  }
}
