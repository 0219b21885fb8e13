import { judgeSentences, type PairLabel } from '../../src/compare/verdict/sentence-pair';
import type { Article } from '../../src/model/article';
import type { Analysis } from '../../src/model/claim';
import { articleOf } from './documents';

/** The label of two sentences on their own. */
export function judgePair(a: string, b: string, analyse: (article: Article) => Analysis): PairLabel {
  const [left, right] = [a, b].map((text, side) => {
    const article = articleOf({ id: `side-${side}`, title: '', text });
    return { article, analysis: analyse(article) };
  });
  return judgeSentences(left!, right!).label;
}
