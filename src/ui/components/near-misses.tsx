import type { NearMiss } from '../../messages/library-calls';
import type { Article } from '../../model/article';
import { pairTarget } from '../../model/library';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { useCall } from '../use-call';
import { Candidate } from './candidate';
import { FailureNotice } from './failure';
import { Fold } from './fold';

function NearMissLine({ near: { refusal, card }, article }: { near: NearMiss; article: Article }) {
  const { correct } = useRowSurroundings();
  const context = {
    because: refusal.because,
    reasons: refusal.reasons,
    headlines: [article.headline.value, card.headline],
  };
  return (
    <Candidate
      {...card}
      refusal={say(`refused_${refusal.because.replaceAll('-', '_')}` as TextKey)}
      reasons={refusal.reasons}
      correction={say('sameStory')}
      correct={() => correct({ kind: 'same-event', target: pairTarget(article.id, card.id), context })}
    />
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
  if (!article) return null;
  return (
    <Fold class="matches near-misses" summary={say('nearMissesTitle')}>
      {() => <NearMissList article={article} />}
    </Fold>
  );
}
