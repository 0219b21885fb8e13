import { type Article, type ArticleId, type Span, wordsOf } from '../model/article';
import type { Evidence, LeftOut, OnlyHere, Row, RowValue } from '../model/comparison';

export type Articles = Record<ArticleId, Article>;

/** A stretch of a quote; marked stretches hold the deciding words. */
export interface Stretch {
  words: string;
  marked: boolean;
}

/** A quote that could be cut from its article, ready to be drawn as text. */
export interface CutQuote {
  article: Article;
  evidence: Evidence;
  words: string;
  stretches: Stretch[];
}

/** Cuts a range into stretches at its marks. Marks outside the range or overlapping an earlier one are left out. */
export function stretchesOf(whole: string, range: Span, marks: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  let reached = range.start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < reached || mark.end > range.end || mark.start >= mark.end) continue;
    if (mark.start > reached) stretches.push({ words: whole.slice(reached, mark.start), marked: false });
    stretches.push({ words: whole.slice(mark.start, mark.end), marked: true });
    reached = mark.end;
  }
  if (reached < range.end) stretches.push({ words: whole.slice(reached, range.end), marked: false });
  return stretches;
}

/** The quote of a piece of evidence, or null when its range does not lie within a text we hold. */
export function cutQuote(evidence: Evidence, articles: Articles): CutQuote | null {
  const { quote } = evidence;
  const article = articles[quote.article];
  if (!article) return null;
  const words = wordsOf(article, quote.part, quote);
  if (words === null || words.trim() === '') return null;
  const whole = quote.part === 'headline' ? article.headline.value : article.text;
  return { article, evidence, words, stretches: stretchesOf(whole, quote, evidence.marks) };
}

const cutAll = (evidence: readonly Evidence[], articles: Articles): CutQuote[] =>
  evidence.flatMap((piece) => cutQuote(piece, articles) ?? []);

/** Remembers what was cut from a list: while a view grows part by part, its lists stay and are not cut anew. */
function cutOnce<Item, Cut>(cut: (items: readonly Item[], articles: Articles) => Cut[]): typeof cut {
  const kept = new WeakMap<readonly Item[], { articles: Articles; cuts: Cut[] }>();
  return (items, articles) => {
    const known = kept.get(items);
    if (known?.articles === articles) return known.cuts;
    const cuts = cut(items, articles);
    kept.set(items, { articles, cuts });
    return cuts;
  };
}

/** Those shown first; the others are folded under "less certain", and no text is marked for them. */
export const certainOf = <Item extends { certain: boolean }>(items: readonly Item[]): Item[] =>
  items.filter(({ certain }) => certain);

export interface ProvenValue {
  value: RowValue;
  quotes: CutQuote[];
}

export interface ProvenRow {
  row: Row;
  values: ProvenValue[];
}

/** Lines that bear a conflict: not those that fit the article read, unless it is among such that the voices are at odds. */
function disputed({ values }: Row, proven: ProvenValue[]): ProvenValue[] {
  const isAmongFitting = values.slice(1).every(({ agrees }) => agrees);
  return isAmongFitting ? proven : proven.filter(({ value }) => !value.agrees);
}

/**
 * A row with its quotes cut, or null. The proof rule: two texts must be quoted, and a differ or update row
 * needs a quote for two different values; a value nobody can be quoted for is not shown.
 */
export function proveRow(row: Row, articles: Articles): ProvenRow | null {
  const values = row.values
    .map((value) => ({ value, quotes: cutAll(value.evidence, articles) }))
    .filter((proven) => proven.quotes.length > 0);
  const texts = new Set(values.flatMap(({ quotes }) => quotes.map(({ article }) => article.id)));
  const enough = row.verdict === 'agree' ? values.length >= 1 : disputed(row, values).length >= 2;
  return enough && texts.size >= 2 ? { row, values } : null;
}

export const proveRows = cutOnce((rows: readonly Row[], articles) =>
  rows.flatMap((row) => proveRow(row, articles) ?? []),
);

export interface ProvenOnlyHere {
  id: string;
  quote: CutQuote;
  certain: boolean;
}

export const proveOnlyHere = cutOnce((items: readonly OnlyHere[], articles): ProvenOnlyHere[] =>
  items.flatMap(({ id, evidence, certain }) => {
    const quote = cutQuote(evidence, articles);
    return quote ? [{ id, quote, certain }] : [];
  }),
);

export interface ProvenLeftOut {
  id: string;
  quotes: CutQuote[];
  certain: boolean;
}

/** Sentences two other voices carry; an entry whose quotes are fewer than two is not shown. */
export const proveLeftOut = cutOnce((items: readonly LeftOut[], articles): ProvenLeftOut[] =>
  items.flatMap(({ id, evidence, certain }) => {
    const quotes = cutAll(evidence, articles);
    const voices = new Set(quotes.map((quote) => quote.evidence.voice));
    return voices.size >= 2 ? [{ id, quotes, certain }] : [];
  }),
);

/** What of a comparison can be drawn. */
export interface ProvenCollation {
  rows: ProvenRow[];
  onlyHere: ProvenOnlyHere[];
  leftOut: ProvenLeftOut[];
}

/** The paragraph a quote stands in, with the quote's place in it; null for a headline. */
export function contextOf(quote: CutQuote): { before: string; after: string } | null {
  const { article, evidence } = quote;
  if (evidence.quote.part === 'headline') return null;
  const { start, end } = evidence.quote;
  const paragraph = article.paragraphs.find((range) => range.start <= start && range.end >= start);
  if (!paragraph) return null;
  return {
    before: article.text.slice(paragraph.start, start),
    after: article.text.slice(end, Math.max(end, paragraph.end)),
  };
}
