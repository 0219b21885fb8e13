/** FNV-1a over UTF-16 code units, 32 bits: Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Hash of two hashes in order. */
export const joinHashes = (first: number, second: number): number =>
  Math.imul(Math.imul(first ^ 0x9e3779b1, 0x85ebca6b) ^ second, 0xc2b2ae35) >>> 0;

/**
 * FNV-1a over words of four bytes and the bytes left over, 32 bits: tells a damaged record, not a forged one. A byte at
 * a time it took longer than all else about opening an index.
 */
export function checksumOf(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) {
    hash = Math.imul(hash ^ words[at]!, 0x01000193);
    // The product carries upwards only; without this the highest bits of a word would hardly count.
    hash ^= hash >>> 15;
  }
  for (let at = words.length << 2; at < aligned.length; at++)
    hash = Math.imul(hash ^ aligned[at]!, 0x01000193);
  return hash >>> 0;
}
