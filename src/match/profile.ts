import type { Article, ArticleId } from '../model/article';
import { type Token, termOf, tokens } from '../text/words';
import { dayNumber, type EventDays, eventDays } from './event-days';
import { hashOf } from './hash';
import { namesIn } from './names';
import { plainNumber } from './plain-number';
import { type SalientTerms, salientTermsOf } from './salient-terms';
import { type NameVector, type PartVector, partOf, type TermVector, vectorOf } from './vector';

/** What of an article takes part in matching, counted once. Weights come later, from the store's statistics. */
export interface Profile {
  article: ArticleId;
  language: string;
  host: string;
  /** Publication day since 1970, or null when undated or impossible. */
  day: number | null;
  /** Stems of headline and text; the headline counts twice more, the opening once more. */
  terms: TermVector;
  headline: PartVector;
  /** Headline and the first 450 characters. */
  lead: PartVector;
  names: NameVector;
  leadNames: NameVector;
  /** Numbers of the text but years. */
  numbers: TermVector;
  /** Hashes of the content words in order. */
  sequence: Uint32Array;
  eventDays: EventDays;
  /** What the index keeps of it. */
  salient: SalientTerms;
}

/** News tells its event early; the tail of a long text is background and other stories. */
const wordLimit = 1_200;
const textLimit = 24_000;
const leadLength = 450;
const openingLength = 350;
const nameTextLength = 9_000;
const openingSentences = 12;
const openingWords = 500;
const pairLimit = 500;
const leadNameLength = 600;
/** A word used more often counts as used so often: a count fits in a byte where profiles are stored. */
const mostUses = 255;
const openingTextLength = 4_000;

const count = (
  words: Iterable<string>,
  into = new Map<string, number>(),
  weight = 1,
): Map<string, number> => {
  for (const word of words) if (word !== '') into.set(word, (into.get(word) ?? 0) + weight);
  return into;
};

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

/**
 * A headline without the outlet's own name behind a bar or dash ("Bridge falls | The Harbour Post"): the name
 * is on every page of that outlet and makes all of them alike.
 */
function bareHeadline(headline: string, outlet: string): string {
  const cut = headline.replace(/\s+(?:[|»]|::)\s+.*$/, '');
  const dash = cut.match(/^(.{12,}?)\s+[-–—]\s+([^-–—]{3,60})$/);
  if (!dash) return cut;
  const tail = dash[2]!.toLowerCase();
  const named = outlet !== '' && (tail.includes(outlet.toLowerCase()) || outlet.toLowerCase().includes(tail));
  const mediaWord =
    /\b(?:news|tv|channel|wire|post|times|tribune|radio|weather|live|today|herald|journal)\b|\.\w{2,3}$/;
  return named || mediaWord.test(tail) ? dash[1]! : cut;
}

/** The sentence each token stands in. */
function sentencesOf(text: string, words: readonly Token[]): number[] {
  let sentence = 0;
  return words.map((token, at) => {
    const end = at > 0 ? words[at - 1]!.end : 0;
    const blank = token.start - end === 1 && text.charCodeAt(end) === 0x20;
    if (at > 0 && !blank && /[.!?。]["”’)\]]*\s|\n|。/.test(text.slice(end, token.start + 1))) sentence++;
    return sentence;
  });
}

function eventDaysOf(
  text: string,
  words: readonly Token[],
  language: string,
  published: number | null,
): EventDays {
  const opening = words.slice(0, openingWords);
  const sentences = sentencesOf(text, opening);
  const first = opening.filter((_, at) => sentences[at]! < openingSentences);
  return eventDays(first, (at) => sentences[at] ?? 0, language, published);
}

const usableDay = (day: number | null): number | null =>
  day !== null && day > 0 && day < 60_000 ? day : null;

/** Words of the headline and of the text, cut from both written as one text, so that neither is read twice. */
function wordsOf(title: string, text: string, language: string) {
  const whole = `${title}.\n${text}`;
  const all = tokens(whole, language, wordLimit + title.length);
  const begin = all.findIndex((token) => token.start >= title.length);
  const titleLength = begin < 0 ? all.length : begin;
  const words = all.slice(0, titleLength + wordLimit);
  const from = title.length + 2;
  /** Words of the text within its first characters; those of the headline come before them in `words`. */
  const within = (limit: number): number => {
    let end = words.length;
    while (end > titleLength && words[end - 1]!.end > from + limit) end--;
    return end;
  };
  return { whole, words, titleLength, within };
}

/** Names with the terms they consist of: what a name weighs is what its words weigh. */
function nameVectorOf(names: ReadonlyMap<string, number>, language: string): NameVector {
  const vector = vectorOf(names, hashOf);
  const parts: number[] = [];
  const partEnds = vector.words.map((name) => {
    for (const word of name.split(' ')) {
      const term = termOf(word, language);
      parts.push(term === '' ? 0 : hashOf(term));
    }
    return parts.length;
  });
  return { ...vector, parts: Uint32Array.from(parts), partEnds: Uint32Array.from(partEnds) };
}

/** Reads an article's profile. Bounded: at most 1,200 words of at most 24,000 characters are looked at. */
export function profileOf(article: Article): Profile {
  const language = article.language.value;
  const title = bareHeadline(article.headline.value, article.outlet.value).slice(0, 400);
  const { whole, words, titleLength, within } = wordsOf(title, article.text.slice(0, textLimit), language);
  const plain = words.map((token) => plainNumber(token.word));
  const all = plain.map((word) => termOf(word, language));
  const titleStems = all.slice(0, titleLength);
  const stems = all.slice(titleLength);
  const opening = all.slice(titleLength, within(openingLength));
  const numbers = plain.slice(titleLength).filter((word) => /\d/.test(word) && !isYear(word));
  const leadNames = namesIn(whole, words.slice(0, within(leadNameLength)));
  const day = usableDay(dayNumber(article.published?.value.day));
  const content = all.filter((term) => term !== '').slice(0, pairLimit + 1);
  const counts = count(opening, count(titleStems, count(stems), 2));
  for (const [stem, uses] of counts) if (uses > mostUses) counts.set(stem, mostUses);
  const terms = vectorOf(counts, hashOf);
  const names = namesIn(whole, words.slice(titleLength, within(nameTextLength)));
  return {
    article: article.id,
    language,
    host: article.host,
    day,
    terms,
    headline: partOf(terms, count(titleStems)),
    lead: partOf(terms, count(all.slice(titleLength, within(leadLength)), count(titleStems))),
    names: nameVectorOf(names, language),
    leadNames: nameVectorOf(new Map([...leadNames.keys()].map((name) => [name, 1])), language),
    numbers: vectorOf(count(numbers), hashOf),
    sequence: Uint32Array.from(content, hashOf),
    eventDays: eventDaysOf(whole, words.slice(0, within(openingTextLength)), language, day),
    salient: salientTermsOf(terms),
  };
}
