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
