import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';

/** An article made of plain text for a benchmark: paragraphs are parted by a blank line. */
export function benchArticle(
  text: string,
  { day, headline = '' }: { day: string | null; headline?: string },
): Article {
  const paragraphs: Article['paragraphs'] = [];
  let at = 0;
  for (const words of text.split('\n\n')) {
    paragraphs.push({ start: at, end: at + words.length, kind: 'text' });
    at += words.length + 2;
  }
  const { id, address } = identify('', null, text);
  return {
    id,
    address,
    outlet: { value: '', source: 'import' },
    host: '',
    headline: { value: headline, source: 'import' },
    authors: { value: [], source: 'import' },
    wireCredit: null,
    published: day === null ? null : { value: { day, instant: null, offsetMinutes: null }, source: 'import' },
    modified: null,
    language: { value: 'en', source: 'import' },
    section: null,
    original: null,
    dateline: null,
    text,
    paragraphs,
    links: [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: { state: 'whole', reasons: [] },
    wordCount: text.split(/\s+/).length,
    captured: { at: '2030-01-01T00:00:00.000Z', how: 'imported', reader: 'import' },
  };
}
