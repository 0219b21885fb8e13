import type { Span } from '../model/article';
import { foldTypography } from './typography';

/** What the splitter must know of a language. Both sets hold lower-case words without full stops. */
export interface SentenceRules {
  /** BCP 47 primary tag for the platform's segmenter; unknown tags fall back to its root rules. */
  language: string;
  abbreviations: ReadonlySet<string>;
  sentenceStarters: ReadonlySet<string>;
  /** Words that follow an ordinal written with a full stop: the months of "8. Mai". */
  ordinalFollowers?: ReadonlySet<string>;
  /** Words that say which half of the day a clock means, with the stops inside them: "p.m". */
  dayHalves?: ReadonlySet<string>;
  /** Words that go on after such a half: the days, months and zones of "9 p.m. Friday", "11 p.m. ET". */
  clockFollowers?: ReadonlySet<string>;
  /** Forms of "say" that show a quotation goes on into its sentence: “Who came?” Dell said. */
  saidForms?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Rules for a language nothing is known of. */
export const plainRules: SentenceRules = { language: 'en', abbreviations: none, sentenceStarters: none };

const segmenters = new Map<string, Intl.Segmenter>();

const segmenterFor = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language);
  if (known) return known;
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  }
  segmenters.set(language, segmenter);
  return segmenter;
};

const lastWord = /(?:^|[\s("'–—-])([\p{L}\d.]+)\.$/u;
const firstWord = /^["'(\s]*([\p{L}]+)/u;
const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u;

/** “Who came?” Dell said: a question or cry in quotation marks, then at most three words and a verb of saying. */
const quotationGoesOn = (before: string, after: string, rules: SentenceRules): boolean => {
  if (!rules.saidForms || !/[?!]["']$/.test(before)) return false;
  const words = after.trimStart().split(/\s+/, 5);
  return words
    .slice(0, 4)
    .some(
      (word, at) =>
        rules.saidForms!.has(word.replace(/[.,:]+$/, '').toLowerCase()) &&
        words.slice(0, at).every((each) => !/[.?!]$/.test(each) || each.length < 5),
    );
};

/** Whether the segmenter broke after an abbreviation, an initial, or before a word in lower case. */
const isFalseBreak = (before: string, after: string, rules: SentenceRules): boolean => {
  if (/^["')\]]*\s*\p{Ll}/u.test(after) && !/[.?!…]["')\]]*$/.test(before)) return true;
  if (/^\p{Ll}/u.test(after)) return true;
  if (quotationGoesOn(before, after, rules)) return true;
  const word = lastWord.exec(before)?.[1];
  if (!word) return false;
  const follower = firstWord.exec(after)?.[1]?.toLowerCase() ?? '';
  if (/^\d{1,2}$/.test(word) && rules.ordinalFollowers?.has(follower)) return true;
  if (rules.dayHalves?.has(word.toLowerCase()) && rules.clockFollowers?.has(follower)) return true;
  const starts = rules.sentenceStarters.has(follower);
  if (initials.test(word)) return !(word.includes('.') && starts) && !/^\d/.test(word);
  if (!rules.abbreviations.has(word.toLowerCase().replace(/\.$/, ''))) return false;
  // "... of Vantor Inc. The company" ends; "Gen. The" does not occur.
  return !starts;
};

const trimmed = (text: string, start: number, end: number): Span | null => {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : null;
};

/**
 * Sentences of one range of a text (a paragraph), as offsets into `text`, without white space at the ends.
 * The platform's segmenter finds the breaks; breaks after abbreviations are undone.
 */
export function sentencesIn(text: string, range: Span, rules: SentenceRules = plainRules): Span[] {
  const folded = foldTypography(text.slice(range.start, range.end));
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenterFor(rules.language).segment(folded)) {
    const end = index + segment.length;
    const before = folded.slice(start, end).trimEnd();
    const after = folded.slice(end);
    // A stray closing mark belongs to the sentence before it.
    if (after !== '' && (isFalseBreak(before, after, rules) || /^["')\]]+(?:\s|$)/.test(after))) continue;
    const span = trimmed(text, range.start + start, range.start + end);
    if (span) spans.push(span);
    start = end;
  }
  const rest = trimmed(text, range.start + start, range.end);
  if (rest) spans.push(rest);
  return spans;
}
