import type { Article, ArticleId } from '../model/article';
import { type Token, termOf, tokens } from '../text/words';
import { dayNumber, type EventDays, eventDays } from './event-days';
import { hashOf, joinHashes } from './hash';
import { namesIn } from './names';
import { plainNumber } from './plain-number';
import { type TermVector, vectorOf } from './vector';

/** What of an article takes part in matching, counted once. Weights come later, from the store's statistics. */
export interface Profile {
  article: ArticleId;
  language: string;
  host: string;
  /** Publication day since 1970, or null when undated or impossible. */
  day: number | null;
  /** Stems of headline and text; the headline counts twice more, the opening once more. */
  terms: TermVector;
  headline: TermVector;
  /** Headline and the first 450 characters. */
  lead: TermVector;
  names: TermVector;
  leadNames: TermVector;
  /** Numbers of the text but years. */
  numbers: TermVector;
  /** Neighbouring content words. */
  wordPairs: TermVector;
  eventDays: EventDays;
  /** Headline with the outlet's own name cut off. */
  title: string;
}

/** News tells its event early; the tail of a long text is background and other stories. */
const wordLimit = 1_200;
const textLimit = 24_000;
const leadLength = 450;
const openingLength = 350;
const nameTextLength = 9_000;
const openingSentences = 12;

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
export function bareHeadline(headline: string, outlet: string): string {
  const cut = headline.replace(/\s+(?:[|»]|::)\s+.*$/, '');
  const dash = cut.match(/^(.{12,}?)\s+[-–—]\s+([^-–—]{3,60})$/);
  if (!dash) return cut;
  const tail = dash[2]!.toLowerCase();
  const named = outlet !== '' && (tail.includes(outlet.toLowerCase()) || outlet.toLowerCase().includes(tail));
  const mediaWord =
    /\b(?:news|tv|channel|wire|post|times|tribune|radio|weather|live|today|herald|journal)\b|\.\w{2,3}$/;
  return named || mediaWord.test(tail) ? dash[1]! : cut;
}

function sentenceCounter(text: string, words: Token[]): (token: number) => number {
  const positions: number[] = [];
  let sentence = 0;
  for (let at = 0; at < words.length; at++) {
    if (at > 0 && /[.!?。]["”’)\]]*\s|\n|。/.test(text.slice(words[at - 1]!.end, words[at]!.start + 1)))
      sentence++;
    positions.push(sentence);
  }
  return (token) => positions[token] ?? sentence;
}

function eventDaysOf(opening: string, language: string, published: number | null): EventDays {
  const words = tokens(opening, language, 500);
  const sentenceOf = sentenceCounter(opening, words);
  const inOpening = words.filter((_, at) => sentenceOf(at) < openingSentences);
  return eventDays(inOpening, sentenceOf, language, published);
}

function pairsOf(stems: string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < stems.length && at < 500; at++) count([`${stems[at]} ${stems[at + 1]}`], pairs);
  return pairs;
}

const pairHash = (pair: string): number => {
  const [first, second] = pair.split(' ');
  return joinHashes(hashOf(first ?? ''), hashOf(second ?? ''));
};

const usableDay = (day: number | null): number | null =>
  day !== null && day > 0 && day < 60_000 ? day : null;

/** Reads an article's profile. Bounded: at most 1,200 words of at most 24,000 characters are looked at. */
export function profileOf(article: Article): Profile {
  const language = article.language.value;
  const title = bareHeadline(article.headline.value, article.outlet.value).slice(0, 400);
  const text = article.text.slice(0, textLimit);
  const words = tokens(text, language, wordLimit);
  const titleWords = tokens(title, language);
  const stem = (token: Token) => termOf(plainNumber(token.word), language);
  const stems = words.map(stem);
  const titleStems = titleWords.map(stem);
  const within = (limit: number) => stems.filter((_, at) => words[at]!.end <= limit);
  const terms = count(within(openingLength), count(titleStems, count(stems), 2));
  const numbers = words
    .map((token) => plainNumber(token.word))
    .filter((word) => /\d/.test(word) && !isYear(word));
  const nameWords = words.filter((token) => token.end <= nameTextLength);
  const names = namesIn(text, nameWords);
  const leadText = `${title}.\n${text.slice(0, 600)}`;
  const leadNames = new Map(
    [...namesIn(leadText, tokens(leadText, language))].map(([name]) => [name, 1] as const),
  );
  const day = usableDay(dayNumber(article.published?.value.day));
  return {
    article: article.id,
    language,
    host: article.host,
    day,
    terms: vectorOf(terms, hashOf),
    headline: vectorOf(count(titleStems), hashOf),
    lead: vectorOf(count(within(leadLength), count(titleStems)), hashOf),
    names: vectorOf(names, hashOf),
    leadNames: vectorOf(leadNames, hashOf),
    numbers: vectorOf(count(numbers), hashOf),
    wordPairs: vectorOf(pairsOf([...titleStems, ...stems].filter((term) => term !== '')), pairHash),
    eventDays: eventDaysOf(`${title}.\n${text.slice(0, 4_000)}`, language, day),
    title,
  };
}
