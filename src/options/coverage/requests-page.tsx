import { useEffect, useState } from 'preact/hooks';
import type { RequestEntry } from '../../messages/coverage-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { describeFailure } from '../../ui/failure-sentence';
import { writeBytes } from '../../ui/format';
import { say } from '../../ui/texts';
import { useUndo } from '../undo';
import { moment } from './words';

const pageSize = 100;

const outcome = ({ outcome: kind, status, failure }: RequestEntry): string => {
  const name = say(`outcome_${kind.replace('-', '_')}` as 'outcome_arrived');
  const number = status === null ? '' : ` (${status})`;
  return kind === 'failed' && failure ? `${name}: ${describeFailure(failure).sentence}` : `${name}${number}`;
};

function Row({ entry }: { entry: RequestEntry }) {
  return (
    <tr>
      <td>
        <time dateTime={entry.at}>{moment(entry.at)}</time>
      </td>
      <td class="request-address">
        <bdi>{entry.address}</bdi>
      </td>
      <td>{say(`purpose_${entry.purpose.replace('-', '_')}` as 'purpose_feed')}</td>
      <td>{outcome(entry)}</td>
      <td class="number">{writeBytes(entry.bytes)}</td>
      <td class="number">{say('milliseconds', { count: entry.milliseconds })}</td>
    </tr>
  );
}

function useEntries() {
  const [entries, setEntries] = useState<RequestEntry[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = async (before: string | null) => {
    const result = await call('coverage.requests', { before, limit: pageSize });
    if (!result.ok) return setFailure(result.failure);
    setFailure(null);
    setTotal(result.value.total);
    setEntries((shown) => (before === null ? result.value.entries : [...shown, ...result.value.entries]));
  };
  useEffect(() => void load(null), []);
  const offer = useUndo();
  const clear = async () => {
    const result = await call('coverage.requests.clear', null);
    if (!result.ok) return setFailure(result.failure);
    const { cleared } = result.value;
    await load(null);
    offer({
      words: say('requestsCleared', { count: cleared.length }),
      undo: async () => {
        const restored = await call('coverage.requests.restore', { entries: cleared });
        await load(null);
        return restored.ok ? null : restored.failure;
      },
    });
  };
  return { entries, total, failure, load, clear };
}

/** Every request the extension made: when, where, why, and what came of it. */
export default function RequestsPage() {
  const { entries, total, failure, load, clear } = useEntries();
  const last = entries.at(-1);
  return (
    <div class="sheet coverage wide">
      <h1>{say('requestsTitle')}</h1>
      <p>{say('requestsExplained')}</p>
      {failure && <FailureNotice failure={failure} ways={{ retry: () => void load(null) }} />}
      <p class="actions">
        <button type="button" onClick={() => void load(null)}>
          {say('requestsAgain')}
        </button>
        <button type="button" disabled={entries.length === 0} onClick={() => void clear()}>
          {say('requestsClear')}
        </button>
        <span role="status" class="quiet">
          {total !== null && say('requestsCount', { count: total })}
        </span>
      </p>
      {entries.length > 0 && (
        // A wide table scrolls by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
        <section class="scroll" aria-label={say('requestsTitle')} tabIndex={0}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{say('requestWhen')}</th>
                <th scope="col">{say('requestWhere')}</th>
                <th scope="col">{say('requestWhy')}</th>
                <th scope="col">{say('requestOutcome')}</th>
                <th scope="col">{say('requestBytes')}</th>
                <th scope="col">{say('requestTime')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.key} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {last && total !== null && entries.length < total && (
        <button type="button" onClick={() => void load(last.key)}>
          {say('requestsMore')}
        </button>
      )}
    </div>
  );
}
