import type { ArticleId } from '../model/article';
import type { ArticleCard, CollationView } from './library-calls';

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

/** "This is wrong", said by the reader about one row, match or copy. */
export interface Correction {
  id: string;
  at: string;
  kind: 'row' | 'not-same-event' | 'not-a-copy' | 'same-event' | 'is-a-copy';
  /** Row id, or the two article ids sorted and joined by a blank. */
  target: string;
  /** What the row or pair said when it was judged: enough to make a test case of it. */
  context: unknown;
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
