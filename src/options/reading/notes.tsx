import { useState } from 'preact/hooks';
import type { ArticleCard } from '../../messages/library-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { parseTags } from '../library/tags';
import { useUndo } from '../undo';
import { useReadingKeys } from './reading-keys';

/** The reader's own tags, note and read mark on an article. Kept when the field is left. */
export function Notes({ card }: { card: ArticleCard }) {
  const [read, setRead] = useState(card.read);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [kept, setKept] = useState(false);
  const offer = useUndo();
  const keep = async (change: { tags?: string[]; note?: string; read?: boolean }) => {
    const result = await call('article.annotate', { id: card.id, ...change });
    setFailure(result.ok ? null : result.failure);
    setKept(result.ok);
    return result.ok ? null : result.failure;
  };
  const keepRead = (on: boolean) => {
    setRead(on);
    return keep({ read: on });
  };
  // By key it may be out of sight: said where undo is offered.
  const toggleRead = async () => {
    if (await keepRead(!read)) return;
    offer({ words: say(read ? 'markedUnread' : 'markedRead'), undo: () => keepRead(read) });
  };
  useReadingKeys(card.id, () => void toggleRead());
  return (
    <section class="notes" aria-label={say('notesTitle')}>
      <label class="check">
        <input type="checkbox" checked={read} onChange={(event) => keepRead(event.currentTarget.checked)} />
        {say('readMark')}
      </label>
      <label class="field">
        <span>{say('tagsLabel')}</span>
        <input
          defaultValue={card.tags.join(', ')}
          onChange={(event) => keep({ tags: parseTags(event.currentTarget.value) })}
        />
      </label>
      <label class="field">
        <span>{say('noteLabel')}</span>
        <textarea
          rows={3}
          defaultValue={card.note}
          onChange={(event) => keep({ note: event.currentTarget.value })}
        />
      </label>
      <p class="quiet" role="status">
        {kept && say('kept')}
      </p>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      <p class="quiet help no-print">{say('readingKeys')}</p>
    </section>
  );
}
