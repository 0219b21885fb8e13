import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai'];
const endings = ['n', 'r', 'l', 's', 't', 'd', 'm', 'ck'];

/** An invented word for a number, the same each time. */
export function inventedWord(number: number): string {
  let rest = number + 37;
  let word = '';
  do {
    word += onsets[rest % 16]! + vowels[(rest >> 4) % 8]!;
    rest >>= 7;
  } while (rest > 0);
  return word + endings[number % 8]!;
}

function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

const articlesPerEvent = 8;
const generalWords = 30_000;
const eventWords = 14;

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/**
 * An invented article: general words by Zipf's law, and the names and words of its event, eight articles to an event.
 * @param words length of the body
 */
export function inventedArticle(number: number, words = 320): Article {
  const random = randomNumbers(number + 1);
  const event = Math.floor(number / articlesPerEvent);
  const pick = (): string => {
    if (random() < 0.35)
      return capital(inventedWord(100_000 + event * eventWords + Math.floor(random() * eventWords)));
    return inventedWord(Math.floor(generalWords ** random()) - 1);
  };
  const sentence = (length: number): string => `${capital(Array.from({ length }, pick).join(' '))}.`;
  const paragraphs = Array.from({ length: Math.ceil(words / 32) }, () => `${sentence(16)} ${sentence(16)}`);
  const text = paragraphs.join('\n\n');
  let start = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length, kind: 'text' as const };
    start = span.end + 2;
    return span;
  });
  const host = `outlet-${number % 97}.test`;
  const { id, address } = identify(`https://${host}/news/${number}`, null);
  const day = new Date(Date.UTC(2030, 0, 1 + (event % 700))).toISOString().slice(0, 10);
  return {
    id,
    address,
    outlet: { value: `Outlet ${number % 97}`, source: 'meta' },
    host,
    headline: { value: Array.from({ length: 8 }, pick).join(' '), source: 'json-ld' },
    authors: { value: [], source: 'byline' },
    wireCredit: null,
    published: { value: { day, instant: null, offsetMinutes: null }, source: 'meta' },
    modified: null,
    language: { value: 'en', source: 'declared' },
    section: null,
    original: null,
    dateline: null,
    text,
    paragraphs: spans,
    links: [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: { state: 'whole', reasons: [] },
    wordCount: words,
    captured: { at: '2032-01-01T00:00:00Z', how: 'imported', reader: 'import' },
  };
}
