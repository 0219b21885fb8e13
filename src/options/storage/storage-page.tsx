import { useState } from 'preact/hooks';
import { FailureNotice } from '../../ui/components/failure';
import { writeBytes } from '../../ui/format';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { Bin } from './bin';
import { KeepRule } from './keep-rule';

function Used({ round }: { round: number }) {
  return <UsedNow key={round} />;
}

function UsedNow() {
  const { value, failure, again } = useCall('storage.status', null);
  if (failure) return <FailureNotice failure={failure} ways={{ retry: again }} />;
  if (!value) return null;
  const { articles, quarantined, usedBytes, quotaBytes } = value;
  return (
    <section class="card" aria-label={say('storageTitle')}>
      <p class="figures">
        <b>{say('articleCount', { count: articles })}</b>
        {usedBytes !== null && <span>{say('storageUsed', { size: writeBytes(usedBytes) })}</span>}
        {quotaBytes !== null && (
          <span class="quiet">{say('storageFree', { size: writeBytes(quotaBytes - (usedBytes ?? 0)) })}</span>
        )}
      </p>
      {usedBytes !== null && quotaBytes !== null && (
        <meter aria-label={say('storageTitle')} min={0} max={quotaBytes} value={usedBytes} />
      )}
      {quarantined > 0 && <p class="notice">{say('storageQuarantined', { count: quarantined })}</p>}
      <p class="quiet">{say('storageExplained')}</p>
    </section>
  );
}

/** Room taken, the rule by which old texts go while their facts stay, and what can be brought back. */
export default function StoragePage() {
  const [round, setRound] = useState(0);
  const changed = () => setRound((count) => count + 1);
  return (
    <div class="sheet">
      <h1>{say('storageTitle')}</h1>
      <Used round={round} />
      <KeepRule changed={changed} />
      <Bin round={round} changed={changed} />
    </div>
  );
}
