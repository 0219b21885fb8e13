import { useEffect, useState } from 'preact/hooks';
import { writeReadingList } from '../../coverage/opml';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { download } from '../download';
import { useChange } from '../undo';
import { AddByAddress, AddByOpml, type Follow } from './add-feed';
import { askForSites } from './ask-hosts';
import { FeedRow } from './feed-row';
import { Remembered } from './remembered';
import { Searches } from './searches';
import { StarterPacks } from './starter-packs';

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
  const change = useChange();
  const follow: Follow = async (feeds) => {
    // The browser's question first: it may only be asked within the click.
    // Feeds often live beside the site their articles are on ("feeds.…"): both are asked for at once.
    const sites = feeds.flatMap(({ address, home }) => (home ? [address, home] : [address]));
    const granted = await askForSites(sites);
    const result = await call('coverage.follow', { feeds });
    const host = feeds[0] ? new URL(feeds[0].address).host : '';
    const refused: Failure = { code: 'host-not-permitted', detail: { host } };
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
              <FeedRow
                key={feed.key}
                feed={feed}
                ungranted={value?.ungranted[feed.key] ?? []}
                changed={again}
              />
            ))}
          </ul>
          <p class="actions">
            <button type="button" onClick={() => void change('coverage.ask', { keys: null }).then(again)}>
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
