import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Article } from '../model/article';
import type { Match } from '../model/comparison';
import type { Result } from '../model/result';
import { createService } from '../service';
import { memoryStore } from '../store';
import { articlesOf } from './articles';
import { CommandError } from './error';
import { failureSentence } from './sentences';
import { createProgress, type Terminal } from './terminal';

export interface MatchOptions {
  library: string | null;
  query: string | null;
  limit: number;
  json: boolean;
}

const value = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new CommandError(failureSentence(result.failure));
};

const idOf = (article: Article): string[] => [article.id, article.address.raw, article.address.identity];

async function findQuery(query: string, library: Article[], terminal: Terminal): Promise<Article> {
  const known = library.find((article) => idOf(article).includes(query));
  if (known) return known;
  if (!existsSync(resolve(terminal.folder, query))) {
    throw new CommandError(`"${query}" is neither a file nor an id or address in the library.`);
  }
  for await (const article of articlesOf(query, terminal)) return article;
  throw new CommandError(`There is no article in "${query}".`);
}

function readable(match: Match, article: Article): string {
  const day = article.published?.value.day ?? 'undated';
  const why = match.reasons
    .map(({ code, shared }) => (shared.length ? `${code}: ${shared.join(', ')}` : code))
    .join(' · ');
  const later = match.relation === 'later' ? ' (later in the story)' : '';
  const head = `${match.score.toFixed(2)}  ${article.outlet.value}, ${day}${later}: ${article.headline.value}`;
  return `${head}\n      ${why}\n`;
}

/** `collate match`: the stored articles on the same event, best first, each with its reasons. */
export async function match(options: MatchOptions, terminal: Terminal): Promise<number> {
  const { library, query, limit, json } = options;
  if (!library) throw new CommandError('Name the library: collate match --library FILE.jsonl QUERY');
  if (!query) throw new CommandError('Name the article to match: a file, or an id in the library.');
  const service = createService({ store: memoryStore(), clock: terminal.now });
  const progress = createProgress(terminal, 'Articles indexed');
  const stored: Article[] = [];
  for await (const article of articlesOf(library, terminal)) {
    value(await service.saveArticle(article));
    stored.push(article);
    progress.step(stored.length, null);
  }
  progress.finish();
  if (stored.length === 0) throw new CommandError(`There is no article in "${library}".`);
  const subject = await findQuery(query, stored, terminal);
  const { collation, articles } = value(await service.collate(subject));
  const found = [...collation.matches, ...collation.later].slice(0, limit);
  if (json) {
    for (const each of found) terminal.out(`${JSON.stringify(each)}\n`);
    return 0;
  }
  const { pages, outlets, voices } = collation.counts;
  terminal.out(`${subject.headline.value}\n${pages} pages, ${outlets} outlets, ${voices} voices\n\n`);
  if (found.length === 0) terminal.out('No article in the library is on the same event.\n');
  for (const each of found) {
    const article = articles[each.article];
    if (article) terminal.out(readable(each, article));
  }
  return 0;
}
