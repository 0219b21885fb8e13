import type { ArticleId } from '../model/article';
import { ByteReader, ByteWriter } from './bytes';

/** `a1-` and twenty hexadecimal digits, as `identify` makes them: a rule and ten bytes. Anything else stays text. */
const identified = /^a([1-9]\d?)-([0-9a-f]{20})$/;
const digitBytes = 10;

/** In place of a rule: the id stays text; and at the head of a list: each id has its own rule. */
const asText = 0;
const mixed = 0;

function writeDigits(writer: ByteWriter, digits: string): void {
  for (let at = 0; at < digits.length; at += 2) writer.byte(Number.parseInt(digits.slice(at, at + 2), 16));
}

/** The rule that all ids are of, null when they are not. */
function commonRule(ids: readonly ArticleId[]): number | null {
  const rules = new Set(ids.map((id) => identified.exec(id)?.[1]));
  const [rule] = rules;
  return rules.size === 1 && rule !== undefined ? Number(rule) : null;
}

function writeMixed(writer: ByteWriter, id: ArticleId): void {
  const match = identified.exec(id);
  if (match) {
    writer.byte(Number(match[1]));
    writeDigits(writer, match[2]!);
    return;
  }
  const bytes = new TextEncoder().encode(id);
  writer.byte(asText);
  writer.varint(bytes.length);
  writer.raw(bytes);
}

/** Ids one after another: behind the rule of all of them, or each with its own. */
export function writeIds(ids: readonly ArticleId[]): Uint8Array {
  const writer = new ByteWriter();
  const rule = commonRule(ids);
  writer.byte(rule ?? mixed);
  for (const id of ids) {
    if (rule === null) writeMixed(writer, id);
    else writeDigits(writer, id.slice(-2 * digitBytes));
  }
  return writer.done();
}

const hexadecimal = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

function readId(reader: ByteReader, common: number): ArticleId {
  const rule = common === mixed ? reader.byte() : common;
  if (rule === asText) return new TextDecoder().decode(reader.raw(reader.varint()));
  let digits = '';
  for (const byte of reader.raw(digitBytes)) digits += hexadecimal[byte];
  return `a${rule}-${digits}`;
}

/** Reads ids written by `writeIds` at their positions, without decoding the others. */
export class IdList {
  private offsets: Uint32Array | null = null;
  private readonly rule: number;
  /** Ids read before: neighbours are asked for by many articles. */
  private readonly known: ArticleId[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    readonly count: number,
  ) {
    this.rule = bytes[0] ?? mixed;
  }

  private offsetOf(position: number): number {
    if (this.rule !== mixed) return 1 + position * digitBytes;
    if (!this.offsets) {
      const reader = new ByteReader(this.bytes, 1);
      this.offsets = new Uint32Array(this.count);
      for (let at = 0; at < this.count; at++) {
        this.offsets[at] = reader.position;
        if (reader.byte() === asText) reader.raw(reader.varint());
        else reader.raw(digitBytes);
      }
    }
    return this.offsets[position]!;
  }

  at(position: number): ArticleId {
    this.known[position] ??= readId(new ByteReader(this.bytes, this.offsetOf(position)), this.rule);
    return this.known[position];
  }

  /** Position of an id, -1 when it is not here. */
  find(id: ArticleId): number {
    if (this.rule !== mixed && commonRule([id]) !== this.rule) return -1;
    const written = writeIds([id]);
    // Behind the head; in a list of several rules the head stands for the id's own.
    const wanted = this.rule !== mixed || written[0] === mixed ? written.subarray(1) : written;
    if (this.rule !== mixed) return this.findDigits(wanted);
    for (let position = 0; position < this.count; position++) {
      if (this.standsAt(this.offsetOf(position), wanted)) return position;
    }
    return -1;
  }

  private standsAt(start: number, wanted: Uint8Array): boolean {
    let same = 0;
    while (same < wanted.length && this.bytes[start + same] === wanted[same]) same++;
    return same === wanted.length;
  }

  /**
   * An article that is not stored is looked for among all: the platform finds where one of its bytes stands. The last that
   * is not nought: numbers that were counted up are nought in front, and each of those noughts would be a find.
   */
  private findDigits(wanted: Uint8Array): number {
    const { bytes } = this;
    const sought = Math.max(
      0,
      wanted.findLastIndex((byte) => byte !== 0),
    );
    const byte = wanted[sought]!;
    for (let at = bytes.indexOf(byte, 1 + sought); at >= 0; at = bytes.indexOf(byte, at + 1)) {
      const start = at - sought;
      if ((start - 1) % digitBytes === 0 && this.standsAt(start, wanted)) return (start - 1) / digitBytes;
    }
    return -1;
  }

  all(): ArticleId[] {
    return Array.from({ length: this.count }, (_, position) => this.at(position));
  }
}
