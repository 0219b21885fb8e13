import type { Article } from '../model/article';
import { placeIn } from '../text/sorted';
import { stem } from '../text/stem';
import { tokens } from '../text/words';

/** FNV-1a, 32 bits. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    value ^= word.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Hashes of the stems of `text`, each once, ascending. */
export function wordHashes(text: string, language: string): Uint32Array {
  const found = new Set<number>();
  for (const { word } of tokens(text, language)) found.add(hash(stem(word, language)));
  return Uint32Array.from(found).sort();
}

/** What a search for words looks at: headline, outlet, authors and text. */
export const articleHashes = (article: Article): Uint32Array =>
  wordHashes(
    [article.headline.value, article.outlet.value, ...article.authors.value, article.text].join('\n'),
    article.language.value,
  );

/** Whether every one of `wanted` is among `sorted`. */
export const containsAll = (sorted: Uint32Array, wanted: Uint32Array): boolean =>
  wanted.every((each) => placeIn(sorted, each) >= 0);
