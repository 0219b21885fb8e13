import type { Failure } from '../../model/result';
import { describeFailure, type WayOut } from '../failure-sentence';
import { say, type TextKey } from '../texts';

const wayKeys: Record<WayOut, TextKey> = {
  retry: 'wayRetry',
  selection: 'waySelection',
  'second-reader': 'waySecondReader',
  'free-space': 'wayFreeSpace',
  export: 'wayExport',
  'reload-page': 'wayReload',
};

const optionsLinks: Partial<Record<WayOut, string>> = {
  'free-space': '../options/index.html#/storage',
  export: '../options/index.html#/archive',
};

type Ways = Partial<Record<WayOut, () => void>>;

/** A failure in one plain sentence, with a button or link for each way out that this place offers. */
export function FailureNotice({ failure, ways }: { failure: Failure; ways: Ways }) {
  const { sentence, detail, ways: possible } = describeFailure(failure);
  return (
    <div class="notice problem" role="alert">
      <p>{sentence}</p>
      {detail && <p class="quiet">{detail}</p>}
      <p class="actions">
        {possible.map((way) => {
          const act = way === 'reload-page' ? () => location.reload() : ways[way];
          const href = optionsLinks[way];
          if (act) {
            return (
              <button key={way} type="button" onClick={act}>
                {say(wayKeys[way])}
              </button>
            );
          }
          return href ? (
            <a key={way} class="button" href={href} target="_blank" rel="noreferrer">
              {say(wayKeys[way])}
            </a>
          ) : null;
        })}
      </p>
    </div>
  );
}
