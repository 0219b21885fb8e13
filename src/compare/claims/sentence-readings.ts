import type { Article, ArticlePart, Span } from '../../model/article';
import { type QuotedRange, quotedRanges } from '../../text/quotation-marks';
import { sentencesIn } from '../../text/sentences';
import { foldTypography } from '../../text/typography';
import type { Language } from '../languages/language';
import { boundariesOf } from './clauses';
import type { NameContext } from './name-context';
import { linkNames, type NameIndex } from './name-links';
import { entitiesIn } from './names';
import { verbGroupsIn } from './predicates';
import { quantitiesIn } from './quantities';
import { quotedCheck } from './quotations';
import type { SentenceReading } from './reading';
import { timesIn } from './times';
import { type RawToken, tokenise } from './tokens';

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
  /\b(?:\p{L}+day|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|am|pm|gmt|utc|e[sd]?t|p[sd]?t|c[sed]+t|bst|ist|hrs|at|on|last|updated|published|posted|modified|first|originally|the|st|nd|rd|th|by)\b|[\d\P{L}]+/giu;

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

/** A piece of text with its words, before the tagger has seen them. */
interface RawSentence extends Piece {
  words: RawToken[];
  capitalised: boolean;
}

const isCapitalised = (words: readonly RawToken[]): boolean => {
  const long = words.filter((word) => /^\p{L}/u.test(word.text) && word.text.length > 3);
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word.text)).length / long.length > 0.6;
};

/** "Harrow Goes After Dell As The New Ruel.": headline capitals on words no sentence capitalises inside. */
const hasCapitalFunctionWord = (words: readonly RawToken[], language: Language): boolean =>
  words.some(
    (word, at) =>
      at > 1 &&
      /^\p{Lu}\p{Ll}+$/u.test(word.text) &&
      language.grammar.stopWords.has(word.text.toLowerCase()) &&
      /\p{L}/u.test(words[at - 1]!.text),
  );

interface CaseContext extends NameContext {
  /** Words the article writes in lower case without their ending. */
  stems: ReadonlySet<string>;
}

const stemOf = (lower: string): string =>
  lower.length > 4 ? lower.replace(/(?:es|s|ed|d|ing|e)$/, '') : lower;

const nameContextOf = (sentences: readonly RawSentence[], language: Language): CaseContext => {
  const inLowerCase = new Set<string>();
  const inCapitals = new Set<string>();
  for (const { words, capitalised } of sentences) {
    words.forEach((word, at) => {
      if (/^\p{Ll}/u.test(word.text)) inLowerCase.add(word.text);
      else if (
        at > 0 &&
        !capitalised &&
        /^\p{Lu}/u.test(word.text) &&
        !/^["'(:—–.-]$/.test(words[at - 1]!.text)
      )
        inCapitals.add(word.text);
    });
  }
  const { months, weekdays } = language.calendar;
  const { vague, cardinals, multipliers } = language.numbers;
  const tables = [months, weekdays, vague, cardinals, multipliers];
  const isNoName = (lower: string): boolean => tables.some((table) => Object.hasOwn(table, lower));
  const stems = new Set([...inLowerCase].map(stemOf));
  return {
    names: language.names,
    inLowerCase,
    inCapitals,
    isNoName,
    isCommonWord: language.isCommonWord,
    stems,
  };
};

/**
 * Words of a headline as they would stand in a sentence: "Flood Destroys Bridge In Harrow" is read as "Flood
 * destroys bridge in Harrow". A word keeps its capital when the article capitalises it in running text, when
 * it is a nation, a day or an acronym, or when nothing is known of it.
 */
const recased = (sentence: RawSentence, context: CaseContext, language: Language): RawToken[] =>
  sentence.words.map((word) => {
    const lower = word.text.toLowerCase();
    if (!/^\p{Lu}/u.test(word.text) || context.inCapitals.has(word.text) || context.isNoName(lower))
      return word;
    if (language.names.nations.has(lower) || language.names.titles.has(lower)) return word;
    const acronym = /^[\p{Lu}.]{2,}$/u.test(word.text) && !context.inLowerCase.has(lower);
    const ordinary =
      context.inLowerCase.has(lower) || context.stems.has(stemOf(lower)) || language.isCommonWord(lower);
    return !acronym && ordinary ? { ...word, text: lower } : word;
  });

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
  const { calendar } = language;
  const rules = {
    language: language.code,
    abbreviations: language.abbreviations,
    sentenceStarters: language.sentenceStarters,
    saidForms: language.speech.saidForms,
    ordinalFollowers: new Set(calendar.dayWithStop ? Object.keys(calendar.months) : []),
    dayHalves: new Set([...calendar.morning, ...calendar.afternoon]),
    clockFollowers: new Set([
      ...Object.keys(calendar.months),
      ...Object.keys(calendar.weekdays),
      ...calendar.clockZones,
    ]),
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
  const raw = pieces(article, until, rules).map((piece): RawSentence => {
    const words = tokenise(
      folded[piece.part].slice(piece.start, piece.end),
      piece.start,
      language.abbreviations,
    );
    // A sentence of names ("The National Survey Office opened Monday.") ends like one; a heading does not.
    const headed =
      piece.part === 'headline' || !/[.?!]["')]?$/.test(folded.text.slice(piece.start, piece.end));
    return {
      ...piece,
      words,
      capitalised: (headed || hasCapitalFunctionWord(words, language)) && isCapitalised(words),
    };
  });
  const context = nameContextOf(raw, language);
  const inQuotes = { headline: quotedCheck(quoted.headline), text: quotedCheck(quoted.text) };
  const sentences = raw.map((piece, index): SentenceReading => {
    const tokens = language.tag(piece.capitalised ? recased(piece, context, language) : piece.words);
    const groups = verbGroupsIn(tokens, language);
    const sentence: SentenceReading = {
      index,
      part: piece.part,
      start: piece.start,
      end: piece.end,
      paragraph: piece.paragraph,
      capitalised: piece.capitalised,
      tokens,
      groups,
      boundaries: boundariesOf(tokens, groups, language),
      times: [],
      quantities: [],
      entities: [],
      quoted: inQuotes[piece.part](tokens),
    };
    readSlots(sentence, language, reference);
    sentence.entities = entitiesIn(tokens, piece.capitalised, context);
    return sentence;
  });
  return { sentences, quoted, names: linkNames(sentences, language.names), reference };
}
