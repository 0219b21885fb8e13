import type { ArticleId } from '../model/article';
import { ByteReader, ByteWriter, DamagedBytes } from './bytes';
import type { EventDays } from './event-days';
import { checksumOf } from './hash';
import type { Profile } from './profile';
import type { SalientTerms } from './salient-terms';
import type { NameVector, PartVector, TermVector } from './vector';

/**
 * A profile as it lies in storage, so that a worker just started need not read sixty articles word by word:
 *
 *   checksum (of all that follows) · rules · terms · content words · term hashes, ascending ·
 *   content words in order, as positions of terms (2 bytes each) · counts of the terms (1 byte each) ·
 *   language · host · day · salient terms · headline · lead · names · names of the lead · numbers · days named
 *
 * Numbers of the first line have four bytes, little-endian as in every machine a browser runs on. What consists of
 * terms refers to them by position. The words themselves are not kept: reasons are given in the words of the article
 * being read.
 */
const headerNumbers = 4;

const positionsOf = (vector: TermVector): Map<number, number> => {
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

  counted(vector: TermVector): void {
    this.varint(vector.keys.length);
    vector.keys.forEach((key, at) => {
      this.term(key);
      this.varint(vector.weights[at]!);
    });
  }

  part({ places, counts }: PartVector): void {
    this.varint(places.length);
    places.forEach((place, at) => {
      this.varint(place + firstPosition);
      this.varint(counts[at]!);
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
  const { terms, sequence, eventDays } = profile;
  const positions = positionsOf(terms);
  const writer = new ProfileWriter(positions);
  writer.text(profile.language);
  writer.text(profile.host);
  writer.varint(profile.day ?? 0);
  writer.salient(profile.salient);
  writer.part(profile.headline);
  writer.part(profile.lead);
  writer.names(profile.names);
  writer.names(profile.leadNames);
  writer.counted(profile.numbers);
  for (const days of [eventDays.days, eventDays.weekdays, eventDays.monthDays]) writer.days(days);
  const body = writer.done();
  const numbers = Uint32Array.from([0, rules, terms.keys.length, sequence.length, ...terms.keys]);
  const order = Uint16Array.from(sequence, (term) => positions.get(term)!);
  const whole = new Uint8Array(numbers.byteLength + order.byteLength + terms.keys.length + body.length);
  whole.set(new Uint8Array(numbers.buffer));
  whole.set(new Uint8Array(order.buffer), numbers.byteLength);
  whole.set(Uint8Array.from(terms.weights), numbers.byteLength + order.byteLength);
  whole.set(body, whole.length - body.length);
  new Uint32Array(whole.buffer, 0, 1)[0] = checksumOf(whole.subarray(4));
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
    return { keys, weights, words: [] };
  }

  part(): PartVector {
    const count = this.varint();
    const places = new Uint16Array(count);
    const counts = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      places[at] = this.varint() - firstPosition;
      counts[at] = this.varint();
    }
    return { places, counts };
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
    return { keys, weights, words: [], parts: Uint32Array.from(parts), partEnds };
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

function bodyOf(
  article: ArticleId,
  reader: ProfileReader,
  terms: TermVector,
  sequence: Uint32Array,
): Profile {
  const language = reader.text();
  const host = reader.text();
  const day = reader.varint();
  return {
    article,
    language,
    host,
    day: day === 0 ? null : day,
    terms,
    salient: reader.salient(),
    headline: reader.part(),
    lead: reader.part(),
    names: reader.names(),
    leadNames: reader.names(),
    numbers: reader.counted(),
    sequence,
    eventDays: reader.eventDays(),
  };
}

/** The profile, or null when the bytes are damaged or of other rules: then it is made again from the article. */
export function readProfile(article: ArticleId, stored: Uint8Array, rules: number): Profile | null {
  // Views of four bytes must begin at a multiple of four.
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  if (bytes.length < 4 * headerNumbers) return null;
  const [checksum, written, count, words] = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset,
    headerNumbers,
  ) as unknown as [number, number, number, number];
  if (checksum !== checksumOf(bytes.subarray(4)) || written !== rules) return null;
  const afterKeys = 4 * (headerNumbers + count);
  const afterOrder = afterKeys + 2 * words;
  if (afterOrder + count > bytes.length) return null;
  // Copies, so that a profile that is remembered holds on to nothing else.
  const keys = new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * headerNumbers, count).slice();
  const order = new Uint16Array(bytes.buffer, bytes.byteOffset + afterKeys, words);
  const weights = Float32Array.from(bytes.subarray(afterOrder, afterOrder + count));
  const terms = { keys, weights, words: [] };
  const sequence = new Uint32Array(words);
  for (let at = 0; at < words; at++) sequence[at] = keys[order[at]!]!;
  try {
    return bodyOf(article, new ProfileReader(bytes, afterOrder + count, keys), terms, sequence);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}
