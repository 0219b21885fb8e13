import type { Article, Span } from '../../model/article';
import { wordsOf } from '../../model/article';

interface PassagesProps {
  /** What they are, and how many. */
  title: string;
  article: Article | undefined;
  spans: readonly Span[];
}

/** Passages of a text in its own words, folded; nothing when none of them stands in it. */
export function Passages({ title, article, spans }: PassagesProps) {
  if (!article) return null;
  const cut = spans.flatMap((span) => {
    const words = wordsOf(article, 'text', span);
    return words === null ? [] : [{ start: span.start, words }];
  });
  if (cut.length === 0) return null;
  return (
    <details class="quiet">
      <summary>{title}</summary>
      {cut.map(({ start, words }) => (
        <blockquote key={start} class="passage" lang={article.language.value} dir="auto">
          {words}
        </blockquote>
      ))}
    </details>
  );
}
