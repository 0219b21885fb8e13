import { writeDay } from './format';
import type { CutQuote, ProvenRow } from './proof';
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

/** A row as text to paste elsewhere: every quoted sentence with who printed it, when and where. */
export function citeRow({ row, values }: ProvenRow, style: CitationStyle): string {
  const title = `${say(`verdict_${row.verdict}` as TextKey)}: ${row.label}`;
  const quotes = values.flatMap((value) => value.quotes.map((quote) => citeQuote(quote, style)));
  const heading = style === 'markdown' ? `**${escapeMarkdown(title)}**` : title;
  return [heading, ...quotes].join('\n\n');
}

export const citeQuotes = (quotes: CutQuote[], style: CitationStyle): string =>
  quotes.map((quote) => citeQuote(quote, style)).join('\n\n');
