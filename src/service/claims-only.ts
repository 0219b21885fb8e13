import type { Article, Paragraph, Span } from '../model/article';
import type { Analysis, Claim } from '../model/claim';

const explicitDay = ({ times }: Claim): boolean => times.some(({ explicit, report }) => explicit && !report);

/** Whether a claim states something that another text can be set against. */
const carriesFact = (claim: Claim): boolean =>
  claim.quantities.length > 0 ||
  claim.attribution !== null ||
  claim.insideQuotation ||
  claim.denies ||
  explicitDay(claim);

/** Sentences that stay when a text is dropped: the first, and all that carry a fact. In order of place. */
export function keptSentences(analysis: Analysis): Span[] {
  const facts = new Set(analysis.claims.filter(carriesFact).map(({ sentence }) => sentence));
  const inText = analysis.sentences.flatMap(({ part, start, end }, index) =>
    part === 'text' ? [{ start, end, index }] : [],
  );
  return inText
    .filter(({ index }, position) => position === 0 || facts.has(index))
    .map(({ start, end }) => ({ start, end }));
}

/** Runs of kept sentences that follow one another within one paragraph, nothing but blanks between them. */
function runsIn(text: string, paragraph: Paragraph, kept: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const { start, end } of kept) {
    if (start < paragraph.start || end > paragraph.end) continue;
    const last = runs.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * The article with only the sentences that carry facts. They stand byte for byte as they did, so every row that
 * rests on them can still be proved; that the rest is gone is said by its completeness. Live entries and the
 * dateline lose their places and go.
 */
export function claimsOnly(article: Article, analysis: Analysis): Article {
  const kept = keptSentences(analysis);
  const paragraphs: Paragraph[] = [];
  const links: Article['links'] = [];
  let text = '';
  for (const paragraph of article.paragraphs) {
    for (const run of runsIn(article.text, paragraph, kept)) {
      const start = text === '' ? 0 : text.length + 2;
      const moved = start - run.start;
      text += `${text === '' ? '' : '\n\n'}${article.text.slice(run.start, run.end)}`;
      paragraphs.push({ start, end: text.length, kind: paragraph.kind });
      for (const link of article.links) {
        if (link.start < run.start || link.end > run.end) continue;
        links.push({ href: link.href, start: link.start + moved, end: link.end + moved });
      }
    }
  }
  return {
    ...article,
    text,
    paragraphs,
    links,
    dateline: null,
    liveEntries: [],
    completeness: { state: 'perhaps-cut', reasons: ['text-dropped'] },
    wordCount: words(text),
  };
}
