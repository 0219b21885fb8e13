import { useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { writeBytes } from '../../ui/format';
import { say } from '../../ui/texts';
import { download } from '../download';
import { collectArchive, type ImportReport, importArchive, type Progress } from './transfer';

/** Runs one long piece of work with its progress, its failure and a way to stop it. */
function useWork<Value>() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [value, setValue] = useState<Value | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const run = async (
    work: (progress: (progress: Progress) => void, signal: AbortSignal) => Promise<Result<Value>>,
  ) => {
    const controller = new AbortController();
    stopper.current = controller;
    setFailure(null);
    setValue(null);
    setProgress({ done: 0, total: 0 });
    const result = await work(setProgress, controller.signal);
    setProgress(null);
    if (result.ok) setValue(result.value);
    else setFailure(result.failure);
    return result;
  };
  return { progress, failure, value, run, stop: () => stopper.current?.abort() };
}

function ProgressLine({ progress, stop }: { progress: Progress | null; stop: () => void }) {
  if (!progress) return null;
  return (
    <div class="actions">
      <progress
        aria-label={say('progressLabel')}
        max={progress.total || 1}
        value={progress.total ? progress.done : undefined}
      />
      <span role="status">{say('progressRecords', { done: progress.done, total: progress.total })}</span>
      <button type="button" class="link" onClick={stop}>
        {say('cancel')}
      </button>
    </div>
  );
}

function Export() {
  const { progress, failure, value, run, stop } = useWork<Blob>();
  const start = async () => {
    const madeAt = new Date().toISOString();
    const result = await run((report, signal) => collectArchive(madeAt, report, signal));
    if (result.ok) download(result.value, `collate-library-${madeAt.slice(0, 10)}.json`);
  };
  return (
    <section class="card">
      <h2>{say('exportTitle')}</h2>
      <p>{say('exportExplained')}</p>
      <button type="button" class="primary" disabled={progress !== null} onClick={start}>
        {say('exportButton')}
      </button>
      <ProgressLine progress={progress} stop={stop} />
      {failure && <FailureNotice failure={failure} ways={{ retry: start }} />}
      {value && <p role="status">{say('exportDone', { size: writeBytes(value.size) })}</p>}
    </section>
  );
}

function Report({ report }: { report: ImportReport }) {
  return (
    <div role="status">
      <p>
        {say('importTaken', { count: report.taken })} {say('importKnown', { count: report.known })}
      </p>
      {report.setAside.length > 0 && (
        <details open>
          <summary>{say('importSetAside', { count: report.setAside.length })}</summary>
          <ol class="plain set-aside">
            {report.setAside.map(({ position, label, reason }) => (
              <li key={position}>
                <b>{say('recordNumber', { position })}</b> <bdi>{label}</bdi>{' '}
                <span class="quiet">{reason}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Import() {
  const { progress, failure, value, run, stop } = useWork<ImportReport>();
  const [file, setFile] = useState<File | null>(null);
  const start = (chosen: File) => {
    setFile(chosen);
    const importId = `${chosen.name} ${chosen.size} ${chosen.lastModified}`;
    run((report, signal) => importArchive(chosen, importId, report, signal));
  };
  return (
    <section class="card">
      <h2>{say('importTitle')}</h2>
      <p>{say('importExplained')}</p>
      <label class="field">
        <span>{say('importFile')}</span>
        <input
          type="file"
          accept=".json,application/json"
          disabled={progress !== null}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) start(chosen);
          }}
        />
      </label>
      <ProgressLine progress={progress} stop={stop} />
      {failure && <FailureNotice failure={failure} ways={file ? { retry: () => start(file) } : {}} />}
      {value && <Report report={value} />}
    </section>
  );
}

/** Everything out as one file, and in again. */
export default function ArchivePage() {
  return (
    <div class="sheet">
      <h1>{say('archiveTitle')}</h1>
      <Export />
      <Import />
    </div>
  );
}
