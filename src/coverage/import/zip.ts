import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough } from 'fflate';

/** A file inside a zip, its bytes arriving while the zip is read. */
export interface ZipEntry {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** A queue of chunks between a pusher and a puller. */
class Channel implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];
  #wake: () => void = () => {};
  #ended = false;
  #isLeft = false;
  #error: Error | null = null;

  push(chunk: Uint8Array): void {
    if (chunk.byteLength > 0 && !this.#isLeft) this.#chunks.push(chunk);
    this.#wake();
  }

  /** Nobody reads on: what still comes is dropped, or a file that unpacks to gigabytes would pile up here. */
  leave(): void {
    this.#isLeft = true;
    this.#chunks.length = 0;
  }

  end(error: Error | null = null): void {
    this.#ended = true;
    this.#error = error;
    this.#wake();
  }

  get isEnded(): boolean {
    return this.#ended;
  }

  get waiting(): number {
    return this.#chunks.length;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = this.#chunks.shift();
      if (next) yield next;
      else if (this.#error) throw this.#error;
      else if (this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

/**
 * Files of a zip in their order, streamed. `wanted` chooses by name; the others are passed over. The zip is fed no
 * faster than its entries are read, so a large one costs little memory.
 */
export async function* zipEntries(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
): AsyncGenerator<ZipEntry> {
  const found: { name: string; channel: Channel }[] = [];
  const unzip = new Unzip((file: UnzipFile) => {
    if (!wanted(file.name)) return;
    const channel = new Channel();
    file.ondata = (error, data, final) => {
      if (error) return channel.end(error);
      channel.push(data);
      if (final) channel.end();
    };
    found.push({ name: file.name, channel });
    try {
      file.start();
    } catch {
      channel.end(new Error('a way of packing that is not known'));
    }
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const source = chunks[Symbol.asyncIterator]();
  let isOver = false;
  const feed = async (): Promise<void> => {
    const { done, value } = await source.next();
    isOver = Boolean(done);
    unzip.push(value ?? new Uint8Array(), isOver);
  };
  while (!isOver || found.length > 0) {
    const next = found.shift();
    if (!next) await feed();
    else {
      yield { name: next.name, chunks: pumped(next.channel, () => (isOver ? null : feed())) };
      next.channel.leave();
    }
  }
  for (const { channel } of found) channel.end(new Error('the zip ended early'));
}

/** The chunks of a channel, with the zip read on whenever none is waiting. */
async function* pumped(channel: Channel, feed: () => Promise<void> | null): AsyncGenerator<Uint8Array> {
  const iterator = channel[Symbol.asyncIterator]();
  for (;;) {
    while (channel.waiting === 0) {
      const feeding = feed();
      if (!feeding) break;
      await feeding;
      if (channel.isEnded) break;
    }
    if (channel.waiting === 0 && !channel.isEnded) channel.end(new Error('the zip ended early'));
    const { done, value } = await iterator.next();
    if (done) return;
    yield value;
  }
}
