import { useState } from 'preact/hooks';
import { typedAddress } from '../../coverage/discovery';
import { parseReadingList } from '../../coverage/opml';
import type { Discovery, FoundFeed, NewFeed } from '../../messages/coverage-calls';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { askForSites } from './ask-hosts';

/** Follows feeds and asks for their sites in the same click. Null when all went well. */
export type Follow = (feeds: NewFeed[]) => Promise<Failure | null>;

const fromFound = (found: FoundFeed): NewFeed => ({
  address: found.address,
  title: found.title,
  home: found.home,
  owner: null,
  language: found.language,
  origin: 'typed',
  textRule: 'when-matching',
});

function FoundFeeds({ discovery, follow }: { discovery: Discovery; follow: Follow }) {
  return (
    <ul class="plain found-feeds">
      {discovery.found.map((found) => (
        <li key={found.address} class="found-feed">
          <span>
            <strong>{found.title || found.address}</strong>
            <span class="quiet">
              {' '}
              {found.items === null ? found.address : say('feedItems', { count: found.items })}
            </span>
          </span>
          <button type="button" class="primary" onClick={() => void follow([fromFound(found)])}>
            {say('followButton')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Looks for feeds at a pasted address. The site is asked for in the click; without it nothing is sent. */
export function AddByAddress({ follow }: { follow: Follow }) {
  const [written, setWritten] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [discovery, setDiscovery] = useState<Discovery | null>(null);
  const search = async (event: Event) => {
    event.preventDefault();
    setDiscovery(null);
    const address = typedAddress(written);
    if (!address) {
      setFailure({ code: 'address-malformed' });
      return;
    }
    setFailure(null);
    const granted = await askForSites([address]);
    if (!granted) {
      setFailure({ code: 'host-not-permitted', detail: { host: new URL(address).host } });
      return;
    }
    setBusy(true);
    const result = await call('coverage.discover', { address });
    setBusy(false);
    if (result.ok) setDiscovery(result.value);
    else setFailure(result.failure);
  };
  // The field is free for the next address at once; the feed stands in the list, with what it may lack.
  const followFound: Follow = (feeds) => {
    setDiscovery(null);
    setWritten('');
    return follow(feeds);
  };
  return (
    <form class="card" onSubmit={search}>
      <h2>{say('addByAddressTitle')}</h2>
      <label class="field">
        <span>{say('addByAddressLabel')}</span>
        <input
          type="text"
          inputMode="url"
          autoComplete="off"
          value={written}
          placeholder="harbour-post.example"
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
      </label>
      <p class="quiet">{say('addByAddressCost')}</p>
      <p class="actions">
        <button type="submit" class="primary" disabled={busy || written.trim() === ''}>
          {say('lookForFeeds')}
        </button>
        <span role="status">{busy && say('lookingForFeeds')}</span>
      </p>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {discovery && <FoundFeeds discovery={discovery} follow={followFound} />}
    </form>
  );
}

/** A reading list of another feed reader. The file is read here and goes nowhere. */
export function AddByOpml({ follow }: { follow: Follow }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [list, setList] = useState<NewFeed[] | null>(null);
  const [setAside, setSetAside] = useState(0);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const parsed = parseReadingList(await file.text());
    if (!parsed.ok) {
      setFailure(parsed.failure);
      setList(null);
      return;
    }
    setFailure(null);
    setSetAside(parsed.value.setAside.length);
    const more = { owner: null, language: null, origin: 'opml', textRule: 'when-matching' } as const;
    setList(parsed.value.feeds.map((feed) => ({ ...feed, ...more })));
  };
  return (
    <section class="card">
      <h2>{say('addByOpmlTitle')}</h2>
      <label class="field">
        <span>{say('addByOpmlLabel')}</span>
        <input
          type="file"
          accept=".opml,.xml,text/x-opml,application/xml"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {list && (
        <p class="actions">
          <button
            type="button"
            class="primary"
            disabled={list.length === 0}
            onClick={() => void follow(list).then(() => setList(null))}
          >
            {say('followList', { count: list.length })}
          </button>
          {setAside > 0 && <span class="quiet">{say('listSetAside', { count: setAside })}</span>}
        </p>
      )}
    </section>
  );
}
