import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Article } from '../model/article';

/** The first 20 hexadecimal digits of SHA-256. */
export const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 20);

/** JSON with the keys in order, so that equal data gives equal text wherever it comes from. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  );
}

/** What a version of an article is about: saving the same headline and text again makes no version. */
export const textHash = (article: Article): string => digest(`${article.headline.value}\n${article.text}`);

/**
 * Everything analysis may look at, which is all but where and when the article was captured. It is asked for whole
 * stories before the first row: by the platform, which is many times faster than `digest` and needs to be waited for.
 */
export async function contentHash(article: Article): Promise<string> {
  const { captured: _captured, address: _address, ...content } = article;
  const hash = await crypto.subtle.digest('SHA-256', utf8ToBytes(canonicalJson(content)) as BufferSource);
  return bytesToHex(new Uint8Array(hash)).slice(0, 20);
}
