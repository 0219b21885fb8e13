import { comparePair } from '../../src/compare/verdict/compare-pair';
import type { Article } from '../../src/model/article';
import type { Analysis } from '../../src/model/claim';
import { articleOf } from './documents';

export type PairLabel = 'agree' | 'differ' | 'neutral';

/** The label of two sentences on their own: what the rows between two articles of one sentence say. */
export function judgePair(a: string, b: string, analyse: (article: Article) => Analysis): PairLabel {
  const [left, right] = [a, b].map((text, side) => {
    const article = articleOf({ id: `side-${side}`, title: '', text });
    return { article, analysis: analyse(article) };
  });
  const rows = comparePair(left!, right!);
  if (rows.some(({ verdict }) => verdict !== 'agree')) return 'differ';
  return rows.length > 0 ? 'agree' : 'neutral';
}
