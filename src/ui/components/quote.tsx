import { type CutQuote, contextOf } from '../proof';

/** A sentence as it stands in its article, the deciding words marked. Always text, never HTML. */
export function Quote({ quote, wide = false }: { quote: CutQuote; wide?: boolean }) {
  const context = wide ? contextOf(quote) : null;
  return (
    <blockquote class="quote" lang={quote.article.language.value} dir="auto">
      {context?.before && <span class="context">{context.before}</span>}
      {quote.stretches.map((stretch, index) =>
        stretch.marked ? <mark key={index}>{stretch.words}</mark> : <span key={index}>{stretch.words}</span>,
      )}
      {context?.after && <span class="context">{context.after}</span>}
    </blockquote>
  );
}
