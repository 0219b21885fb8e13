import type { Match } from '../../model/comparison';
import { pairTarget } from '../../model/library';
import type { Articles } from '../proof';
import { useRowSurroundings } from '../row-context';
import { say } from '../texts';
import { Candidate } from './candidate';
import { Fold } from './fold';

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
    <Candidate
      id={article.id}
      headline={article.headline.value}
      language={article.language.value}
      outlet={article.outlet.value}
      day={article.published?.value.day ?? null}
      refusal={null}
      reasons={match.reasons}
      correction={say('notThisStory')}
      correct={() => correct({ kind: 'not-same-event', target: pairTarget(subject, article.id), context })}
    />
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
