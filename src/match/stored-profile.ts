import type { ArticleId } from '../model/article';
import { ByteReader, ByteWriter, DamagedBytes } from './bytes';
import type { EventDays } from './event-days';
import { checksumOf } from './hash';
import type { Profile } from './profile';
import type { SalientTerms } from './salient-terms';
import { type HashVector, lengthOf, type NameVector, pairVectorOf, type TermVector } from './vector';

/**
 * A profile as it lies in storage, so that a worker just started need not read sixty articles word by word:
 *
 *   checksum (4 bytes, of all that follows) · rules (4) · terms (4) · term hashes (4 each), ascending ·
 *   language · host · day · counts of the terms · salient terms · headline · lead · names · names of the lead ·
 *   numbers · content words in order · days named
 *
 * What consists of terms refers to them by position. The words themselves are not kept: reasons are given in the words
 * of the article being read. Numbers of four bytes are little-endian, as in every machine a browser runs on.
 */
const headerLength = 12;

const wordsOf = (vector: HashVector): Map<number, number> => {
  const positions = new Map<number, number>();
  vector.keys.forEach((key, at) => {
    positions.set(key, at);
  });
  return positions;
};

const none = 0;
const spelledOut = 1;
const firstPosition = 2;

const utf8 = new TextEncoder();

class ProfileWriter extends ByteWriter {
  constructor(private readonly positions: ReadonlyMap<number, number>) {
    super();
  }

  text(text: string): void {
    const bytes = utf8.encode(text);
    this.varint(bytes.length);
    this.raw(bytes);
  }

  key(key: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((key >>> shift) & 0xff);
  }

  /** A term by its position, or spelled out where the profile's terms do not hold it; 0 is no term. */
  term(key: number): void {
    const position = this.positions.get(key);
    if (key === 0) this.varint(none);
    else if (position !== undefined) this.varint(position + firstPosition);
    else {
      this.varint(spelledOut);
      this.key(key);
    }
  }

  counted(vector: HashVector): void {
    this.varint(vector.keys.length);
    vector.keys.forEach((key, at) => {
      this.term(key);
      this.varint(vector.weights[at]!);
    });
  }

  names(names: NameVector): void {
    this.varint(names.keys.length);
    let part = 0;
    names.keys.forEach((key, at) => {
      this.key(key);
      this.varint(names.weights[at]!);
      this.varint(names.partEnds[at]! - part);
      while (part < names.partEnds[at]!) this.term(names.parts[part++]!);
    });
  }

  salient({ keys, weights }: SalientTerms): void {
    this.varint(keys.length);
    keys.forEach((key, at) => {
      this.term(key);
      this.byte(weights[at]!);
    });
  }

  days(days: ReadonlyMap<number, number>): void {
    this.varint(days.size);
    const weight = new Uint8Array(4);
    for (const [day, share] of days) {
      this.varint(day < 0 ? -2 * day - 1 : 2 * day);
      new DataView(weight.buffer).setFloat32(0, share);
      this.raw(weight);
    }
  }
}

/** @param rules version of everything a profile depends on */
export function writeProfile(profile: Profile, rules: number): Uint8Array {
  const { terms, eventDays } = profile;
  const writer = new ProfileWriter(wordsOf(terms));
  writer.text(profile.language);
  writer.text(profile.host);
  writer.varint(profile.day ?? 0);
  for (const count of terms.weights) writer.varint(count);
  writer.salient(profile.salient);
  writer.counted(profile.headline);
  writer.counted(profile.lead);
  writer.names(profile.names);
  writer.names(profile.leadNames);
  writer.counted(profile.numbers);
  writer.varint(profile.wordPairs.sequence.length);
  for (const term of profile.wordPairs.sequence) writer.term(term);
  for (const days of [eventDays.days, eventDays.weekdays, eventDays.monthDays]) writer.days(days);
  const body = writer.done();
  const whole = new Uint8Array(headerLength + 4 * terms.keys.length + body.length);
  const view = new DataView(whole.buffer);
  view.setUint32(4, rules, true);
  view.setUint32(8, terms.keys.length, true);
  terms.keys.forEach((key, at) => {
    view.setUint32(headerLength + 4 * at, key, true);
  });
  whole.set(body, whole.length - body.length);
  view.setUint32(0, checksumOf(whole.subarray(4)), true);
  return whole;
}

class ProfileReader extends ByteReader {
  constructor(
    bytes: Uint8Array,
    position: number,
    private readonly keys: Uint32Array,
  ) {
    super(bytes, position);
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.varint()));
  }

  key(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }

  term(): number {
    const reference = this.varint();
    if (reference >= firstPosition) return this.keys[reference - firstPosition]!;
    return reference === spelledOut ? this.key() : 0;
  }

  counted(): TermVector {
    const count = this.varint();
    const keys = new Uint32Array(count);
    const weights = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      keys[at] = this.term();
      weights[at] = this.varint();
    }
    return { keys, weights, words: [], length: lengthOf(weights) };
  }

  names(): NameVector {
    const count = this.varint();
    const keys = new Uint32Array(count);
    const weights = new Float32Array(count);
    const partEnds = new Uint32Array(count);
    const parts: number[] = [];
    for (let at = 0; at < count; at++) {
      keys[at] = this.key();
      weights[at] = this.varint();
      for (let left = this.varint(); left > 0; left--) parts.push(this.term());
      partEnds[at] = parts.length;
    }
    return { keys, weights, words: [], length: lengthOf(weights), parts: Uint32Array.from(parts), partEnds };
  }

  salient(): SalientTerms {
    const count = this.varint();
    const keys = new Uint32Array(count);
    const weights = new Uint8Array(count);
    for (let at = 0; at < count; at++) {
      keys[at] = this.term();
      weights[at] = this.byte();
    }
    return { keys, weights };
  }

  days(): Map<number, number> {
    const days = new Map<number, number>();
    for (let left = this.varint(); left > 0; left--) {
      const day = this.varint();
      const bytes = this.raw(4);
      const share = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0);
      days.set(day % 2 === 1 ? -(day + 1) / 2 : day / 2, share);
    }
    return days;
  }

  eventDays(): EventDays {
    return { days: this.days(), weekdays: this.days(), monthDays: this.days() };
  }
}

function bodyOf(article: ArticleId, reader: ProfileReader, keys: Uint32Array): Profile {
  const language = reader.text();
  const host = reader.text();
  const day = reader.varint();
  const weights = new Float32Array(keys.length);
  for (let at = 0; at < keys.length; at++) weights[at] = reader.varint();
  const terms = { keys, weights, words: [], length: lengthOf(weights) };
  const salient = reader.salient();
  const headline = reader.counted();
  const lead = reader.counted();
  const names = reader.names();
  const leadNames = reader.names();
  const numbers = reader.counted();
  const sequence = new Uint32Array(reader.varint());
  for (let at = 0; at < sequence.length; at++) sequence[at] = reader.term();
  const eventDays = reader.eventDays();
  return {
    article,
    language,
    host,
    day: day === 0 ? null : day,
    terms,
    headline,
    lead,
    names,
    leadNames,
    numbers,
    wordPairs: pairVectorOf(sequence, sequence.length),
    eventDays,
    salient,
  };
}

/** The profile, or null when the bytes are damaged or of other rules: then it is made again from the article. */
export function readProfile(article: ArticleId, stored: Uint8Array, rules: number): Profile | null {
  if (stored.length < headerLength) return null;
  const view = new DataView(stored.buffer, stored.byteOffset, stored.length);
  if (view.getUint32(0, true) !== checksumOf(stored.subarray(4))) return null;
  if (view.getUint32(4, true) !== rules) return null;
  const count = view.getUint32(8, true);
  const end = headerLength + 4 * count;
  if (end > stored.length) return null;
  const keys = new Uint32Array(stored.slice(headerLength, end).buffer);
  try {
    return bodyOf(article, new ProfileReader(stored, end, keys), keys);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}
