import type { Article, Paragraph } from './article';

/** Paragraphs joined as stored texts hold them, by a blank line, each with its span. */
export function joinParagraphs(parts: readonly string[]): { text: string; paragraphs: Paragraph[] } {
  const paragraphs: Paragraph[] = [];
  let text = '';
  for (const part of parts) {
    if (text !== '') text += '\n\n';
    paragraphs.push({ start: text.length, end: text.length + part.length, kind: 'text' });
    text += part;
  }
  return { text, paragraphs };
}

type Needed =
  | 'id'
  | 'address'
  | 'outlet'
  | 'host'
  | 'headline'
  | 'language'
  | 'text'
  | 'paragraphs'
  | 'captured';

/**
 * An article of which nothing is known but what is passed: no author, day, credit or section, a whole text of the
 * ordinary kind, counted by its blanks.
 */
export function plainArticle(known: Pick<Article, Needed> & Partial<Article>): Article {
  return {
    authors: { value: [], source: known.outlet.source },
    wireCredit: null,
    published: null,
    modified: null,
    section: null,
    original: null,
    dateline: null,
    links: [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: { state: 'whole', reasons: [] },
    wordCount: known.text.split(/\s+/).length,
    ...known,
  };
}

/** A day of publication as a source states it, with neither clock nor zone. */
export const onDay = (
  day: string,
  source: Article['headline']['source'],
): NonNullable<Article['published']> => ({
  value: { day, instant: null, offsetMinutes: null },
  source,
});
