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
  const parts = value
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    bits |= bitsOfWord.get(part) ?? 0;
    const next = parts[index + 1];
    if (next) bits |= bitsOfWord.get(part + next) ?? 0;
  }
  if (known.size > knownLimit) known.clear();
  known.set(value, bits);
  return bits;
}
