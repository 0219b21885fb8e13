import words from './data/class-words.json';

/** What the words in class and id attributes say about an element, as bits. */
export const hintNames = Object.keys(words.hints) as (keyof typeof words.hints)[];
export type HintName = keyof typeof words.hints;

export const hintBit = Object.fromEntries(hintNames.map((name, index) => [name, 1 << index])) as Record<
  HintName,
  number
>;

const bitsOfWord = new Map<string, number>();
for (const name of hintNames) {
  for (const word of words.hints[name]) bitsOfWord.set(word, (bitsOfWord.get(word) ?? 0) | hintBit[name]);
}

const longestWord = Math.max(...[...bitsOfWord.keys()].map((word) => word.length));

// Class values repeat thousands of times in a page; the table is bounded because pages can invent them.
const known = new Map<string, number>();
const knownLimit = 20_000;

/**
 * Hints in a class or id value. Words are split at hyphens, underscores, digits and capitals, so that
 * `ArticleBody-relatedLinks__3x` reads article, body, related, links.
 */
export function hintsIn(value: string): number {
  const before = known.get(value);
  if (before !== undefined) return before;
  let bits = 0;
  const parts = value.slice(0, 400).match(/[A-Z]+[a-z]*|[a-z]+/g) ?? [];
  let last = '';
  for (const written of parts) {
    const part = written.toLowerCase();
    bits |= bitsOfWord.get(part) ?? 0;
    // "read-more": two words that the list has as one.
    if (last !== '' && last.length + part.length <= longestWord) bits |= bitsOfWord.get(last + part) ?? 0;
    last = part;
  }
  if (known.size > knownLimit) known.clear();
  known.set(value, bits);
  return bits;
}
