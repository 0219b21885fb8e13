import type { Span } from '../../model/article';
import type { Reuse, ReuseSide, Voice } from '../../model/comparison';
import { writeList, writeShare } from '../format';
import type { Articles } from '../proof';
import { say } from '../texts';
import { Passages } from './passages';

/** What a voice shares with another, seen from the one. */
interface SharedWith {
  here: ReuseSide;
  there: ReuseSide;
  /** Ranges of the text of `here`. */
  passages: Span[];
}

/** What a voice shares with others, those first of which it has most. */
function sharedWith(voice: Voice, reuses: readonly Reuse[]): SharedWith[] {
  const seen = reuses.flatMap(({ sides: [one, other], passages }): SharedWith[] => {
    if (one.voice === voice.id) return [{ here: one, there: other, passages: passages.map(([own]) => own) }];
    if (other.voice === voice.id)
      return [{ here: other, there: one, passages: passages.map(([, own]) => own) }];
    return [];
  });
  return seen.sort((left, right) => right.here.share - left.here.share);
}

interface ReusesProps {
  voice: Voice;
  reuses: readonly Reuse[];
  articles: Articles;
}

/** Passages a voice shares with others whose copy it is not, how much of its text they are, and what it adds to them. */
export function Reuses({ voice, reuses, articles }: ReusesProps) {
  return sharedWith(voice, reuses).map(({ here, there, passages }) => {
    const article = articles[here.article];
    const title = say('reuseWith', {
      count: passages.length,
      outlet: articles[there.article]?.outlet.value ?? '',
      share: writeShare(here.share),
      other: writeShare(there.share),
    });
    return (
      <div key={there.voice}>
        <Passages title={title} article={article} spans={passages} />
        <Passages
          title={say('copyAdds', { count: here.added.length })}
          article={article}
          spans={here.added}
        />
      </div>
    );
  });
}

/** Whether a voice shares passages with any other. */
export const isReused = (voice: Voice, reuses: readonly Reuse[]): boolean =>
  reuses.some(({ sides }) => sides.some((side) => side.voice === voice.id));

/** Whose passages the article read shares, in one line; nothing where it shares none. */
export function ReusedHere({
  voice,
  reuses,
  articles,
}: Omit<ReusesProps, 'voice'> & { voice: Voice | undefined }) {
  const shared = voice ? sharedWith(voice, reuses) : [];
  if (shared.length === 0) return null;
  const outlets = writeList(shared.flatMap(({ there }) => articles[there.article]?.outlet.value ?? []));
  return <p class="quiet reused-here">{say('reuseHere', { outlets })}</p>;
}
