import type { ArticleId } from '../../model/article';
import type { Match } from '../../model/comparison';
import { writeDay, writeList } from '../format';
import { say, type TextKey } from '../texts';

interface CandidateProps {
  id: ArticleId;
  headline: string;
  language: string;
  outlet: string;
  day: string | null;
  /** Why it was not taken for the event of the article read; null when it was. */
  refusal: string | null;
  reasons: Match['reasons'];
  correction: string;
  correct: () => void;
}

/** "Shared names: …", one sentence for each reason of a match. */
const sayMatchReason = ({ code, shared }: Match['reasons'][number]): string =>
  say(`match_${code.replaceAll('-', '_')}` as TextKey, { shared: writeList(shared.slice(0, 6)) });

/** A stored article that was weighed as one on the same event, with the reasons, and a way to say otherwise. */
export function Candidate({
  id,
  headline,
  language,
  outlet,
  day,
  refusal,
  reasons,
  correction,
  correct,
}: CandidateProps) {
  return (
    <li class="match">
      <p>
        <a href={`../options/index.html#/article/${id}`} target="_blank" rel="noreferrer">
          <bdi lang={language}>{headline}</bdi>
        </a>
      </p>
      <p class="quiet">
        <bdi>{outlet}</bdi>
        {day && ` · ${writeDay(day)}`}
      </p>
      <ul class="plain quiet">
        {refusal && <li>{refusal}</li>}
        {reasons.map((reason) => (
          <li key={reason.code}>{sayMatchReason(reason)}</li>
        ))}
      </ul>
      <button type="button" class="link" onClick={correct}>
        {correction}
      </button>
    </li>
  );
}
