import type { Span } from '../model/article';
import { sizeAt, wordEnd } from './character-classes';
import { foldWord } from './fold';
import { stem } from './stem';
import { stopWords } from './stop-words';

/** One word and where it stands. `word` is folded: lower case, no accents, digits in ASCII. */
export interface Token extends Span {
  word: string;
}

export { foldWord } from './fold';

/** Scripts that write words without blanks between them. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A page may declare a tag that is none ("english"): cut by the rules that hold everywhere.
    made = new Intl.Segmenter('en', { granularity: 'word' });
  }
  segmenters.set(language, made);
  return made;
}

/** Letters and digits of the Latin script up to U+024F, with the punctuation and currency signs texts in it use. */
const beyondLatin = /[\u0250-\u1fff\u2070-\u209f\u20c0-\uffff]/;

/**
 * `wordEnd` for such texts, as a pattern: the engine has it compiled at the first article, where a loop of ours
 * is still interpreted.
 */
const latinWord =
  /[0-9²³¹¼-¾]+(?:[.,][0-9²³¹¼-¾]+)*|[A-Za-zªµºÀ-ÖØ-öø-ɏ][0-9²³¹¼-¾A-Za-zªµºÀ-ÖØ-öø-ɏ]*(?:['’][A-Za-zªµºÀ-ÖØ-öø-ɏ]+)*/g;

function latinTokens(text: string, limit: number): Token[] {
  const found: Token[] = [];
  latinWord.lastIndex = 0;
  while (found.length < limit) {
    const match = latinWord.exec(text);
    if (!match) break;
    const [raw] = match;
    found.push({ start: match.index, end: match.index + raw.length, word: foldWord(raw) });
  }
  return found;
}

/**
 * The words of a text with their offsets, at most `limit` of them. `Intl.Segmenter` cuts the scripts without
 * blanks; for the others it finds the same words as `wordEnd` at a tenth of the speed.
 */
export function tokens(text: string, language: string, limit = Number.POSITIVE_INFINITY): Token[] {
  return beyondLatin.test(text) ? anyTokens(text, language, limit) : latinTokens(text, limit);
}

function anyTokens(text: string, language: string, limit: number): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length && found.length < limit; ) {
    const end = wordEnd(text, at);
    if (end === at) {
      at += sizeAt(text, at);
      continue;
    }
    const raw = text.slice(at, end);
    if (!mayBeUnspaced(raw) || !unspaced.test(raw)) {
      found.push({ start: at, end, word: foldWord(raw) });
    } else {
      for (const part of segmenterFor(language).segment(raw)) {
        if (found.length >= limit) break;
        const start = at + part.index;
        found.push({ start, end: start + part.segment.length, word: foldWord(part.segment) });
      }
    }
    at = end;
  }
  return found;
}

/** Thai is the first of those scripts: below its code points the slow test by script is not needed. */
const firstUnspaced = 0x0e00;

const mayBeUnspaced = (word: string): boolean => {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) >= firstUnspaced) return true;
  return false;
};

/** Words met before, by language, so that a word is stemmed once and not at each of its uses. */
const stems = new Map<string, Map<string, string>>();
const rememberedWords = 60_000;

function remembered(language: string): Map<string, string> {
  const known = stems.get(language);
  if (known && known.size < rememberedWords) return known;
  const fresh = new Map<string, string>();
  stems.set(language, fresh);
  return fresh;
}

/** The word is one that says nothing about the event. */
export const isStopWord = (word: string, language: string): boolean => stopWords(language).has(word);

/**
 * What a word counts as when texts are compared: its stem, or '' for stop words and single letters.
 * Characters of unspaced scripts are words of their own, so one is enough there.
 */
export function termOf(word: string, language: string): string {
  const cache = remembered(language);
  const known = cache.get(word);
  if (known !== undefined) return known;
  const tooShort = word.length < 2 && !unspaced.test(word) && !/\d/.test(word);
  const term = tooShort || isStopWord(word, language) ? '' : stem(word, language);
  cache.set(word, term);
  return term;
}

/** The stems of a text in order, stop words left out. */
export function terms(text: string, language: string, limit = Number.POSITIVE_INFINITY): string[] {
  return tokens(text, language, limit)
    .map((token) => termOf(token.word, language))
    .filter((term) => term !== '');
}
