import type { PageMark } from '../messages/page-calls';
import type { Article, Span } from '../model/article';
import type { CutQuote, ProvenOnlyHere, ProvenRow } from './proof';
import { titleOf } from './row-title';
import { say, type TextKey } from './texts';

const contextLength = 48;

/** The words on both sides of a range, within its paragraph: what lies beyond may be another element of the page. */
function surroundings(article: Article, range: Span): { before: string; after: string } {
  const paragraph = article.paragraphs.find(({ start, end }) => start <= range.start && end >= range.end);
  const from = paragraph?.start ?? 0;
  const to = paragraph?.end ?? article.text.length;
  return {
    before: article.text.slice(Math.max(from, range.start - contextLength), range.start),
    after: article.text.slice(range.end, Math.min(to, range.end + contextLength)),
  };
}

const signs: Record<PageMark['kind'], string> = { agree: '=', differ: '≠', update: '→', 'only-here': '●' };

const labelsOf = (kind: PageMark['kind'], title: string): NonNullable<PageMark['labels']> => ({
  kind: [`${signs[kind]} ${say(`group_${kind.replace('-', '_')}` as TextKey)}`, title]
    .filter((part) => part !== '')
    .join(': '),
  nobodyElse: say('cardNobodyElse'),
  keys: say('cardKeys'),
});

/** A row a sentence of this article takes part in. */
export interface MarkedRow {
  id: string;
  kind: PageMark['kind'];
  /** The thing in question; empty where the sentence itself is. */
  title: string;
  others: CutQuote[];
}

/** What the page script needs to find a sentence again, and what its card says. */
export function markOf({ id, kind, title, others }: MarkedRow, here: CutQuote): PageMark {
  const { quote } = here.evidence;
  const around = quote.part === 'headline' ? { before: '', after: '' } : surroundings(here.article, quote);
  return {
    id,
    kind,
    exact: here.words,
    ...around,
    labels: labelsOf(kind, title),
    others: others.map(({ article, words }) => ({ outlet: article.outlet.value, words })),
  };
}

/** A row as the page's card tells of it. */
export function markedRow(proven: ProvenRow, subject: string): MarkedRow {
  const { words, verbatim } = titleOf(proven);
  const says = ({ quotes }: ProvenRow['values'][number]) =>
    quotes.some(({ article }) => article.id === subject);
  // What is at odds with this article first: the card has room for little.
  const values = [...proven.values].sort((left, right) => Number(says(left)) - Number(says(right)));
  const others = values
    .flatMap(({ quotes }) => quotes)
    .filter(({ article }) => article.id !== subject)
    .slice(0, 4);
  return { id: proven.row.id, kind: proven.row.verdict, title: verbatim ? '' : words, others };
}

export const onlyHereRow = (id: string): MarkedRow => ({ id, kind: 'only-here', title: '', others: [] });

/** Marks for every row this article takes part in, and for what only it says. */
export function marksFor(subject: string, rows: ProvenRow[], onlyHere: ProvenOnlyHere[]): PageMark[] {
  const marks = rows.flatMap(({ row, values }) => {
    const quotes = values.flatMap((value) => value.quotes);
    const here = quotes.find(({ article }) => article.id === subject);
    if (!here) return [];
    return [markOf(markedRow({ row, values }, subject), here)];
  });
  return [...marks, ...onlyHere.map(({ id, quote }) => markOf(onlyHereRow(id), quote))];
}
