import type { Row } from '../../model/comparison';
import type { AnalysedArticle } from '../align/profile';

/** An article's headline against its own body. */
export function checkHeadline(_article: AnalysedArticle): Row[] {
  return [];
}
