import { writeDay } from './format';
import type { CutQuote, ProvenRow } from './proof';
import { titleOf } from './row-title';
import { say, type TextKey } from './texts';

export type CitationStyle = 'plain' | 'markdown';

const escapeMarkdown = (text: string): string => text.replace(/([\\`*_[\]<>])/g, '\\$1');

/** Line breaks inside a quoted sentence would end the Markdown quote. */
const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

function citeQuote({ article, words }: CutQuote, style: CitationStyle): string {
  const authors = article.authors.value.join(', ');
  const day = article.published ? writeDay(article.published.value.day, 'long') : say('dateUnknown');
  const address = article.address.canonical ?? article.address.raw;
  const parts = [authors, article.outlet.value, day].filter((part) => part !== '');
  if (style === 'plain') {
    return `“${onOneLine(words)}”\n— ${parts.join(', ')}: “${article.headline.value}”, ${address}`;
  }
  const headline = escapeMarkdown(article.headline.value);
  return `> ${escapeMarkdown(onOneLine(words))}\n>\n> — ${escapeMarkdown(parts.join(', '))}: [${headline}](<${address}>)`;
}

function citeUnder(title: string, quotes: CutQuote[], style: CitationStyle): string {
  const heading = style === 'markdown' ? `**${escapeMarkdown(title)}**` : title;
  return [heading, ...quotes.map((quote) => citeQuote(quote, style))].join('\n\n');
}

/** A row as text to paste elsewhere: every quoted sentence with who printed it, when and where. */
export const citeRow = (proven: ProvenRow, style: CitationStyle): string =>
  citeUnder(
    `${say(`verdict_${proven.row.verdict}` as TextKey)}: ${titleOf(proven).words}`,
    proven.values.flatMap(({ quotes }) => quotes),
    style,
  );

/** The same for what stands only here, or is left out here. */
export const citeSilence = (
  kind: 'only-here' | 'left-out',
  quotes: CutQuote[],
  style: CitationStyle,
): string => citeUnder(say(kind === 'only-here' ? 'group_only_here' : 'group_left_out'), quotes, style);

export const citeQuotes = (quotes: CutQuote[], style: CitationStyle): string =>
  quotes.map((quote) => citeQuote(quote, style)).join('\n\n');
