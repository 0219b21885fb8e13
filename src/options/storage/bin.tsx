import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrashEntry } from '../../messages/library-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { writeBytes, writeInstant } from '../../ui/format';
import { say, type TextKey } from '../../ui/texts';
import { useCall } from '../../ui/use-call';

const whatOf = ({ kind, count }: TrashEntry): string => say(`bin_${kind}` as TextKey, { count });

function Entry({ entry, restore }: { entry: TrashEntry; restore: () => void }) {
  const { at, bytes, count, headlines } = entry;
  const rest = count - headlines.length;
  return (
    <li class="bin-entry">
      <div>
        <p>
          <b>{whatOf(entry)}</b>{' '}
          <span class="quiet">
            {writeInstant(at)}
            {bytes > 0 && ` · ${writeBytes(bytes)}`}
          </span>
        </p>
        {headlines.length > 0 && (
          <p class="quiet">
            {headlines.map((headline, index) => (
              <span key={index}>
                {index > 0 && ' · '}
                <bdi class="verbatim">{headline}</bdi>
              </span>
            ))}{' '}
            {rest > 0 && say('keepMore', { count: rest })}
          </p>
        )}
      </div>
      <button
        type="button"
        aria-label={say('binRestoreNamed', { what: headlines[0] ?? whatOf(entry) })}
        onClick={restore}
      >
        {say('binRestore')}
      </button>
    </li>
  );
}

/** Empties the bin after asking a second time: nothing in the library is as final. */
function EmptyButton({ empty }: { empty: () => void }) {
  const [asked, setAsked] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) sure.current?.focus();
  }, [asked]);
  if (!asked)
    return (
      <button type="button" onClick={() => setAsked(true)}>
        {say('binEmpty')}
      </button>
    );
  return (
    <fieldset class="actions">
      <legend>{say('binEmptyCost')}</legend>
      <button
        ref={sure}
        type="button"
        onClick={() => {
          setAsked(false);
          empty();
        }}
      >
        {say('binEmptySure')}
      </button>
      <button type="button" class="link" onClick={() => setAsked(false)}>
        {say('cancel')}
      </button>
    </fieldset>
  );
}

/** Everything that can be taken back, each with a button for it. */
export function Bin({ round, changed }: { round: number; changed: () => void }) {
  const { value, failure, again } = useCall('trash.list', null);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [done, setDone] = useState('');
  useEffect(() => {
    if (round > 0) again();
  }, [round]);
  const restore = async (undo: string) => {
    const restored = await call('article.undelete', { undo });
    setRefused(restored.ok ? null : restored.failure);
    setDone(restored.ok ? say('binRestored', { count: restored.value.count }) : '');
    changed();
  };
  const empty = async () => {
    const emptied = await call('trash.empty', null);
    setRefused(emptied.ok ? null : emptied.failure);
    setDone(emptied.ok ? say('binEmptied') : '');
    changed();
  };
  return (
    <section class="card">
      <h2>{say('binTitle')}</h2>
      <p class="quiet">{say('binExplained')}</p>
      {(failure ?? refused) && (
        <FailureNotice failure={(failure ?? refused) as Failure} ways={{ retry: again }} />
      )}
      <p role="status">{done}</p>
      {value && value.entries.length === 0 && <p>{say('binNothing')}</p>}
      {value && value.entries.length > 0 && (
        <>
          <ul class="plain">
            {value.entries.map((entry) => (
              <Entry key={entry.undo} entry={entry} restore={() => void restore(entry.undo)} />
            ))}
          </ul>
          <EmptyButton empty={() => void empty()} />
        </>
      )}
    </section>
  );
}
