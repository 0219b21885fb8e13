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

/** FNV-1a over bytes, 32 bits: tells a damaged record, not a forged one. */
export function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
