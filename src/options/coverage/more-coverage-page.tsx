import { useState } from 'preact/hooks';
import { typedAddress } from '../../coverage/discovery';
import type { CoverageCalls, OpenTab, SearchPlan } from '../../messages/coverage-calls';
import type { Article } from '../../model/article';
import type { CollationView } from '../../model/library-query';
import type { Failure } from '../../model/result';
import { CollationGroups, Coverage } from '../../ui/components/collation';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { describeFailure } from '../../ui/failure-sentence';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import type { SectionProps } from '../section';
import { askForSites } from './ask-hosts';

type Found = CoverageCalls['coverage.search']['output']['found'];

/** Open tabs as coverage: the reader chooses them, nothing is stored. */
function Tabs({ article }: { article: Article }) {
  const { value, again } = useCall('coverage.tabs', { except: null });
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [view, setView] = useState<CollationView | null>(null);
  const [unread, setUnread] = useState<string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [site, setSite] = useState('');
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const compare = async (tabs: OpenTab[]) => {
    // One question of the browser for all the chosen sites, in this click.
    await askForSites(
      tabs.flatMap(({ host, permitted }) => (host && !permitted ? [`https://${host}/`] : [])),
    );
    const result = await call('coverage.tabs.compare', { article, tabIds: tabs.map(({ id }) => id) });
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    setView(result.value.view);
    setUnread(
      result.value.unread.map(({ title, failure: why }) => `${title}: ${describeFailure(why).sentence}`),
    );
  };
  // The browser names only tabs of sites that are allowed: the reader allows the one that is missing.
  const allow = async (event: Event) => {
    event.preventDefault();
    const address = typedAddress(site);
    if (!address) return setFailure({ code: 'address-malformed' });
    await askForSites([address]);
    setFailure(null);
    setSite('');
    again();
  };
  const tabs = (value?.tabs ?? []).filter(({ host }) => host !== null);
  return (
    <section class="card">
      <h2>{say('tabsTitle')}</h2>
      <p>{say('tabsExplained')}</p>
      <form class="actions" onSubmit={allow}>
        <label class="field">
          <span>{say('tabsSite')}</span>
          <input type="text" value={site} onInput={(event) => setSite(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={site.trim() === ''}>
          {say('tabsAllow')}
        </button>
      </form>
      {value && tabs.length === 0 && <p class="quiet">{say('tabsNone')}</p>}
      <ul class="plain">
        {tabs.map((tab) => (
          <li key={tab.id}>
            <label class="check">
              <input type="checkbox" checked={chosen.has(tab.id)} onChange={() => toggle(tab.id)} />
              <span>
                {tab.title} <span class="quiet">{tab.host}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="primary"
        disabled={chosen.size === 0}
        onClick={() => void compare(tabs.filter(({ id }) => chosen.has(id)))}
      >
        {say('tabsCompare', { count: chosen.size })}
      </button>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {unread.length > 0 && (
        <ul class="plain notice">
          {unread.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {view && (
        <>
          <Coverage view={view} />
          <CollationGroups view={view} lessCertainOpen={false} />
        </>
      )}
    </section>
  );
}

function Results({ found }: { found: Found }) {
  const [waiting, setWaiting] = useState<number | null>(null);
  const addresses = found.map(({ address }) => address);
  const fetchTexts = async () => {
    await askForSites(addresses);
    const result = await call('coverage.fetch', { addresses });
    if (result.ok) setWaiting(result.value.waiting);
  };
  if (found.length === 0) return <p role="status">{say('searchNothing')}</p>;
  return (
    <>
      <ul class="plain">
        {found.map(({ address, headline, outlet, day }) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer">
              {headline}
            </a>{' '}
            <span class="quiet">{[outlet, day].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <button type="button" disabled={waiting !== null} onClick={() => void fetchTexts()}>
        {say('searchFetch', { count: found.length })}
      </button>
      <span role="status">{waiting !== null && say('textsWaiting', { count: waiting })}</span>
    </>
  );
}

/** One search: the words can be changed, and what will be sent to whom stands above its button. */
function Search({ plan }: { plan: SearchPlan }) {
  const [query, setQuery] = useState(plan.query);
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const search = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const result = await call('coverage.search', { engine: plan.engine, query });
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setFound(result.value.found);
  };
  return (
    <form class="card" onSubmit={search}>
      <h2>{plan.name}</h2>
      <label class="field">
        <span>{say('searchWords')}</span>
        <input type="text" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      <p>{say('searchSends', { words: query.trim(), host: plan.host })}</p>
      <button type="submit" class="primary" disabled={busy || query.trim() === ''}>
        {say('searchSend', { host: plan.host })}
      </button>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {found && <Results found={found} />}
    </form>
  );
}

function Searches({ article }: { article: Article }) {
  const { value } = useCall('coverage.search.plan', { article });
  if (!value) return null;
  if (value.plans.length === 0)
    return (
      <p class="quiet">
        {say('searchesOff')} <a href="#/following">{say('followingTitle')}</a>
      </p>
    );
  return value.plans.map((plan) => <Search key={plan.engine} plan={plan} />);
}

/** More coverage of one saved article: `#/more-coverage/ID`. */
export default function MoreCoveragePage({ path: [id = ''] }: SectionProps) {
  const { value, failure, again } = useCall('article.get', { id });
  return (
    <div class="sheet coverage">
      <h1>{say('moreCoverageTitle')}</h1>
      {failure && <FailureNotice failure={failure} ways={{ retry: again }} />}
      {value && (
        <>
          <p>
            <a href={`#/article/${id}`}>{value.article.headline.value}</a>
          </p>
          <Tabs article={value.article} />
          <Searches article={value.article} />
        </>
      )}
    </div>
  );
}
