import { figurePrefix } from '../../src/compare/across/only-here-figures';
import type { Article, ArticleId } from '../../src/model/article';
import { wordsOf } from '../../src/model/article';
import type { Collation, Evidence, Row } from '../../src/model/comparison';
import { goldKinds, type PredictedRow, type Prediction } from '../compare/predict';

interface Names {
  articles: Record<ArticleId, Article>;
  /** Name of each article in the labels. */
  names: Map<ArticleId, string>;
}

const sentence = ({ quote }: Evidence, { articles }: Names): string => {
  const article = articles[quote.article];
  return (article && wordsOf(article, quote.part, quote)) ?? '';
};

/**
 * Pairs of sentences that a shown row sets beside each other: within a value they agree, across values they differ. Of
 * a value that only fits the first one ("more than 40" beside 43) a row says nothing but that; "about 40" is 40.
 */
function pairsOf(row: Row): [Evidence, Evidence, 'agree' | 'differ'][] {
  const pairs: [Evidence, Evidence, 'agree' | 'differ'][] = [];
  const [own] = row.values;
  const all = row.values.flatMap(({ evidence, agrees, low, high }, at) => {
    const isOwn = agrees && low === own?.low && high === own?.high;
    return evidence.map((each) => ({ each, value: isOwn ? 0 : at, agrees: agrees && !isOwn }));
  });
  for (const [at, left] of all.entries()) {
    for (const right of all.slice(at + 1)) {
      if (left.each.voice === right.each.voice) continue;
      const isSame = left.value === right.value;
      const fits = left.agrees || right.agrees;
      if (isSame || (fits && left.value === 0)) pairs.push([left.each, right.each, 'agree']);
      else if (!fits) pairs.push([left.each, right.each, 'differ']);
    }
  }
  return pairs;
}

function rowsOf(row: Row, names: Names): PredictedRow[] {
  return pairsOf(row).map(([left, right, verdict]) => ({
    docA: names.names.get(left.quote.article) ?? '',
    sentenceA: sentence(left, names),
    docB: names.names.get(right.quote.article) ?? '',
    sentenceB: sentence(right, names),
    verdict,
    kind: row.verdict === 'update' ? 'update' : goldKinds[row.kind],
    confidence: row.confidence,
    strength: row.confidence,
    certain: row.certain,
    reason: row.reason.code,
  }));
}

/** What the popups of all pages say together, in the form the scorer reads. */
export function predictionOf(collations: Collation[], names: Names, certainOnly: boolean): Prediction {
  const prediction: Prediction = {
    rows: [],
    omissions: [],
    onlyHere: [],
    lessCertain: { omissions: [], onlyHere: [] },
  };
  for (const { comparison } of collations) {
    const doc = names.names.get(comparison.article) ?? '';
    const shown = comparison.rows.filter((row) => row.certain || !certainOnly);
    prediction.rows.push(...shown.flatMap((row) => rowsOf(row, names)));
    // As in the claims bench: the gold lists whole sentences, not figures inside shared ones.
    for (const { id, evidence, certain } of comparison.onlyHere) {
      if (id.startsWith(figurePrefix)) continue;
      const { onlyHere } = certain ? prediction : prediction.lessCertain;
      onlyHere.push({ doc, sentence: sentence(evidence, names) });
    }
    for (const { evidence, certain } of comparison.leftOut) {
      const { omissions } = certain ? prediction : prediction.lessCertain;
      omissions.push(...evidence.map((each) => ({ doc, sentence: sentence(each, names) })));
    }
  }
  return prediction;
}
