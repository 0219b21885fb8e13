import { useState } from 'preact/hooks';
import type { ArticleId } from '../../model/article';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { type Asking, allCards } from './pages-of-cards';
import { parseTags } from './tags';

interface BulkBarProps {
  asking: Asking;
  selected: ReadonlySet<ArticleId>;
  setSelected: (selected: ReadonlySet<ArticleId>) => void;
  remove: (ids: ArticleId[]) => void;
  done: () => void;
}

/** What can be done to all selected articles at once. */
export function BulkBar({ asking, selected, setSelected, remove, done }: BulkBarProps) {
  const [tags, setTags] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const ids = [...selected];

  const annotate = async (change: (id: ArticleId) => { tags?: string[]; read?: boolean }) => {
    for (const id of ids) {
      const kept = await call('article.annotate', { id, ...change(id) });
      if (!kept.ok) setFailure(kept.failure);
    }
    done();
  };
  const addTags = async () => {
    const added = parseTags(tags);
    const known = new Map((await allCards(asking)).map((card) => [card.id, card.tags]));
    await annotate((id) => ({ tags: [...new Set([...(known.get(id) ?? []), ...added])] }));
    setTags('');
  };
  return (
    <section class="bulk card" aria-label={say('bulkLabel')}>
      <p>
        <b>{say('selectedCount', { count: selected.size })}</b>
      </p>
      <button
        type="button"
        class="link"
        onClick={async () => setSelected(new Set((await allCards(asking)).map(({ id }) => id)))}
      >
        {say('selectAll')}
      </button>
      <button type="button" class="link" onClick={() => setSelected(new Set())}>
        {say('selectNone')}
      </button>
      <button type="button" onClick={() => annotate(() => ({ read: true }))}>
        {say('markRead')}
      </button>
      <button type="button" onClick={() => annotate(() => ({ read: false }))}>
        {say('markUnread')}
      </button>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          addTags();
        }}
      >
        <label>
          <span class="visually-hidden">{say('tagsLabel')}</span>
          <input
            value={tags}
            placeholder={say('tagsLabel')}
            onInput={(event) => setTags(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={parseTags(tags).length === 0}>
          {say('addTags')}
        </button>
      </form>
      <button type="button" onClick={() => remove(ids)}>
        {say('delete')}
      </button>
      {failure && <FailureNotice failure={failure} ways={{}} />}
    </section>
  );
}
