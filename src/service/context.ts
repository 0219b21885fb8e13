import { MatchIndex, StoryBook } from '../match';
import type { Store } from '../store';
import { Analyses } from './analyses';
import { Turns } from './attempt';
import { Attention } from './attention';
import { Cards, watched } from './cards';
import { keyedBlobs } from './keyed-blobs';
import { Shelf } from './shelf';

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

/** Opens nothing: whatever is wanted is read when it is wanted. */
export function contextOf(given: Store, clock: () => string): ServiceContext {
  const cards = new Cards(given);
  const store = watched(given, (changes) => cards.keepUp(changes));
  const blobs = keyedBlobs(store);
  return {
    store,
    clock,
    shelf: new Shelf(store, clock),
    cards,
    analyses: new Analyses(store),
    index: new MatchIndex(blobs),
    book: new StoryBook(blobs),
    turns: new Turns(),
    attention: new Attention(),
  };
}
