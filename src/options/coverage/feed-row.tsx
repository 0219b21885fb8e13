import type { Feed, NewFeed } from '../../messages/coverage-calls';
import { call } from '../../ui/connection';
import { describeFailure } from '../../ui/failure-sentence';
import { say } from '../../ui/texts';
import { useChange, useUndo } from '../undo';
import { askForSites } from './ask-hosts';
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

interface FeedRowProps {
  feed: Feed;
  /** Addresses of articles it names whose sites are not allowed yet. */
  ungranted: string[];
  changed: () => void;
}

/** What a feed cannot do without the reader's word, and the button that gives it. */
function MissingSites({ addresses, changed }: { addresses: string[]; changed: () => void }) {
  if (addresses.length === 0) return null;
  const hosts = addresses.map((address) => new URL(address).host).join(', ');
  return (
    <p class="feed-problem">
      {say('textsUngranted', { hosts })}{' '}
      <button type="button" onClick={() => void askForSites(addresses).then(changed)}>
        {say('giveSites', { hosts })}
      </button>
    </p>
  );
}

/** One followed outlet: what it is doing, its rule, and what it misses. */
export function FeedRow({ feed, ungranted, changed }: FeedRowProps) {
  const offer = useUndo();
  const ask = useChange();
  const change = (given: { textRule?: Feed['textRule']; paused?: boolean }) =>
    ask('coverage.change', { key: feed.key, change: given }).then(changed);
  const unfollow = async () => {
    const unfollowed = await ask('coverage.unfollow', { keys: [feed.key] });
    changed();
    if (!unfollowed.ok) return;
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
        <MissingSites addresses={ungranted} changed={changed} />
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
