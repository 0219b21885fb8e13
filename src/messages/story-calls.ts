import type { ArticleId } from '../model/article';
import type { Citation } from '../model/comparison';
import type { ArticleCard, Correction } from '../model/library';
import type { CollationView, StoryCard, StoryId } from '../model/library-query';

export type { Correction, StoryCard, StoryId };

export interface StoryCalls {
  'story.list': { input: { offset: number; limit: number }; output: { stories: StoryCard[]; total: number } };
  'story.get': {
    input: { id: StoryId };
    output: { story: StoryCard; cards: ArticleCard[]; views: CollationView[]; citations?: Citation[] };
  };
  'story.merge': { input: { ids: StoryId[] }; output: { undo: string } };
  'story.split': { input: { id: StoryId; articles: ArticleId[] }; output: { undo: string } };
  'correction.add': { input: Omit<Correction, 'id' | 'at'>; output: Correction };
  'correction.remove': { input: { id: string }; output: null };
  'correction.list': { input: null; output: Correction[] };
}
