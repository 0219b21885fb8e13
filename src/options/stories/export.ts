import Papa from 'papaparse';
import type { StoryCard } from '../../messages/story-calls';
import { citeQuotes } from '../../ui/citation';
import { writeDay } from '../../ui/format';
import { say, type TextKey } from '../../ui/texts';
import type { Grid, GridRow } from './grid';

const titleOf = (verdict: GridRow['verdict']): string => say(`group_${verdict.replace('-', '_')}` as TextKey);

/** The story as Markdown: each claim with every sentence it rests on, quoted and linked. */
export function storyMarkdown(story: StoryCard, { voices, rows }: Grid): string {
  const lines = [`# ${story.label.replaceAll('#', '\\#')}`, ''];
  for (const { voice, lead } of voices) {
    const day = lead.published ? writeDay(lead.published.value.day) : say('dateUnknown');
    lines.push(`- ${voice.outlets.join(', ')} (${day}): <${lead.address.raw}>`);
  }
  let verdict: GridRow['verdict'] | null = null;
  for (const row of rows) {
    if (row.verdict !== verdict) lines.push('', `## ${titleOf(row.verdict)}`);
    verdict = row.verdict;
    const quotes = row.proven.values.flatMap((value) => value.quotes);
    if (row.kind) lines.push('', `### ${row.label}`);
    lines.push('', citeQuotes(quotes, 'markdown'));
  }
  return `${lines.join('\n')}\n`;
}

/** A cell that starts like a formula is written as text, or a spreadsheet would run it. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** One line for each sentence of each claim. */
export function storyCsv({ rows }: Grid): string {
  const header = [
    'claim',
    'verdict',
    'kind',
    'label',
    'value',
    'outlet',
    'published',
    'stance',
    'source',
    'quote',
    'address',
  ];
  const lines = rows.flatMap((row) =>
    row.proven.values.flatMap(({ value, quotes }) =>
      quotes.map(({ article, evidence, words }) =>
        [
          row.id,
          row.verdict,
          row.kind ?? 'statement',
          row.kind ? row.label : '',
          value.label,
          article.outlet.value,
          article.published?.value.day ?? '',
          evidence.stance,
          evidence.source?.name ?? '',
          words,
          article.address.raw,
        ].map(inert),
      ),
    ),
  );
  return `${Papa.unparse([header, ...lines])}\r\n`;
}
