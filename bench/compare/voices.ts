import type { Article } from '../../src/model/article';

const shingleLength = 5;
const copyShare = 0.5;

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  for (let at = 0; at + shingleLength <= words.length; at += 1) {
    found.add(words.slice(at, at + shingleLength).join(' '));
  }
  return found;
}

/** Voice of each article: the first article whose text it repeats, by containment of five-word shingles. */
export function voicesOf(articles: readonly Article[]): string[] {
  const sets = articles.map(({ text }) => shingles(text));
  return articles.map((article, at) => {
    const original = sets.findIndex((set, other) => {
      if (other >= at) return false;
      const mine = sets[at]!;
      const common = [...mine].filter((shingle) => set.has(shingle)).length;
      return common / Math.max(1, Math.min(mine.size, set.size)) >= copyShare;
    });
    return (articles[original] ?? article).id;
  });
}
