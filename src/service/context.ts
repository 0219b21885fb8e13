import type { MatchIndex, StoryBook } from '../match';
import type { Store } from '../store';
import type { Analyses } from './analyses';
import type { Turns } from './attempt';
import type { Attention } from './attention';
import type { Cards } from './cards';
import type { Shelf } from './shelf';

/** What the parts of the service share. Nothing in it is truth: a new worker makes it anew from the store. */
export interface ServiceContext {
  store: Store;
  /** The present instant, ISO in UTC. */
  clock: () => string;
  shelf: Shelf;
  cards: Cards;
  analyses: Analyses;
  index: MatchIndex;
  book: StoryBook;
  /** Changes to articles take turns, so that two saves of one article cannot both be its first. */
  turns: Turns;
  attention: Attention;
}
