import type { ArticleId } from '../../model/article';
import { everything } from '../../model/library-query';
import { call } from '../../ui/connection';
import type { Asking } from './pages-of-cards';

/** Where the reader is in the list: what was asked for, and the row that was opened. */
interface Place {
  asking: Asking;
  /** Null until a row was opened. */
  index: number | null;
}

let place: Place = { asking: everything, index: null };

/** Kept as long as the library is open: whoever comes back from an article finds the list as it was left. */
export const placeInList = (): Place => place;

export function rememberPlace(change: Partial<Place>): void {
  place = { ...place, ...change };
}

/**
 * The article that follows in the list, or null at its end. The opened one may have left the list meanwhile, as when
 * unread ones are listed and it was read: then another stands in its place.
 */
export async function nextInList(opened: ArticleId): Promise<ArticleId | null> {
  const index = place.index ?? 0;
  const listed = await call('article.list', { ...place.asking, offset: index, limit: 2 });
  if (!listed.ok) return null;
  const at = listed.value.cards.findIndex(({ id }) => id !== opened);
  const next = listed.value.cards[at];
  if (!next) return null;
  rememberPlace({ index: index + at });
  return next.id;
}
