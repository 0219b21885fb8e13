import { compareVoices } from '../../src/compare/across/compare-voices';
import { figurePrefix } from '../../src/compare/across/only-here-figures';
import type { AnalysedArticle } from '../../src/compare/align/profile';
import { comparePair } from '../../src/compare/verdict/compare-pair';
import type { PairRow } from '../../src/compare/verdict/rows';
import { collapseVoices } from '../../src/match';
import type { Article } from '../../src/model/article';
import { wordsOf } from '../../src/model/article';
import type { Analysis } from '../../src/model/claim';
import type { Evidence, RowKind } from '../../src/model/comparison';
import { articleOf, type EventFile } from './documents';

/** A row as the scorer reads it. */
export interface PredictedRow {
  docA: string;
  sentenceA: string;
  docB: string;
  sentenceB: string;
  verdict: 'agree' | 'differ';
  kind: string;
  strength: number;
  confidence: number;
  certain: boolean;
  reason: string;
}

interface Absent {
  omissions: { doc: string; sentence: string }[];
  onlyHere: { doc: string; sentence: string }[];
}

/** What is left out and only here is what the popup shows first; what it folds stands apart. */
export interface Prediction extends Absent {
  rows: PredictedRow[];
  lessCertain: Absent;
}

/** The prediction with what is less certain among the rest. */
export const withLessCertain = ({ lessCertain, ...shown }: Prediction): Omit<Prediction, 'lessCertain'> => ({
  ...shown,
  omissions: [...shown.omissions, ...lessCertain.omissions],
  onlyHere: [...shown.onlyHere, ...lessCertain.onlyHere],
});

/** Names of the kinds in the labelled data. */
export const goldKinds: Record<RowKind, string> = {
  quantity: 'number',
  time: 'date',
  place: 'place',
  name: 'name',
  speaker: 'attribution',
  quotation: 'other',
  polarity: 'negation',
  certainty: 'hedge',
  statement: 'other',
};

interface Document extends AnalysedArticle {
  id: string;
  voice: string;
}

export interface PredictOptions {
  analyse(article: Article): Analysis;
  /** Rows below are not shown; the certain ones only when true. */
  certainOnly?: boolean;
}

function documentsOf(event: EventFile, analyse: (article: Article) => Analysis): Document[] {
  const documents = event.documents.map((document) => {
    const article = articleOf(document);
    return { id: document.id, article, analysis: analyse(article), voice: '' };
  });
  // The labels count a report that rewrites another as a voice of its own; whether it is one is measured elsewhere.
  const copies = collapseVoices(documents.map(({ article }) => article)).flatMap((voice) =>
    voice.copies
      .filter(({ reason }) => reason.code === 'same-text')
      .map((copy) => [copy.article, voice.lead] as const),
  );
  const leadOf = new Map(copies);
  const voiceOf = ({ id }: Article): string => leadOf.get(id) ?? id;
  return documents.map((document) => ({ ...document, voice: voiceOf(document.article) }));
}

function rowOf(a: Document, b: Document, row: PairRow): PredictedRow {
  const isUpdate = row.verdict === 'update';
  return {
    docA: a.id,
    sentenceA: wordsOf(a.article, row.a.part, row.a.span) ?? '',
    docB: b.id,
    sentenceB: wordsOf(b.article, row.b.part, row.b.span) ?? '',
    verdict: row.verdict === 'agree' ? 'agree' : 'differ',
    kind: isUpdate ? 'update' : goldKinds[row.kind],
    strength: row.strength,
    confidence: row.confidence,
    certain: row.certain,
    reason: `${row.reason.code} ${JSON.stringify(row.reason.parameters)}`,
  };
}

/** Predictions for one event: rows of all document pairs, and what each document has alone or lacks. */
export function predictEvent(event: EventFile, { analyse, certainOnly }: PredictOptions): Prediction {
  const documents = documentsOf(event, analyse);
  const leads = documents.filter(
    (document, at) => documents.findIndex(({ voice }) => voice === document.voice) === at,
  );
  const lessCertain: Absent = { omissions: [], onlyHere: [] };
  const prediction: Prediction = { rows: [], omissions: [], onlyHere: [], lessCertain };
  // Rows of copies are asked for too: the scorer knows which texts are one voice and leaves those rows out.
  for (const [at, a] of documents.entries()) {
    for (const b of documents.slice(at + 1)) {
      const rows = comparePair(a, b, leads).filter((row) => !certainOnly || row.certain);
      prediction.rows.push(...rows.map((row) => rowOf(a, b, row)));
    }
  }
  for (const a of documents) {
    const others = leads.filter((lead) => lead.voice !== a.voice);
    const comparison = compareVoices({ subject: a, others });
    const textOf = ({ quote }: Evidence): string => {
      const article = documents.find(({ article: { id } }) => id === quote.article)?.article;
      return (article && wordsOf(article, quote.part, quote)) ?? '';
    };
    // The gold lists sentences that share nothing; a single figure inside a shared sentence is no such sentence.
    for (const { id, evidence, certain } of comparison.onlyHere) {
      if (id.startsWith(figurePrefix)) continue;
      (certain ? prediction : lessCertain).onlyHere.push({ doc: a.id, sentence: textOf(evidence) });
    }
    for (const { evidence, certain } of comparison.leftOut) {
      const { omissions } = certain ? prediction : lessCertain;
      for (const each of evidence) omissions.push({ doc: a.id, sentence: textOf(each) });
    }
  }
  return prediction;
}
