import { useEffect, useState } from 'preact/hooks';
import { writeReadingList } from '../../coverage/opml';
import type { Feed, NewFeed } from '../../messages/coverage-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { describeFailure } from '../../ui/failure-sentence';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { download } from '../download';
import { useUndo } from '../undo';
import { AddByAddress, AddByOpml, type Follow } from './add-feed';
import { askForSites } from './ask-hosts';
import { Remembered } from './remembered';
import { Searches } from './searches';
import { StarterPacks } from './starter-packs';
import { moment } from './words';

const rules = ['always', 'when-matching', 'never'] as const;

/** What a feed is doing, in one sentence. */
function state(feed: Feed): string {
  if (feed.failure) {
    const { sentence, detail } = describeFailure(feed.failure);
    return detail ? `${sentence} ${detail}` : sentence;
  }
  if (feed.paused) return say('feedPaused');
  if (!feed.lastArrived) return say('feedNotAsked');
  return `${say('feedItems', { count: feed.items })} · ${say('feedAsked', { when: moment(feed.lastArrived) })}`;
}

function FeedRow({ feed, changed }: { feed: Feed; changed: () => void }) {
  const offer = useUndo();
  const change = (given: { textRule?: Feed['textRule']; paused?: boolean }) =>
    call('coverage.change', { key: feed.key, change: given }).then(changed);
  const unfollow = async () => {
    await call('coverage.unfollow', { keys: [feed.key] });
    changed();
    offer({
      words: say('unfollowed', { name: feed.title }),
      undo: async () => {
        const result = await call('coverage.follow', { feeds: [feed as NewFeed] });
        changed();
        return result.ok ? null : result.failure;
      },
    });
  };
  const name = feed.title || new URL(feed.address).hostname;
  const isUngranted = feed.failure?.code === 'host-not-permitted';
  const asked = String(feed.failure?.detail?.host ?? new URL(feed.address).host);
  return (
    <li class="feed" data-feed={feed.address}>
      <div>
        <strong>{name}</strong>
        {feed.owner && <span class="quiet"> {feed.owner}</span>}
        <p class={feed.failure ? 'feed-problem' : 'quiet'}>{state(feed)}</p>
      </div>
      <div class="actions">
        {isUngranted && (
          <button
            type="button"
            class="primary"
            onClick={() => void askForSites([`https://${asked}/`, feed.address]).then(changed)}
          >
            {say('giveSite', { host: asked })}
          </button>
        )}
        <label class="field">
          <span class="visually-hidden">{say('textRuleLabel', { name })}</span>
          <select
            value={feed.textRule}
            onChange={(event) => void change({ textRule: event.currentTarget.value as Feed['textRule'] })}
          >
            {rules.map((rule) => (
              <option key={rule} value={rule}>
                {say(`textRule_${rule.replace('-', '_')}` as 'textRule_always')}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => void change({ paused: !feed.paused })}>
          {say(feed.paused ? 'resumeFeed' : 'pauseFeed')}
        </button>
        <button type="button" onClick={() => void unfollow()}>
          {say('unfollow')}
        </button>
      </div>
    </li>
  );
}

/** Looks again while feeds have never been asked, so that a first headline shows by itself. */
function useFeeds() {
  const asked = useCall('coverage.feeds', null);
  const isWaiting = asked.value?.feeds.some(
    ({ lastArrived, failure, paused }) => !lastArrived && !failure && !paused,
  );
  useEffect(() => {
    const timer = setInterval(asked.again, isWaiting ? 2_000 : 30_000);
    return () => clearInterval(timer);
  }, [isWaiting, asked.again]);
  return asked;
}

/** The outlets the reader follows, and the ways to follow more. */
export default function FollowingPage() {
  const { value, failure, again } = useFeeds();
  const [problem, setProblem] = useState<Failure | null>(null);
  const follow: Follow = async (feeds) => {
    // The browser's question first: it may only be asked within the click.
    const granted = await askForSites(feeds.map(({ address }) => address));
    const result = await call('coverage.follow', { feeds });
    const refused: Failure = { code: 'host-not-permitted', detail: { host: '' } };
    const failed = !result.ok ? result.failure : granted ? null : refused;
    setProblem(failed);
    again();
    return failed;
  };
  const feeds = value?.feeds ?? [];
  const save = () =>
    download(new Blob([writeReadingList(feeds)], { type: 'text/x-opml' }), 'collate-feeds.opml');
  return (
    <div class="sheet coverage">
      <h1>{say('followingTitle')}</h1>
      <p>{say('followingExplained')}</p>
      {failure && <FailureNotice failure={failure} ways={{ retry: again }} />}
      {problem && <FailureNotice failure={problem} ways={{}} />}
      {value?.trouble && <FailureNotice failure={value.trouble} ways={{ retry: again }} />}
      {value && feeds.length === 0 && <p class="quiet">{say('followingEmpty')}</p>}
      {feeds.length > 0 && (
        <section class="card" aria-label={say('followingTitle')}>
          <ul class="plain feeds">
            {feeds.map((feed) => (
              <FeedRow key={feed.key} feed={feed} changed={again} />
            ))}
          </ul>
          <p class="actions">
            <button type="button" onClick={() => void call('coverage.ask', { keys: null }).then(again)}>
              {say('askNow')}
            </button>
            <button type="button" onClick={save}>
              {say('saveOpml')}
            </button>
            {value && value.waiting > 0 && (
              <span class="quiet">{say('textsWaiting', { count: value.waiting })}</span>
            )}
          </p>
        </section>
      )}
      <AddByAddress follow={follow} />
      <StarterPacks follow={follow} />
      <AddByOpml follow={follow} />
      <Remembered />
      <Searches />
    </div>
  );
}
