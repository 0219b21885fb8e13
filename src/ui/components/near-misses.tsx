import { useState } from 'preact/hooks';
import type { NearMiss } from '../../messages/library-calls';
import type { Article } from '../../model/article';
import { writeDay } from '../format';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { useCall } from '../use-call';
import { FailureNotice } from './failure';
import { sayMatchReason } from './matches';

function NearMissLine({ near: { refusal, card }, article }: { near: NearMiss; article: Article }) {
  const { correct } = useRowSurroundings();
  const context = {
    because: refusal.because,
    reasons: refusal.reasons,
    headlines: [article.headline.value, card.headline],
  };
  return (
    <li class="match">
      <p>
        <a href={`../options/index.html#/article/${card.id}`} target="_blank" rel="noreferrer">
          <bdi lang={card.language}>{card.headline}</bdi>
        </a>
      </p>
      <p class="quiet">
        <bdi>{card.outlet}</bdi>
        {card.day && ` · ${writeDay(card.day)}`}
      </p>
      <ul class="plain quiet">
        <li>{say(`refused_${refusal.because.replaceAll('-', '_')}` as TextKey)}</li>
        {refusal.reasons.map((reason) => (
          <li key={reason.code}>{sayMatchReason(reason)}</li>
        ))}
      </ul>
      <button
        type="button"
        class="link"
        onClick={() =>
          correct({ kind: 'same-event', target: [article.id, card.id].sort().join(' '), context })
        }
      >
        {say('sameStory')}
      </button>
    </li>
  );
}

function NearMissList({ article }: { article: Article }) {
  const asked = useCall('collation.near-misses', { article });
  if (asked.failure) return <FailureNotice failure={asked.failure} ways={{ retry: asked.again }} />;
  if (!asked.value) return null;
  if (asked.value.length === 0) return <p class="quiet">{say('nearMissesNone')}</p>;
  return (
    <ul class="plain">
      {asked.value.map((near) => (
        <NearMissLine key={near.card.id} near={near} article={article} />
      ))}
    </ul>
  );
}

/** The stored articles that were nearly taken for the same event, each with why it was not; looked for when asked. */
export function NearMisses({ article }: { article: Article | undefined }) {
  const [opened, setOpened] = useState(false);
  if (!article) return null;
  return (
    <details class="matches near-misses" onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{say('nearMissesTitle')}</summary>
      {opened && <NearMissList article={article} />}
    </details>
  );
}
