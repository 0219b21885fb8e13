import type { ArticleId } from '../model/article';
import type { Profile } from './profile';
import type { SalientTerms } from './salient-terms';

/** What the index keeps of one article. */
export interface IndexEntry extends SalientTerms {
  id: ArticleId;
}

export const salientEntry = ({ article, salient }: Profile): IndexEntry => ({ id: article, ...salient });
