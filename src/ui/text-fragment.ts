const wordLimit = 8;

/** Percent-encodes also what has a meaning inside a text directive: comma, hyphen and ampersand. */
const encode = (words: string): string =>
  encodeURIComponent(words).replaceAll('-', '%2D').replaceAll("'", '%27');

/**
 * An address that opens a page at a sentence (URL Fragment Text Directives). Long sentences are named by their
 * first and last words, because the whole must match within one block and pages split long runs with markup.
 */
export function addressAtSentence(address: string, sentence: string): string {
  const base = address.split('#')[0] ?? address;
  if (!/^https?:/i.test(base)) return base;
  const words = sentence.trim().split(/\s+/);
  if (words.length === 0 || words[0] === '') return base;
  if (words.length <= wordLimit * 2) return `${base}#:~:text=${encode(words.join(' '))}`;
  const start = words.slice(0, wordLimit).join(' ');
  const end = words.slice(-wordLimit).join(' ');
  return `${base}#:~:text=${encode(start)},${encode(end)}`;
}
