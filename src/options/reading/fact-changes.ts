import type { Article } from '../../model/article';

export interface SentenceChange {
  before: string;
  after: string;
}

/** What changed between two saved versions of one article. */
export interface FactChanges {
  headline: SentenceChange | null;
  authors: SentenceChange | null;
  published: SentenceChange | null;
  /** Correction and update notices that were not there before. */
  notes: string[];
  /** Sentences that stayed but for a number, day or name. */
  facts: SentenceChange[];
  /** Sentences that are new, gone, or merely worded anew. */
  added: string[];
  removed: string[];
  reworded: number;
}

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];

function sentencesOf(article: Article): string[] {
  const segmenter = new Intl.Segmenter(article.language.value || 'en', { granularity: 'sentence' });
  return article.paragraphs.flatMap(({ start, end }) =>
    [...segmenter.segment(article.text.slice(start, end))]
      .map(({ segment }) => segment.trim())
      .filter(Boolean),
  );
}

/** Share of words two sentences have in common (Dice coefficient over word sets). */
function likeness(left: string, right: string): number {
  const one = new Set(wordsOf(left.toLowerCase()));
  const other = new Set(wordsOf(right.toLowerCase()));
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Whether the words that changed carry a fact: a digit, or a capital inside the sentence. */
function changesFact(before: string, after: string): boolean {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const changed = [
    ...one.filter((word, index) => index > 0 && !other.includes(word)),
    ...other.filter((word, index) => index > 0 && !one.includes(word)),
  ];
  const numbers = (words: string[]) => words.filter((word) => /\p{N}/u.test(word)).join(' ');
  return numbers(one) !== numbers(other) || changed.some((word) => /^\p{Lu}/u.test(word));
}

const sameSentence = 0.55;

/** Pairs each sentence that is gone with the new one most like it. */
function pairSentences(
  gone: string[],
  fresh: string[],
): { pairs: SentenceChange[]; added: string[]; removed: string[] } {
  const pairs: SentenceChange[] = [];
  const left = [...fresh];
  const removed: string[] = [];
  for (const before of gone) {
    const scores = left.map((after) => likeness(before, after));
    const best = scores.indexOf(Math.max(...scores));
    const after = left[best];
    if (after !== undefined && (scores[best] ?? 0) >= sameSentence) {
      pairs.push({ before, after });
      left.splice(best, 1);
    } else removed.push(before);
  }
  return { pairs, added: left, removed };
}

const changed = (before: string, after: string): SentenceChange | null =>
  before === after ? null : { before, after };

/** Compares two versions fact by fact; plain rewording is only counted. */
export function factChanges(older: Article, newer: Article): FactChanges {
  const before = sentencesOf(older);
  const after = sentencesOf(newer);
  const { pairs, added, removed } = pairSentences(
    before.filter((sentence) => !after.includes(sentence)),
    after.filter((sentence) => !before.includes(sentence)),
  );
  const facts = pairs.filter((pair) => changesFact(pair.before, pair.after));
  const known = new Set(older.notes.map(({ text }) => text));
  return {
    headline: changed(older.headline.value, newer.headline.value),
    authors: changed(older.authors.value.join(', '), newer.authors.value.join(', ')),
    published: changed(older.published?.value.day ?? '', newer.published?.value.day ?? ''),
    notes: newer.notes.map(({ text }) => text).filter((text) => !known.has(text)),
    facts,
    added,
    removed,
    reworded: pairs.length - facts.length,
  };
}
