/** Distances of one byte; a first byte beyond begins one of two, and the last two first bytes one of three and four. */
export const shortDistances = 192;
export const mediumDistance = 254;
export const longDistance = 255;
const mediumDistances = shortDistances + (mediumDistance - shortDistances) * 2 ** 8;

/** Writes unsigned numbers as varints (7 bits a byte, low first) and raw bytes into a growing buffer. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private used = 0;

  private reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + count));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.used++] = value;
  }

  varint(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.bytes[this.used++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.used++] = rest;
  }

  /** The distance between two postings, most of them below 192: one to four bytes, read by `part.ts`. */
  distance(value: number): void {
    this.reserve(4);
    if (value < shortDistances) this.bytes[this.used++] = value;
    else if (value < mediumDistances) {
      const rest = value - shortDistances;
      this.bytes[this.used++] = shortDistances + (rest >> 8);
      this.bytes[this.used++] = rest & 0xff;
    } else {
      const long = value >= 2 ** 16;
      if (value >= 2 ** 24) throw new RangeError(`a distance of ${value}`);
      this.bytes[this.used++] = long ? longDistance : mediumDistance;
      this.bytes[this.used++] = value & 0xff;
      this.bytes[this.used++] = (value >> 8) & 0xff;
      if (long) this.bytes[this.used++] = value >> 16;
    }
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  get length(): number {
    return this.used;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.used);
  }
}

/** The bytes were cut short or are not what they claim to be. */
export class DamagedBytes extends Error {
  override name = 'DamagedBytes';
}

/** Reads what `ByteWriter` wrote. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    public position = 0,
  ) {}

  byte(): number {
    if (this.position >= this.bytes.length) throw new DamagedBytes('ended early');
    return this.bytes[this.position++]!;
  }

  varint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new DamagedBytes('a number too long');
  }

  raw(count: number): Uint8Array {
    if (this.position + count > this.bytes.length) throw new DamagedBytes('ended early');
    this.position += count;
    return this.bytes.subarray(this.position - count, this.position);
  }
}
