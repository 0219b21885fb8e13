import type { Article, Span } from '../../../src/model/article';
import type { Stance } from '../../../src/model/claim';
import type { Evidence } from '../../../src/model/comparison';
import { identify } from '../../../src/model/identity';
import { joinParagraphs, onDay, plainArticle } from '../../../src/model/plain-article';

interface Draft {
  outlet: string;
  host: string;
  path: string;
  headline: string;
  authors?: string[];
  day: string | null;
  language?: string;
  paragraphs: string[];
  cut?: Article['completeness'];
  wireCredit?: string;
}

/** An invented article with every field the interface draws. */
export function writeArticle(draft: Draft): Article {
  const raw = `https://${draft.host}/${draft.path}`;
  return plainArticle({
    ...identify(raw, null),
    outlet: { value: draft.outlet, source: 'meta' },
    host: draft.host,
    headline: { value: draft.headline, source: 'json-ld' },
    authors: { value: draft.authors ?? [], source: 'byline' },
    wireCredit: draft.wireCredit ? { value: draft.wireCredit, source: 'text' } : null,
    published: draft.day ? onDay(draft.day, 'json-ld') : null,
    language: { value: draft.language ?? 'en', source: 'declared' },
    ...joinParagraphs(draft.paragraphs),
    completeness: draft.cut ?? { state: 'whole', reasons: [] },
    captured: { at: `${draft.day ?? '2031-03-05'}T09:30:00.000Z`, how: 'page', reader: 'readability' },
  });
}

/** Place of some words in an article's text; the words must stand there. */
export function find(article: Article, words: string, from = 0): Span {
  const start = article.text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” does not stand in “${article.headline.value}”`);
  return { start, end: start + words.length };
}

interface EvidenceDraft {
  article: Article;
  sentence: string;
  marks?: string[];
  stance?: Stance;
  source?: { name: string; via?: string };
  voice?: string;
}

/** Evidence whose sentence and marks are found in the article, so that every fictional row is a proven one. */
export function evidenceOf(draft: EvidenceDraft): Evidence {
  const { article, sentence } = draft;
  const quote = find(article, sentence);
  return {
    quote: { ...quote, article: article.id, part: 'text' },
    marks: (draft.marks ?? []).map((mark) => find(article, mark, quote.start)),
    voice: draft.voice ?? `voice-${article.id}`,
    stance: draft.stance ?? 'stated',
    source: draft.source ? { name: draft.source.name, via: draft.source.via ?? null } : null,
  };
}
