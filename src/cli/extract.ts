import type { Article, PublicationDate, Removal, Sourced } from '../model/article';
import { extractPage, isPage, locate } from './articles';
import { CommandError } from './error';
import { failureSentence } from './sentences';
import { createProgress, type Terminal, wrap } from './terminal';

export interface ExtractOptions {
  files: string[];
  url: string | null;
  explain: boolean;
  json: boolean;
}

type Line = [name: string, value: string | null, source?: string | undefined];

/** The day as the outlet's readers saw it, then the instant when one is known. */
const when = (date: Sourced<PublicationDate> | null): string | null =>
  date && [date.value.day, date.value.instant].filter(Boolean).join(', ');

function facts(article: Article): Line[] {
  const { published, modified, wireCredit, original, completeness } = article;
  const reasons = completeness.reasons.length ? ` (${completeness.reasons.join(', ')})` : '';
  return [
    ['headline', article.headline.value, article.headline.source],
    ['outlet', article.outlet.value, article.outlet.source],
    ['authors', article.authors.value.join(', ') || null, article.authors.source],
    ['wire credit', wireCredit?.value ?? null, wireCredit?.source],
    ['published', when(published), published?.source],
    ['modified', when(modified), modified?.source],
    ['language', article.language.value, article.language.source],
    ['section', article.section],
    ['original', original?.value ?? null, original?.source],
    ['dateline', article.dateline],
    ['address', article.address.canonical ?? article.address.raw],
    ['text', `${article.wordCount} words, ${completeness.state}${reasons}, ${article.kind}`],
  ];
}

function readable(article: Article, width: number): string {
  const lines = facts(article)
    .filter(([, value]) => value)
    .map(([name, value, source]) => `${name.padEnd(12)}${value}${source ? `  [${source}]` : ''}`);
  const paragraphs = article.paragraphs.map(({ start, end, kind }) => {
    const words = article.text.slice(start, end);
    return kind === 'heading' ? `## ${words}` : wrap(words, width);
  });
  const notes = article.notes.map((note) => `${note.kind}: ${note.text}`);
  return `${[lines.join('\n'), ...paragraphs, ...notes].join('\n\n')}\n`;
}

const removals = (removed: Removal[]): string =>
  removed.length === 0
    ? 'Nothing was left out.\n'
    : `Left out:\n${removed
        .map(({ step, reason, text }) => `  ${step} · ${reason}: ${text.replace(/\s+/g, ' ').slice(0, 100)}`)
        .join('\n')}\n`;

/** `collate extract`: every page is tried; the exit code is 2 when one could not be read. */
export function extract(options: ExtractOptions, terminal: Terminal): number {
  const { files, url, explain, json } = options;
  if (files.length === 0) throw new CommandError('Name at least one saved page: collate extract PAGE.html');
  if (url && files.length > 1) throw new CommandError('--url says where one page is from; name one page.');
  if (url && !URL.canParse(url)) throw new CommandError(`"${url}" is not a web address.`);
  const progress = createProgress(terminal, 'Pages read');
  let failed = 0;
  files.forEach((file, index) => {
    progress.step(index, files.length);
    const path = locate(file, terminal);
    if (!isPage(path)) throw new CommandError(`"${file}" is not an HTML page by its name.`);
    const result = extractPage(path, url, terminal.now());
    if (!result.ok) {
      failed += 1;
      terminal.err(`"${file}": ${failureSentence(result.failure)}\n`);
      return;
    }
    const { article, removed } = result.value;
    if (json) terminal.out(`${JSON.stringify(explain ? { ...article, removed } : article)}\n`);
    else {
      if (index > 0) terminal.out(`\n${'─'.repeat(terminal.width)}\n\n`);
      terminal.out(readable(article, terminal.width));
      if (explain) terminal.out(`\n${removals(removed)}`);
    }
  });
  progress.finish();
  return failed ? 2 : 0;
}
