import { useState } from 'preact/hooks';
import { loadStarterPack, type StarterPack, starterPacks } from '../../coverage/starter-packs';
import type { NewFeed } from '../../messages/coverage-calls';
import { say } from '../../ui/texts';
import type { Follow } from './add-feed';

const newFeeds = (pack: StarterPack, chosen: ReadonlySet<string>): NewFeed[] =>
  pack.outlets
    .filter(({ feed }) => chosen.has(feed))
    .map(({ name, home, owner, feed, language }) => ({
      address: feed,
      title: name,
      home,
      owner,
      language,
      origin: 'starter-pack',
      textRule: 'when-matching',
    }));

function Outlets({ pack, follow }: { pack: StarterPack; follow: Follow }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (feed: string) => {
    const next = new Set(chosen);
    if (!next.delete(feed)) next.add(feed);
    setChosen(next);
  };
  return (
    <fieldset>
      <legend>{pack.title}</legend>
      <ul class="plain">
        {pack.outlets.map(({ name, owner, feed }) => (
          <li key={feed}>
            <label class="check">
              <input type="checkbox" checked={chosen.has(feed)} onChange={() => toggle(feed)} />
              <span>
                {name} <span class="quiet">{owner}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p class="quiet">{pack.source}</p>
      <button
        type="button"
        class="primary"
        disabled={chosen.size === 0}
        onClick={() => void follow(newFeeds(pack, chosen)).then(() => setChosen(new Set()))}
      >
        {say('followList', { count: chosen.size })}
      </button>
    </fieldset>
  );
}

/** Outlets of a country to choose from; each chosen one is asked for by name, none is chosen beforehand. */
export function StarterPacks({ follow }: { follow: Follow }) {
  const [pack, setPack] = useState<StarterPack | null>(null);
  return (
    <section class="card">
      <h2>{say('starterTitle')}</h2>
      <p>{say('starterExplained')}</p>
      <label class="field">
        <span>{say('starterLabel')}</span>
        <select
          onChange={(event) => {
            const id = event.currentTarget.value;
            if (id === '') setPack(null);
            else void loadStarterPack(id).then(setPack);
          }}
        >
          <option value="">{say('starterNone')}</option>
          {starterPacks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {pack && <Outlets key={pack.id} pack={pack} follow={follow} />}
    </section>
  );
}
