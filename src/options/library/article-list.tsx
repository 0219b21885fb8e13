import { useEffect, useState } from 'preact/hooks';
import type { ArticleCard } from '../../messages/library-calls';
import type { ArticleId } from '../../model/article';
import { say } from '../../ui/texts';
import { CardRow } from './card-row';
import type { CardPages } from './pages-of-cards';
import { placeInList } from './place';
import { useVirtualList } from './use-virtual-list';

const rowHeight = 66;

interface ArticleListProps {
  pages: CardPages;
  selected: ReadonlySet<ArticleId>;
  select: (id: ArticleId, selected: boolean) => void;
  /** A key pressed on an article: r read, x select, Delete. */
  act: (key: string, card: ArticleCard) => boolean;
}

/** Back from an article, the list stands where it was left, and the focus on the row that was opened. */
function useReturn(total: number, focusRow: (index: number) => void): void {
  const [left] = useState(() => placeInList().index);
  const listed = total > 0;
  useEffect(() => {
    if (left !== null && listed) focusRow(Math.min(left, total - 1));
  }, [listed]);
}

/** The list of articles; only the rows in sight exist. */
export function ArticleList({ pages, selected, select, act }: ArticleListProps) {
  const total = pages.total ?? 0;
  const list = useVirtualList(total, rowHeight);
  const first = list.items[0]?.index ?? 0;
  const last = list.items.at(-1)?.index ?? 0;
  useEffect(() => pages.inSight(first, last), [first, last, pages.inSight]);

  const focusRow = (index: number) => {
    list.show(index);
    requestAnimationFrame(() =>
      list.scroller.current?.querySelector<HTMLElement>(`a[data-index="${index}"]`)?.focus(),
    );
  };
  useReturn(total, focusRow);

  useEffect(() => {
    const scroller = list.scroller.current;
    const keys = (event: KeyboardEvent) => {
      const link = (event.target as HTMLElement).closest<HTMLElement>('a[data-index]');
      if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
      const index = Number(link.dataset.index);
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
      const card = pages.card(index);
      if (step) focusRow(Math.min(total - 1, Math.max(0, index + step)));
      else if (!card || !act(event.key, card)) return;
      event.preventDefault();
    };
    scroller?.addEventListener('keydown', keys);
    return () => scroller?.removeEventListener('keydown', keys);
  });

  return (
    <div class="scroller" ref={list.scroller}>
      <ul class="plain" aria-label={say('library')} style={{ height: `${list.height}px` }}>
        {list.items.map((item) => {
          const card = pages.card(item.index);
          return (
            <li
              key={item.key}
              class="slot"
              aria-posinset={item.index + 1}
              aria-setsize={total}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {card && (
                <CardRow
                  card={card}
                  index={item.index}
                  selected={selected.has(card.id)}
                  select={(on) => select(card.id, on)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
