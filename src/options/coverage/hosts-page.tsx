import { useState } from 'preact/hooks';
import type { HostUse } from '../../messages/coverage-calls';
import { FailureNotice } from '../../ui/components/failure';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { useChange } from '../undo';
import { takeBack } from './ask-hosts';

const uses = ({ feeds, remembered, search }: HostUse): string =>
  [
    ...(feeds.length > 0 ? [say('hostFeeds', { names: feeds.join(', ') })] : []),
    ...(remembered ? [say('hostRemembered')] : []),
    ...(search ? [say('hostSearch')] : []),
  ].join(' · ') || say('hostUnused');

function Retention() {
  const { value, again } = useCall('coverage.retention', {});
  const change = useChange();
  if (!value) return null;
  return (
    <section class="card">
      <h2>{say('retentionTitle')}</h2>
      <p>{say('retentionExplained')}</p>
      <label class="field">
        <span>{say('retentionLabel')}</span>
        <select
          value={String(value.days ?? 'all')}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void change('coverage.retention', { days: chosen === 'all' ? null : Number(chosen) }).then(again);
          }}
        >
          {[7, 14, 30, 90, 365].map((days) => (
            <option key={days} value={String(days)}>
              {say('retentionDays', { count: days })}
            </option>
          ))}
          <option value="all">{say('retentionAll')}</option>
        </select>
      </label>
    </section>
  );
}

/** The sites Collate may ask, what each is used for, and the way to take each back. */
export default function HostsPage() {
  const { value, failure, again } = useCall('coverage.hosts', null);
  const [taken, setTaken] = useState('');
  const revoke = async (use: HostUse) => {
    await takeBack(use.pattern);
    setTaken(use.host);
    again();
  };
  return (
    <div class="sheet coverage">
      <h1>{say('hostsTitle')}</h1>
      <p>{say('hostsExplained')}</p>
      {failure && <FailureNotice failure={failure} ways={{ retry: again }} />}
      <p role="status" class="quiet">
        {taken && say('hostTaken', { host: taken })}
      </p>
      {value?.hosts.length === 0 && <p class="quiet">{say('hostsNone')}</p>}
      {value && value.hosts.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('hostColumn')}</th>
              <th scope="col">{say('hostUseColumn')}</th>
              <th scope="col">{say('hostRequestsColumn')}</th>
              <th scope="col">
                <span class="visually-hidden">{say('hostActionColumn')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {value.hosts.map((use) => (
              <tr key={use.pattern}>
                <th scope="row">
                  <bdi>{use.pattern.replace(/\/\*$/, '')}</bdi>
                </th>
                <td>{uses(use)}</td>
                <td>{use.requestsToday}</td>
                <td>
                  <button type="button" onClick={() => void revoke(use)}>
                    {say('takeBack', { host: use.host })}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Retention />
    </div>
  );
}
