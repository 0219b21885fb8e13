import type { ArticleId } from '../model/article';
import type { ArticleCard, Correction } from '../model/library';
import type { CollationView } from './library-calls';

export type { Correction };

export type StoryId = string;

export interface StoryCard {
  id: StoryId;
  /** Headline of the earliest voice's lead. */
  label: string;
  articles: ArticleId[];
  outlets: string[];
  firstDay: string | null;
  lastDay: string | null;
}

export interface StoryCalls {
  'story.list': { input: { offset: number; limit: number }; output: { stories: StoryCard[]; total: number } };
  'story.get': {
    input: { id: StoryId };
    output: { story: StoryCard; cards: ArticleCard[]; views: CollationView[] };
  };
  'story.merge': { input: { ids: StoryId[] }; output: { undo: string } };
  'story.split': { input: { id: StoryId; articles: ArticleId[] }; output: { undo: string } };
  'correction.add': { input: Omit<Correction, 'id' | 'at'>; output: Correction };
  'correction.remove': { input: { id: string }; output: null };
  'correction.list': { input: null; output: Correction[] };
}
