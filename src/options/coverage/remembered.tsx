import { useState } from 'preact/hooks';
import { typedAddress } from '../../coverage/discovery';
import type { Remembering } from '../../messages/coverage-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { askForSites } from './ask-hosts';

/** Sites whose articles are saved as they are opened: named one by one, paused by one switch, never in private windows. */
export function Remembered() {
  const { value, again } = useCall('coverage.remember', {});
  const came = useCall('coverage.remembered', { limit: 20 });
  const [written, setWritten] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (given: Partial<Remembering>) => {
    const result = await call('coverage.remember', given);
    setFailure(result.ok ? null : result.failure);
    again();
  };
  if (!value) return null;
  const add = async (event: Event) => {
    event.preventDefault();
    const address = typedAddress(written);
    if (!address) return setFailure({ code: 'address-malformed' });
    const { hostname } = new URL(address);
    if (!(await askForSites([address])))
      return setFailure({ code: 'host-not-permitted', detail: { host: hostname } });
    setWritten('');
    await change({ hosts: [...value.hosts, hostname] });
  };
  return (
    <section class="card">
      <h2>{say('rememberTitle')}</h2>
      <p>{say('rememberExplained')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={value.paused}
          onChange={(event) => void change({ paused: event.currentTarget.checked })}
        />
        {say('rememberPause')}
      </label>
      <ul class="plain">
        {value.hosts.map((host) => (
          <li key={host} class="actions">
            <span>{host}</span>
            <button
              type="button"
              onClick={() => void change({ hosts: value.hosts.filter((each) => each !== host) })}
            >
              {say('rememberStop', { host })}
            </button>
          </li>
        ))}
      </ul>
      <form class="actions" onSubmit={add}>
        <label class="field">
          <span>{say('rememberLabel')}</span>
          <input type="text" value={written} onInput={(event) => setWritten(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={written.trim() === ''}>
          {say('rememberAdd')}
        </button>
      </form>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {came.value && came.value.total > 0 && (
        <details>
          <summary>{say('rememberedList', { count: came.value.total })}</summary>
          <ul class="plain">
            {came.value.cards.map((card) => (
              <li key={card.id}>
                <a href={`#/article/${card.id}`}>{card.headline}</a> <span class="quiet">{card.outlet}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
