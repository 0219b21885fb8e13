import { useState } from 'preact/hooks';
import type { ArticleCard, KeepPreview } from '../../messages/library-calls';
import type { Article, Span } from '../../model/article';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { writeBytes, writeDay, writeInstant } from '../../ui/format';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { useChange, useUndo } from '../undo';

const choices = [30, 90, 180, 365, 730];

/** The text of an article with what would go struck through. */
function Look({ id }: { id: string }) {
  const { value, failure } = useCall('keep.look', { id });
  if (failure) return <FailureNotice failure={failure} ways={{}} />;
  if (!value) return <p role="status">{say('articleLoading')}</p>;
  return (
    <div class="keep-look">
      <p class="quiet">{say('keepLook')}</p>
      <div lang={value.article.language.value} dir="auto">
        <Struck article={value.article} kept={value.kept} />
      </div>
    </div>
  );
}

function Struck({ article, kept }: { article: Article; kept: Span[] }) {
  return article.paragraphs.map((paragraph) => {
    const inside = kept.filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end);
    const stretches: { words: string; stays: boolean }[] = [];
    let reached = paragraph.start;
    for (const { start, end } of inside) {
      if (start > reached) stretches.push({ words: article.text.slice(reached, start), stays: false });
      stretches.push({ words: article.text.slice(start, end), stays: true });
      reached = end;
    }
    if (reached < paragraph.end)
      stretches.push({ words: article.text.slice(reached, paragraph.end), stays: false });
    return (
      <p key={paragraph.start} class="verbatim">
        {stretches.map(({ words, stays }, index) =>
          stays || words.trim() === '' ? <span key={index}>{words}</span> : <del key={index}>{words}</del>,
        )}
      </p>
    );
  });
}

function Line({ card }: { card: ArticleCard }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <bdi class="verbatim" lang={card.language}>
            {card.headline}
          </bdi>{' '}
          <span class="quiet">
            <bdi>{card.outlet}</bdi> · {card.day ? writeDay(card.day) : say('dateUnknown')} ·{' '}
            {say('savedAt', { when: writeInstant(card.savedAt) })}
          </span>
        </summary>
        {open && <Look id={card.id} />}
      </details>
    </li>
  );
}

function Preview({ preview }: { preview: KeepPreview }) {
  const { articles, versions, bytes, freed, cards } = preview;
  if (articles === 0) return <p role="status">{say('keepNothing')}</p>;
  return (
    <>
      <p role="status">
        {say('keepWould', { count: articles, size: writeBytes(bytes), freed: writeBytes(freed) })}{' '}
        {say('keepVersions', { count: versions })}
      </p>
      <details>
        <summary>{say('keepList')}</summary>
        <ul class="plain keep-list">
          {cards.map((card) => (
            <Line key={card.id} card={card} />
          ))}
        </ul>
        {articles > cards.length && (
          <p class="quiet">{say('keepMore', { count: articles - cards.length })}</p>
        )}
      </details>
    </>
  );
}

/** Shortens in small parts, so that the reader can save and search meanwhile; one undo takes all parts back. */
function useShortening(days: number, done: () => void) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const offer = useUndo();
  const start = async (total: number) => {
    const undo: string[] = [];
    let count = 0;
    setFailure(null);
    for (let left = total; left > 0; ) {
      setProgress({ done: count, total });
      const part = await call('keep.apply', { days });
      if (!part.ok) {
        setFailure(part.failure);
        break;
      }
      if (part.value.undo === null) break;
      undo.push(part.value.undo);
      count += part.value.count;
      left = part.value.left;
    }
    setProgress(null);
    done();
    if (undo.length === 0) return;
    offer({
      words: say('keepDone', { count }),
      undo: async () => {
        for (const part of undo) {
          const restored = await call('article.undelete', { undo: part });
          if (!restored.ok) return restored.failure;
        }
        done();
        return null;
      },
    });
  };
  return { progress, failure, start };
}

function Always({ days }: { days: number }) {
  const { value, again } = useCall('settings.get', null);
  const change = useChange();
  const set = async (on: boolean) => {
    await change('settings.set', { fullTextDays: on ? days : null });
    again();
  };
  return (
    <div class="setting">
      <label class="check">
        <input
          type="checkbox"
          checked={value?.fullTextDays === days}
          disabled={value === null}
          aria-describedby="keep-always-cost"
          onChange={(event) => void set(event.currentTarget.checked)}
        />
        {say('keepAlways')}
      </label>
      <p id="keep-always-cost" class="quiet">
        {say('keepAlwaysCost')}
      </p>
    </div>
  );
}

/** The rule by which old texts go and their facts stay. Nothing happens before its preview was seen. */
export function KeepRule({ changed }: { changed: () => void }) {
  const settings = useCall('settings.get', null);
  const [chosen, setChosen] = useState<number | null>(null);
  const days = chosen ?? settings.value?.fullTextDays ?? 365;
  const [preview, setPreview] = useState<KeepPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shortening = useShortening(days, () => {
    setPreview(null);
    changed();
  });
  const show = async () => {
    const result = await call('keep.preview', { days });
    setFailure(result.ok ? null : result.failure);
    setPreview(result.ok ? result.value : null);
  };
  const failed = failure ?? shortening.failure;
  return (
    <section class="card">
      <h2>{say('keepTitle')}</h2>
      <p>{say('keepExplained')}</p>
      <div class="actions keep-choice">
        <label class="field">
          <span>{say('keepLabel')}</span>
          <select
            value={String(days)}
            onChange={(event) => {
              setChosen(Number(event.currentTarget.value));
              setPreview(null);
            }}
          >
            {[...new Set([...choices, days])]
              .sort((left, right) => left - right)
              .map((count) => (
                <option key={count} value={String(count)}>
                  {say('keepDays', { count })}
                </option>
              ))}
          </select>
        </label>
        <button type="button" disabled={shortening.progress !== null} onClick={() => void show()}>
          {say('keepShow')}
        </button>
      </div>
      {failed && <FailureNotice failure={failed} ways={{ retry: () => void show() }} />}
      {preview && <Preview preview={preview} />}
      {preview && preview.articles > 0 && (
        <>
          <button
            type="button"
            class="primary"
            disabled={shortening.progress !== null}
            onClick={() => void shortening.start(preview.articles)}
          >
            {say('keepDo')}
          </button>
          <Always key={days} days={days} />
        </>
      )}
      <p role="status" class="quiet">
        {shortening.progress && say('keepDoing', shortening.progress)}
      </p>
      {!preview && settings.value?.fullTextDays === days && <Always key={days} days={days} />}
    </section>
  );
}
