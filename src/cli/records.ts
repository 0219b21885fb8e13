import { articleFromText } from '../extract';
import type { Article } from '../model/article';
import { parseArticle } from '../model/parse-article';
import { fail, type Result } from '../model/result';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of several names under which exports keep a field. */
function text(record: Fields, ...names: string[]): string | null {
  for (const name of names) {
    const value = record[name];
    if (typeof value === 'string' && value.trim()) return value;
  }
  return null;
}

function authors(record: Fields): string[] {
  const value = record.authors ?? record.author ?? record.byline;
  const names = Array.isArray(value) ? value : [value];
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}

/**
 * An article from one JSON record: an article as `extract --json` prints it, or plain fields as
 * researchers' collections have them.
 */
export function articleFromRecord(record: unknown, capturedAt: string): Result<Article> {
  if (!isFields(record)) return fail('record-damaged', { field: 'record' });
  if (isFields(record.address) && Array.isArray(record.paragraphs)) return parseArticle(record);
  const address = text(record, 'url', 'address', 'link') ?? text(record, 'id');
  const outlet = text(record, 'outlet', 'site', 'source', 'publisher');
  const published = text(record, 'date', 'published', 'published_at');
  const language = text(record, 'language', 'lang');
  return articleFromText({
    headline: text(record, 'title', 'headline') ?? '',
    text: text(record, 'text', 'body', 'content') ?? '',
    authors: authors(record),
    capturedAt,
    how: 'imported',
    ...(address ? { address } : {}),
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
  });
}
