import { useState } from 'preact/hooks';
import { call } from '../../ui/connection';
import { writeInstant } from '../../ui/format';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';

/** What came in by itself since the reader last looked, in one line that can be closed. */
export function News() {
  const { value } = useCall('coverage.news', { seen: false });
  const [closed, setClosed] = useState(false);
  if (!value?.since || closed || value.voices + value.differs === 0) return null;
  const close = () => {
    setClosed(true);
    call('coverage.news', { seen: true });
  };
  return (
    <p class="card news">
      <span>
        {say('coverageNews', {
          voices: value.voices,
          differs: value.differs,
          since: writeInstant(value.since),
        })}
      </span>
      <button type="button" class="link" onClick={close}>
        {say('close')}
      </button>
    </p>
  );
}
