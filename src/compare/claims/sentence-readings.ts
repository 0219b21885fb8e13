import type { Article, ArticlePart, Span } from '../../model/article';
import { type QuotedRange, quotedRanges } from '../../text/quotation-marks';
import { sentencesIn } from '../../text/sentences';
import { foldTypography } from '../../text/typography';
import type { Language } from '../languages/language';
import { boundariesOf } from './clauses';
import { linkNames, type NameIndex } from './name-links';
import { entitiesIn, type NameContext } from './names';
import { verbGroupsIn } from './predicates';
import { quantitiesIn } from './quantities';
import { quotedTokens } from './quotations';
import type { SentenceReading } from './reading';
import { timesIn } from './times';
import { tokenise } from './tokens';

/** Everything read from an article before clauses and speakers are worked out. */
export interface ArticleReading {
  sentences: SentenceReading[];
  /** Quoted ranges by part. */
  quoted: Record<ArticlePart, QuotedRange[]>;
  names: NameIndex;
  /** ISO day that relative times are resolved against. */
  reference: string | null;
}

const dayLineWords =
  /\b(?:\p{L}+day|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|am|pm|gmt|utc|e[sd]?t|p[sd]?t|c[sed]+t|bst|ist|hrs|at|on|last|updated|published|posted|modified|the|st|nd|rd|th|by)\b|[\d\P{L}]+/giu;

/** "Published: 9 May 2021, updated 14:39 GMT": only a date and its labels. */
export const isDateLine = (sentence: string): boolean =>
  /\d/.test(sentence) && sentence.length < 120 && sentence.replace(dayLineWords, '').length <= 3;

interface Piece extends Span {
  part: ArticlePart;
  paragraph: number;
}

const pieces = (article: Article, until: number, rules: Parameters<typeof sentencesIn>[2]): Piece[] => {
  const headline = article.headline.value;
  const found: Piece[] = sentencesIn(headline, { start: 0, end: headline.length }, rules).map((span) => ({
    ...span,
    part: 'headline',
    paragraph: -1,
  }));
  article.paragraphs.forEach((paragraph, index) => {
    if (paragraph.start >= until) return;
    const range = { start: paragraph.start, end: Math.min(paragraph.end, until) };
    for (const span of sentencesIn(article.text, range, rules))
      found.push({ ...span, part: 'text', paragraph: index });
  });
  return found;
};

const isCapitalised = (sentence: SentenceReading): boolean => {
  const words = sentence.tokens.filter((token) => /^\p{L}/u.test(token.text) && token.text.length > 3);
  return (
    words.length > 0 &&
    words.filter((token) => /^\p{Lu}/u.test(token.text)).length / words.length > 0.6 &&
    words.length > 2
  );
};

const nameContextOf = (sentences: readonly SentenceReading[], language: Language): NameContext => {
  const inLowerCase = new Set<string>();
  const inCapitals = new Set<string>();
  for (const sentence of sentences) {
    sentence.tokens.forEach((token, at) => {
      if (/^\p{Ll}/u.test(token.text)) inLowerCase.add(token.text);
      else if (
        at > 0 &&
        !sentence.capitalised &&
        /^\p{Lu}/u.test(token.text) &&
        !/^["'(:—–.-]$/.test(sentence.tokens[at - 1]!.text)
      )
        inCapitals.add(token.text);
    });
  }
  const { months, weekdays } = language.calendar;
  const isCalendarWord = (lower: string): boolean =>
    Object.hasOwn(months, lower) || Object.hasOwn(weekdays, lower);
  return { names: language.names, inLowerCase, inCapitals, isCalendarWord };
};

/** Whether the clause around a token speaks of the future: its verb is planned and does not merely report. */
const futureAt =
  (sentence: SentenceReading, language: Language) =>
  (at: number): boolean => {
    let index = 0;
    while (index + 1 < sentence.groups.length && sentence.boundaries[index + 1]! <= at) index++;
    const group = sentence.groups[index];
    return group !== undefined && group.mood === 'planned' && !language.speech.sayVerbs.has(group.lemma);
  };

const readSlots = (sentence: SentenceReading, language: Language, reference: string | null): void => {
  const { tokens } = sentence;
  sentence.times = timesIn({
    tokens,
    calendar: language.calendar,
    numbers: language.numbers,
    reference,
    isFuture: futureAt(sentence, language),
  });
  const isTime = (at: number): boolean =>
    sentence.times.some((time) => time.grain !== 'vague' && at >= time.fromToken && at < time.toToken);
  sentence.quantities = quantitiesIn({ tokens, numbers: language.numbers, isTime }, sentence.capitalised);
};

/**
 * Sentences of an article with tokens, verb groups, times, quantities and names. Text from `until` on is not
 * read.
 */
export function readSentences(article: Article, language: Language, until: number): ArticleReading {
  const rules = {
    language: language.code,
    abbreviations: language.abbreviations,
    sentenceStarters: language.sentenceStarters,
  };
  const reference = article.published?.value.day ?? null;
  const quoted = {
    headline: quotedRanges(article.headline.value, [{ start: 0, end: article.headline.value.length }]),
    text: quotedRanges(
      article.text,
      article.paragraphs.filter((paragraph) => paragraph.start < until),
    ),
  };
  const folded = { headline: foldTypography(article.headline.value), text: foldTypography(article.text) };
  let nextRange = { headline: 0, text: 0 };
  const sentences = pieces(article, until, rules).map((piece, index): SentenceReading => {
    const tokens = language.tag(
      tokenise(folded[piece.part].slice(piece.start, piece.end), piece.start, language.abbreviations),
    );
    const groups = verbGroupsIn(tokens, language);
    const ranges = quoted[piece.part];
    while (nextRange[piece.part] < ranges.length && ranges[nextRange[piece.part]]!.end <= piece.start)
      nextRange = { ...nextRange, [piece.part]: nextRange[piece.part] + 1 };
    const near = ranges.slice(nextRange[piece.part], nextRange[piece.part] + 20);
    const sentence: SentenceReading = {
      ...piece,
      index,
      capitalised: false,
      tokens,
      groups,
      boundaries: boundariesOf(tokens, groups, language),
      times: [],
      quantities: [],
      entities: [],
      quoted: quotedTokens(
        tokens,
        near.map((range) => range.inner),
      ),
    };
    sentence.capitalised = isCapitalised(sentence);
    readSlots(sentence, language, reference);
    return sentence;
  });
  const context = nameContextOf(sentences, language);
  for (const sentence of sentences)
    sentence.entities = entitiesIn(sentence.tokens, sentence.capitalised, context);
  return { sentences, quoted, names: linkNames(sentences, language.names), reference };
}
