import type { ArticleId } from '../model/article';
import type { Profile } from './profile';
import type { SalientTerms } from './salient-terms';

/** What the index keeps of one article. */
export interface IndexEntry extends SalientTerms {
  id: ArticleId;
  /** Days since 1970, 0 for undated. */
  day: number;
}

export const salientEntry = ({ article, day, salient }: Profile): IndexEntry => ({
  id: article,
  day: day ?? 0,
  ...salient,
});
