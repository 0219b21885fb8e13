import { useState } from 'preact/hooks';
import type { StoryCard, StoryId } from '../../messages/story-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { writeDay, writeNames } from '../../ui/format';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { useUndo } from '../undo';

const pageLength = 50;

function days({ firstDay, lastDay }: StoryCard): string {
  if (!firstDay || !lastDay) return say('dateUnknown');
  return firstDay === lastDay ? writeDay(firstDay) : `${writeDay(firstDay)} – ${writeDay(lastDay)}`;
}

interface StoryLineProps {
  story: StoryCard;
  chosen: boolean;
  choose: (on: boolean) => void;
}

function StoryLine({ story, chosen, choose }: StoryLineProps) {
  return (
    <li class="story-line">
      <input
        type="checkbox"
        checked={chosen}
        aria-label={say('selectStory', { headline: story.label })}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <span>
        <a class="card-link" href={`#/story/${story.id}`}>
          <bdi>{story.label}</bdi>
        </a>
        <span class="quiet">
          {days(story)} · {say('articleCount', { count: story.articles.length })} ·{' '}
          {writeNames(story.outlets)}
        </span>
      </span>
    </li>
  );
}

/** Events with two stored articles or more; two that are one can be merged. */
export default function StoriesPage() {
  const [offset, setOffset] = useState(0);
  const asked = useCall('story.list', { offset, limit: pageLength });
  const [chosen, setChosen] = useState<StoryId[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const offer = useUndo();
  const merge = async () => {
    const result = await call('story.merge', { ids: chosen });
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    setChosen([]);
    asked.again();
    offer({
      words: say('mergeDone', { count: chosen.length }),
      undo: async () => {
        const restored = await call('article.undelete', { undo: result.value.undo });
        asked.again();
        return restored.ok ? null : restored.failure;
      },
    });
  };
  const { value } = asked;
  return (
    <div class="sheet">
      <h1>{say('storiesTitle')}</h1>
      {asked.failure && <FailureNotice failure={asked.failure} ways={{ retry: asked.again }} />}
      {failure && <FailureNotice failure={failure} ways={{}} />}
      <p class="quiet" role="status">
        {value ? say('storyCount', { count: value.total }) : !asked.failure && say('storyLoading')}
      </p>
      {value?.total === 0 && <p>{say('storiesEmpty')}</p>}
      <ul class="plain">
        {value?.stories.map((story) => (
          <StoryLine
            key={story.id}
            story={story}
            chosen={chosen.includes(story.id)}
            choose={(on) =>
              setChosen((known) => (on ? [...known, story.id] : known.filter((id) => id !== story.id)))
            }
          />
        ))}
      </ul>
      {value && value.total > 0 && (
        <p class="actions">
          <button type="button" disabled={chosen.length < 2} onClick={merge}>
            {say('mergeStories')}
          </button>
          {chosen.length < 2 && <span class="quiet">{say('mergeHint')}</span>}
          {offset > 0 && (
            <button type="button" class="link" onClick={() => setOffset(offset - pageLength)}>
              {say('pageBefore')}
            </button>
          )}
          {offset + pageLength < value.total && (
            <button type="button" class="link" onClick={() => setOffset(offset + pageLength)}>
              {say('pageAfter')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
