import type { Article, Paragraph } from '../../model/article';
import type { CutQuote, ProvenOnlyHere, ProvenRow } from '../../ui/proof';

export type ClaimKind = 'agree' | 'differ' | 'update' | 'only-here';

/** A stretch of a paragraph; `claim` names the row it supports. */
export interface ReadingStretch {
  words: string;
  claim: { id: string; kind: ClaimKind } | null;
}

interface Range {
  start: number;
  end: number;
  id: string;
  kind: ClaimKind;
}

const strength: ClaimKind[] = ['differ', 'update', 'only-here', 'agree'];

/** Where this article supports rows, the strongest first where two overlap. */
function rangesOf(subject: string, rows: ProvenRow[], onlyHere: ProvenOnlyHere[]): Range[] {
  const of = (quote: CutQuote, id: string, kind: ClaimKind): Range[] =>
    quote.article.id === subject && quote.evidence.quote.part === 'text'
      ? [{ start: quote.evidence.quote.start, end: quote.evidence.quote.end, id, kind }]
      : [];
  const ranges = [
    ...rows.flatMap(({ row, values }) =>
      values.flatMap(({ quotes }) => quotes.flatMap((quote) => of(quote, row.id, row.verdict))),
    ),
    ...onlyHere.flatMap(({ id, quote }) => of(quote, id, 'only-here')),
  ];
  return ranges.sort((left, right) => strength.indexOf(left.kind) - strength.indexOf(right.kind));
}

/** Keeps of overlapping ranges the one that comes first in `ranges`; gives them in order of place. */
function withoutOverlaps(ranges: Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    if (!kept.some((other) => other.start < range.end && range.start < other.end)) kept.push(range);
  }
  return kept.sort((left, right) => left.start - right.start);
}

/** The paragraphs of an article cut into stretches, those that support a row marked. */
export function markParagraphs(
  article: Article,
  rows: ProvenRow[],
  onlyHere: ProvenOnlyHere[],
): { paragraph: Paragraph; stretches: ReadingStretch[] }[] {
  const ranges = withoutOverlaps(rangesOf(article.id, rows, onlyHere));
  return article.paragraphs.map((paragraph) => {
    const stretches: ReadingStretch[] = [];
    let reached = paragraph.start;
    for (const { start, end, id, kind } of ranges) {
      if (end <= paragraph.start || start >= paragraph.end) continue;
      const from = Math.max(start, reached);
      const to = Math.min(end, paragraph.end);
      if (from > reached) stretches.push({ words: article.text.slice(reached, from), claim: null });
      if (to > from) stretches.push({ words: article.text.slice(from, to), claim: { id, kind } });
      reached = Math.max(reached, to);
    }
    if (reached < paragraph.end) {
      stretches.push({ words: article.text.slice(reached, paragraph.end), claim: null });
    }
    return { paragraph, stretches };
  });
}
