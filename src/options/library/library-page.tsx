import { useEffect, useState } from 'preact/hooks';
import type { ArticleCard } from '../../messages/library-calls';
import type { ArticleId } from '../../model/article';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { useChange, useUndo } from '../undo';
import { ArticleList } from './article-list';
import { BulkBar } from './bulk-bar';
import { Filters } from './filters';
import { News } from './news';
import { type Asking, useCardPages } from './pages-of-cards';
import { placeInList, rememberPlace } from './place';

/** The value as it was a moment ago, so that a search does not run at every letter. */
function useCalm<Value>(value: Value, milliseconds: number): Value {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), milliseconds);
    return () => clearTimeout(timer);
  }, [JSON.stringify(value)]);
  return calm;
}

/** The slash key goes to the search field from anywhere outside a field. */
function useSlash(): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).matches('input, textarea, select');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      document.getElementById('search')?.focus();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, []);
}

/** Asks again while articles are being compared: what is found comes in by itself. */
function useWhileWaiting(waiting: number, again: () => void): void {
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(again, 2000);
    return () => clearInterval(timer);
  }, [waiting, again]);
}

function EmptyLibrary({ searched }: { searched: boolean }) {
  if (searched) return <p class="empty">{say('searchEmpty')}</p>;
  return (
    <div class="empty card">
      <h2>{say('libraryEmptyTitle')}</h2>
      <p>{say('libraryEmpty')}</p>
      <p>
        <a href="#/archive">{say('libraryEmptyImport')}</a>
      </p>
    </div>
  );
}

export default function LibraryPage() {
  const [asking, setAsking] = useState(placeInList().asking);
  const pages = useCardPages(useCalm(asking, 120));
  const [selected, setSelected] = useState<ReadonlySet<ArticleId>>(new Set());
  const offer = useUndo();
  const change = useChange();
  useSlash();
  useWhileWaiting(pages.waiting, pages.again);

  const ask = (wanted: Partial<Asking>) => {
    const next = { ...placeInList().asking, ...wanted };
    rememberPlace({ asking: next, index: null });
    setAsking(next);
  };
  const remove = async (ids: ArticleId[]) => {
    const removed = await change('article.delete', { ids });
    setSelected(new Set());
    pages.again();
    if (!removed.ok) return;
    offer({
      words: say('deletedCount', { count: removed.value.count }),
      undo: async () => {
        const restored = await call('article.undelete', { undo: removed.value.undo });
        pages.again();
        return restored.ok ? null : restored.failure;
      },
    });
  };
  const select = (id: ArticleId, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const act = (key: string, card: ArticleCard): boolean => {
    if (key === 'x') select(card.id, !selected.has(card.id));
    else if (key === 'Delete') remove([card.id]);
    else if (key === 'r') change('article.annotate', { id: card.id, read: !card.read }).then(pages.again);
    else return false;
    return true;
  };
  const searched = asking.text !== '' || asking.outlet !== null || asking.day !== null;
  return (
    <div class="library">
      <h1>{say('library')}</h1>
      <News />
      <Filters asking={asking} outlets={pages.outlets} change={ask} />
      {pages.failure && <FailureNotice failure={pages.failure} ways={{ retry: pages.again }} />}
      <p class="quiet" role="status">
        {pages.total === null
          ? !pages.failure && say('libraryLoading')
          : say('articleCount', { count: pages.total })}{' '}
        {pages.waiting > 0 && say('searchWaiting', { count: pages.waiting })}
      </p>
      {selected.size > 0 && (
        <BulkBar
          asking={asking}
          selected={selected}
          setSelected={setSelected}
          remove={remove}
          done={pages.again}
        />
      )}
      {pages.total === 0 && pages.waiting === 0 ? (
        <EmptyLibrary searched={searched} />
      ) : (
        <ArticleList pages={pages} selected={selected} select={select} act={act} />
      )}
      <p class="quiet help">{say('libraryKeys')}</p>
    </div>
  );
}
