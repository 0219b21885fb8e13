import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleId } from '../../model/article';
import { nextInList } from '../library/place';
import { goTo } from '../route';

async function goOn(id: ArticleId): Promise<void> {
  const next = await nextInList(id);
  if (next) goTo('article', next);
  else goTo('library');
}

/** The list read as a queue: r read or unread, n the next one, u back up to the list. */
export function useReadingKeys(id: ArticleId, toggleRead: () => void): void {
  const toggle = useRef(toggleRead);
  toggle.current = toggleRead;
  useLayoutEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).matches('input:not([type=checkbox]), textarea, select');
      if (inField || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'r') toggle.current();
      else if (event.key === 'n') void goOn(id);
      else if (event.key === 'u') goTo('library');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [id]);
}
