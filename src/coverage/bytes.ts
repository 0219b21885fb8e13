/** The bytes of a stream in pieces. Whoever stops asking cancels the rest: it is never held. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** All pieces as one, or null as soon as they are longer than `limit` bytes; no more of them are then asked for. */
export async function bytesWithin(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.byteLength;
    if (length > limit) return null;
    kept.push(piece);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of kept) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}
