import background from '../../src/match/data/background-frequencies.json';
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

export const articlesPerEvent = 8;
const eventWords = 14;
/** General words that an event is about: each of its reports uses most of them. */
const subjectWords = 30;
/** Words beyond the table that turn up now and then: names and terms of all the other events there ever were. */
const rareWords = 300_000;
const firstEventWord = 1_000_000;

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** The commonest first. */
const counted = Object.entries(background.stems)
  .reverse()
  .flatMap(([articles, used]) => used.split(' ').map((stem) => [stem, Number(articles)] as const));
const frequencies = Object.fromEntries(counted);
const stems = Object.keys(frequencies);
const shares = Object.values(frequencies);
const bounds = new Float64Array(shares.length);
let whole = 0;
shares.forEach((share, at) => {
  whole += share;
  bounds[at] = whole;
});

/** A stem of general news, as often as news uses it. */
function generalWord(random: () => number): string {
  const wanted = random() * whole;
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return stems[low]!;
}

const subjects = new Map<number, string[]>();

function subjectOf(event: number): string[] {
  const known = subjects.get(event);
  if (known) return known;
  const random = randomNumbers(event + 7_000_000);
  const made = Array.from({ length: subjectWords }, () => stems[Math.floor(random() * stems.length)]!);
  subjects.clear();
  subjects.set(event, made);
  return made;
}

/**
 * An invented article, eight to an event: general words as often as news uses them, general words its event is about,
 * the event's names, and rare words by Zipf's law. There are no words in it that say nothing, so that 320 of them make
 * the work of a report of six hundred.
 */
export function inventedArticle(number: number, words = 320): Article {
  const random = randomNumbers(number + 1);
  const event = Math.floor(number / articlesPerEvent);
  const subject = subjectOf(event);
  const pick = (): string => {
    const kind = random();
    if (kind < 0.22)
      return capital(
        inventedWord(firstEventWord + event * eventWords + Math.floor(random() ** 2 * eventWords)),
      );
    if (kind < 0.5) return subject[Math.floor(random() ** 2 * subjectWords)]!;
    if (kind < 0.6) return inventedWord(Math.floor(rareWords ** random()));
    return generalWord(random);
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
