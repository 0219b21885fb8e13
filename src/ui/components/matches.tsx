import type { Match } from '../../model/comparison';
import { writeDay, writeList } from '../format';
import type { Articles } from '../proof';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { Fold } from './fold';

/** "Shared names: …", one sentence for each reason of a match. */
export const sayMatchReason = ({ code, shared }: Match['reasons'][number]): string =>
  say(`match_${code.replaceAll('-', '_')}` as TextKey, { shared: writeList(shared.slice(0, 6)) });

function MatchLine({ match, articles }: { match: Match; articles: Articles }) {
  const { subject, correct } = useRowSurroundings();
  const article = articles[match.article];
  if (!article) return null;
  const context = {
    relation: match.relation,
    reasons: match.reasons,
    headlines: [articles[subject]?.headline.value ?? '', article.headline.value],
  };
  return (
    <li class="match">
      <p>
        <a href={`../options/index.html#/article/${article.id}`} target="_blank" rel="noreferrer">
          <bdi lang={article.language.value}>{article.headline.value}</bdi>
        </a>
      </p>
      <p class="quiet">
        <bdi>{article.outlet.value}</bdi>
        {article.published && ` · ${writeDay(article.published.value.day)}`}
      </p>
      <ul class="plain quiet">
        {match.reasons.map((reason) => (
          <li key={reason.code}>{sayMatchReason(reason)}</li>
        ))}
      </ul>
      <button
        type="button"
        class="link"
        onClick={() =>
          correct({ kind: 'not-same-event', target: [subject, article.id].sort().join(' '), context })
        }
      >
        {say('notThisStory')}
      </button>
    </li>
  );
}

/** The stored articles taken for the same event, each with why; later developments apart. */
export function Matches({
  matches,
  later,
  articles,
}: {
  matches: Match[];
  later: Match[];
  articles: Articles;
}) {
  if (matches.length + later.length === 0) return null;
  return (
    <Fold class="matches" summary={say('whyMatched')}>
      {() => (
        <>
          <ul class="plain">
            {matches.map((match) => (
              <MatchLine key={match.article} match={match} articles={articles} />
            ))}
          </ul>
          {later.length > 0 && (
            <>
              <h3>{say('laterTitle')}</h3>
              <ul class="plain">
                {later.map((match) => (
                  <MatchLine key={match.article} match={match} articles={articles} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Fold>
  );
}
