import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';
import { joinParagraphs, onDay, plainArticle } from '../../src/model/plain-article';

/** An article made of plain text for a benchmark: paragraphs are parted by a blank line. */
export function benchArticle(
  text: string,
  { day, headline = '' }: { day: string | null; headline?: string },
): Article {
  const { id, address } = identify('', null, text);
  return plainArticle({
    id,
    address,
    outlet: { value: '', source: 'import' },
    host: '',
    headline: { value: headline, source: 'import' },
    published: day === null ? null : onDay(day, 'import'),
    language: { value: 'en', source: 'import' },
    ...joinParagraphs(text.split('\n\n')),
    captured: { at: '2030-01-01T00:00:00.000Z', how: 'imported', reader: 'import' },
  });
}
