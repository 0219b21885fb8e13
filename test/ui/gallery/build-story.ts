import type { Article, Paragraph, Span } from '../../../src/model/article';
import type { Stance } from '../../../src/model/claim';
import type { Evidence } from '../../../src/model/comparison';
import { identify } from '../../../src/model/identity';

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

function paragraphsOf(texts: string[]): { text: string; paragraphs: Paragraph[] } {
  const paragraphs: Paragraph[] = [];
  let text = '';
  for (const words of texts) {
    if (text !== '') text += '\n\n';
    paragraphs.push({ start: text.length, end: text.length + words.length, kind: 'text' });
    text += words;
  }
  return { text, paragraphs };
}

/** An invented article with every field the interface draws. */
export function writeArticle(draft: Draft): Article {
  const raw = `https://${draft.host}/${draft.path}`;
  const { text, paragraphs } = paragraphsOf(draft.paragraphs);
  return {
    ...identify(raw, null),
    outlet: { value: draft.outlet, source: 'meta' },
    host: draft.host,
    headline: { value: draft.headline, source: 'json-ld' },
    authors: { value: draft.authors ?? [], source: 'byline' },
    wireCredit: draft.wireCredit ? { value: draft.wireCredit, source: 'text' } : null,
    published: draft.day
      ? { value: { day: draft.day, instant: null, offsetMinutes: null }, source: 'json-ld' }
      : null,
    modified: null,
    language: { value: draft.language ?? 'en', source: 'declared' },
    section: null,
    original: null,
    dateline: null,
    text,
    paragraphs,
    links: [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: draft.cut ?? { state: 'whole', reasons: [] },
    wordCount: text.split(/\s+/).length,
    captured: { at: `${draft.day ?? '2031-03-05'}T09:30:00.000Z`, how: 'page', reader: 'readability' },
  };
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
