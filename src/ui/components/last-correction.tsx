import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';

/** Says that a match or copy was called wrong, and takes it back: the line it stood on is gone. */
export function LastCorrection() {
  const { last, withdraw } = useRowSurroundings();
  return (
    <div role="status" class="last-correction">
      {last && (
        <p class="notice">
          <b>{say(`correction_${last.kind.replaceAll('-', '_')}` as TextKey)}.</b> {say('wrongStays')}{' '}
          <button type="button" class="link" onClick={() => withdraw(last.id)}>
            {say('undo')}
          </button>
        </p>
      )}
    </div>
  );
}
