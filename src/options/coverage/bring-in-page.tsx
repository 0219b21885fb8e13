import { useRef, useState } from 'preact/hooks';
import type { ImportRecord } from '../../messages/coverage-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say, sayIfKnown } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { askForSites } from './ask-hosts';
import { type BringInProgress, bringIn, type Elsewhere } from './bring-in';
import { PasteForm } from './paste-form';
import { readPdf } from './pdf-text';
import { moment } from './words';

const reasonOf = (reason: string): string => {
  const name = reason.replaceAll('-', '_');
  return sayIfKnown(`aside_${name}`) ?? sayIfKnown(`failure_${name}`) ?? reason;
};

/** What an import brought, row by row for those set aside, and the way to take it back. */
function Report({ record, changed }: { record: ImportRecord; changed: () => void }) {
  const [undone, setUndone] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const undo = async () => {
    const result = await call('import.undo', { key: record.key });
    if (result.ok) setUndone(result.value.removed);
    else setFailure(result.failure);
    changed();
  };
  return (
    <div class="import-report">
      <p role="status">
        {say('bringInTaken', { count: record.taken })} · {say('bringInKnown', { count: record.known })}
        {record.links > 0 && ` · ${say('bringInLinks', { count: record.links })}`}
      </p>
      {record.links > 0 && record.state !== 'undone' && <AllowSites record={record} changed={changed} />}
      {record.setAside > 0 && (
        <details>
          <summary>{say('bringInSetAside', { count: record.setAside })}</summary>
          <ul class="plain set-aside">
            {record.rows.map(({ position, label, reason }) => (
              <li key={`${position} ${label}`}>
                {position > 0 && say('bringInRow', { position })} <bdi>{label}</bdi>: {reasonOf(reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {failure && <FailureNotice failure={failure} ways={{ retry: () => void undo() }} />}
      {undone === null && record.state !== 'undone' && record.articles.length + record.links > 0 ? (
        <button type="button" onClick={() => void undo()}>
          {say('bringInUndo')}
        </button>
      ) : (
        <p role="status">{undone !== null && say('bringInUndone', { count: undone })}</p>
      )}
    </div>
  );
}

/** One click that allows the sites of an import's links, which wait until then. */
function AllowSites({ record, changed }: { record: ImportRecord; changed: () => void }) {
  const { value, again } = useCall('import.sites', { key: record.key });
  if (!value || value.addresses.length === 0) return null;
  const allow = () =>
    askForSites(value.addresses).then(() => {
      again();
      changed();
    });
  return (
    <p class="notice">
      {say('bringInUngranted', { count: value.links, sites: value.addresses.length })}{' '}
      <button type="button" class="primary" onClick={() => void allow()}>
        {say('bringInAllow', { count: value.links })}
      </button>
    </p>
  );
}

function useBringIn(changed: () => void) {
  const [progress, setProgress] = useState<BringInProgress | null>(null);
  const [record, setRecord] = useState<ImportRecord | null>(null);
  const [elsewhere, setElsewhere] = useState<{ name: string; what: Elsewhere }[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const start = async (files: File[]) => {
    if (files.length === 0) return;
    const controller = new AbortController();
    stopper.current = controller;
    setRecord(null);
    setFailure(null);
    setProgress({ name: files[0]!.name, rows: 0, share: 0 });
    // One redrawing in a tenth of a second is enough for the eye and leaves the time to the reading.
    let drawn = 0;
    const show = (at: BringInProgress) => {
      if (performance.now() - drawn < 100) return;
      drawn = performance.now();
      setProgress(at);
    };
    const result = await bringIn(files, { readPdf, signal: controller.signal, progress: show });
    setProgress(null);
    if (result.ok) {
      setRecord(result.value.record);
      setElsewhere(result.value.elsewhere);
    } else setFailure(result.failure);
    changed();
  };
  return { progress, record, elsewhere, failure, start, stop: () => stopper.current?.abort() };
}

function Earlier({ imports, changed }: { imports: ImportRecord[]; changed: () => void }) {
  if (imports.length === 0) return null;
  const states = {
    running: 'bringInStateRunning',
    interrupted: 'bringInStateRunning',
    undone: 'bringInStateUndone',
    done: 'bringInStateDone',
  } as const;
  return (
    <section class="card">
      <h2>{say('bringInList')}</h2>
      <ul class="plain">
        {imports.map((record) => (
          <li key={record.key}>
            <details>
              <summary>
                <bdi>{record.name}</bdi> · {moment(record.at)} · {say(states[record.state])}
              </summary>
              <Report record={record} changed={changed} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Brings in what the reader has elsewhere. */
export default function BringInPage() {
  const list = useCall('import.list', null);
  const { progress, record, elsewhere, failure, start, stop } = useBringIn(list.again);
  const chosen = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    void start([...(input.files ?? [])]);
  };
  return (
    <div class="sheet coverage">
      <h1>{say('bringInTitle')}</h1>
      <p>{say('bringInExplained')}</p>
      <section class="card">
        <label class="field">
          <span>{say('bringInFiles')}</span>
          <input type="file" multiple disabled={progress !== null} onChange={chosen} />
        </label>
        <label class="field">
          <span>{say('bringInFolder')}</span>
          <input
            type="file"
            multiple
            disabled={progress !== null}
            onChange={chosen}
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
          />
        </label>
        <p class="quiet">{say('bringInFormats')}</p>
        {progress && (
          <p class="actions">
            <progress aria-label={say('progressLabel')} max={1} value={progress.share} />
            <span role="status">
              {say('bringInProgress', {
                name: progress.name,
                count: progress.rows,
                percent: Math.round(progress.share * 100),
              })}
            </span>
            <button type="button" class="link" onClick={stop}>
              {say('cancel')}
            </button>
          </p>
        )}
        {failure && <FailureNotice failure={failure} ways={{}} />}
        {elsewhere.map(({ name, what }) => (
          <p key={name} class="notice">
            <bdi>{name}</bdi>: {say(what === 'archive' ? 'bringInArchive' : 'bringInOpml')}
          </p>
        ))}
        {record && <Report record={record} changed={list.again} />}
      </section>
      <PasteForm />
      {list.value && <Earlier imports={list.value.imports} changed={list.again} />}
    </div>
  );
}
